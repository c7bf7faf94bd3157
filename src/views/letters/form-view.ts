import type { Fault, Faults, Typed } from "../../content/letters/intake.ts";
import { PAGES } from "../../content/addresses.ts";
import type { Publication } from "../../content/publication.ts";
import { MOST_LETTER } from "../../content/schema/keys/letter-schema.ts";
import { tagOfWords } from "../../locales/languages.ts";
import { messagesOf, type Spoken } from "../../locales/messages.ts";
import { directionOf } from "../../content/words/language-tag.ts";

/** A field of the form, with what was typed into it and what is wrong with that. */
export interface FieldView {
  readonly id: keyof Typed;
  readonly label: string;
  /** “required”, in the page’s language; undefined where the field may stay empty. */
  readonly required: string | undefined;
  readonly note: string | undefined;
  readonly value: string;
  readonly faults: readonly string[];
}

/** A story as its readers know it. */
export interface StoryView {
  readonly title: string;
  readonly url: string;
}

/** A page of the server that takes letters. */
export interface LetterPage {
  /** The language of the page’s words, and how it runs. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly site: Spoken & { readonly name: string; readonly url: string };
  readonly heading: string;
  readonly story: StoryView | undefined;
  /** Sentences below the heading. */
  readonly words: readonly string[];
  /** Why nothing was sent, above the fields. */
  readonly alert: { readonly heading: string; readonly text: string | undefined } | undefined;
  readonly form: { readonly fields: readonly FieldView[]; readonly hidden: Hidden; readonly send: string } | undefined;
  readonly back: { readonly href: string; readonly text: string };
}

/** What a form sends that nobody types. */
export interface Hidden {
  readonly story: string;
  readonly token: string;
  readonly action: string;
  /** What the field is called that no person sees. */
  readonly empty: string;
}

/** What a page of its own says beside its form. */
export type Said = "thanks" | "closed" | "unknown" | "too-large" | "elsewhere";

type Told = Pick<LetterPage, "language" | "direction" | "site">;

function about(publication: Publication): Told {
  const language = tagOfWords(publication.language);
  const { name, url, language: own, messages } = publication;
  return { language, direction: directionOf(language), site: { name, url, language: own, messages } };
}

function backTo(publication: Publication, story: StoryView | undefined): LetterPage["back"] {
  const { letterForm: m } = messagesOf(publication);
  return story ? { href: story.url, text: m.back } : { href: publication.url + PAGES.home, text: m.home };
}

/** A page without a form. */
export function viewSaid(publication: Publication, said: Said, story?: StoryView): LetterPage {
  const { letterForm: m, letters } = messagesOf(publication);
  const [heading, ...words] = {
    thanks: [m.thanks, m.received],
    closed: [m.title, letters.closed],
    unknown: [m.unknown],
    "too-large": [m.tooLarge],
    elsewhere: [m.elsewhere],
  }[said];
  return {
    ...about(publication),
    heading: heading ?? m.title,
    words,
    story,
    alert: undefined,
    form: undefined,
    back: backTo(publication, story),
  };
}

/** Why a form comes back though nothing in its fields is wrong. */
export type Setback = "expired" | "tooMany" | "full";

const NONE: Faults = { name: [], email: [], text: [] };
const EMPTY: Typed = { name: "", email: "", text: "" };

/** The form for a letter about a story; everything that was typed stands in it again. */
export function viewForm(
  publication: Publication,
  story: StoryView,
  hidden: Omit<Hidden, "empty">,
  { typed = EMPTY, faults = NONE, setback }: { typed?: Typed; faults?: Faults; setback?: Setback } = {},
): LetterPage {
  const { letterForm: m, letters } = messagesOf(publication);
  const tell = (id: keyof Typed, fault: Fault): string => {
    if (fault.kind === "too-long") return m.tooLong({ length: fault.length, most: fault.most });
    if (fault.kind === "empty") return id === "name" ? m.noName : m.noText;
    return { "bad-email": m.badEmail, address: m.address, strange: m.strange }[fault.kind];
  };
  const field = (id: keyof Typed, label: string, note?: string): FieldView => ({
    id,
    label,
    required: id === "email" ? undefined : m.required,
    note,
    value: typed[id],
    faults: faults[id].map((fault) => tell(id, fault)),
  });
  const fields = [
    field("name", m.name),
    field("email", m.email, m.emailNote),
    field("text", m.text, m.textNote({ most: MOST_LETTER })),
  ];
  const isWrong = setback !== undefined || fields.some((each) => each.faults.length > 0);
  return {
    ...about(publication),
    heading: m.title,
    words: [letters.terms],
    story,
    alert: isWrong ? { heading: m.problems, text: setback && m[setback] } : undefined,
    form: { fields, hidden: { ...hidden, empty: m.empty }, send: m.send },
    back: backTo(publication, story),
  };
}
