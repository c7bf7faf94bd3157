import type { Letter } from "../../content/letters/letter.ts";
import { paragraphsOf, type Piece, piecesOf } from "../../content/letters/letter-parts.ts";
import { closesAt } from "../../content/letters/letter-window.ts";
import { hostOf, isWithin } from "../../content/links/web-address.ts";
import type { Setting, TextSite } from "../../content/site.ts";
import type { Story } from "../../content/story.ts";
import { messagesOf } from "../../locales/messages.ts";
import type { LinkView } from "../parts/link.ts";
import { inPhrases } from "../parts/phrase.ts";
import { type PersonView, viewPeople } from "../parts/story.ts";
import { type TimeView, viewMoment } from "../parts/time.ts";

/** Plain text by its paragraphs, and these by their pieces. */
export type Paragraphs = readonly (readonly Piece[])[];

export interface LetterView {
  readonly id: string;
  readonly name: string;
  readonly at: TimeView;
  readonly paragraphs: Paragraphs;
  readonly reply: { readonly by: PersonView | undefined; readonly paragraphs: Paragraphs } | undefined;
}

/** What stands below a story of its letters. */
export interface LettersView {
  readonly letters: readonly LetterView[];
  /** While readers may write: where, and until when. */
  readonly open: { readonly ways: readonly LinkView[]; readonly until: TimeView } | undefined;
}

/** The address at which a reader's form asks for a letter to a story, appended to what query there is. */
function formAddress(endpoint: string, identity: string): string {
  return `${endpoint}${endpoint.includes("?") ? "&" : "?"}story=${encodeURIComponent(identity)}`;
}

/** Where readers write to about a story; the subject of a mail ends with its identity in brackets, by which a letter is known again. */
function listWays({ publication }: Setting, { identity, title }: Story): LinkView[] {
  const { letters, publisher } = publication;
  const m = messagesOf(publication);
  const subject = encodeURIComponent(`${title} [${identity}]`);
  return [
    ...(letters.endpoint === undefined
      ? []
      : [{ href: formAddress(letters.endpoint, identity), text: m.letters.write }]),
    ...(publisher.email === undefined
      ? []
      : [{ href: `mailto:${publisher.email}?subject=${subject}`, text: m.letters.byEmail }]),
  ];
}

function viewLetter(site: TextSite, { id, name, at, text, reply }: Letter): LetterView {
  const { publication, ledger } = site;
  // What is paid for must be disclosed by those who earn by it, and what leads to this site's own pages must be there: neither is a reader's to promise.
  const mayLink = (href: string): boolean =>
    ledger.programmeOf(href) === undefined && !isWithin(hostOf(href), publication.host);
  const divide = (words: string): Paragraphs => paragraphsOf(words).map((paragraph) => piecesOf(paragraph, mayLink));
  return {
    id,
    name,
    at: viewMoment(publication, at),
    paragraphs: divide(text),
    reply: reply && { by: viewPeople(site, [reply.by])[0], paragraphs: divide(reply.text) },
  };
}

/** The letters to a story, and where more of them are written; undefined where there is neither. */
export function viewLetters(site: TextSite, story: Story): LettersView | undefined {
  const { publication } = site;
  const ways = story.isOpen ? listWays(site, story) : [];
  if (ways.length === 0 && story.letters.length === 0) return undefined;
  const until = () => viewMoment(inPhrases(publication), closesAt(story.publish, publication.letters.days));
  return {
    letters: story.letters.map((letter) => viewLetter(site, letter)),
    open: ways.length === 0 ? undefined : { ways, until: until() },
  };
}
