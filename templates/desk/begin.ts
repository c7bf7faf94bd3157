/// <reference lib="dom" />
import type { FormField, Vocabulary } from "../../src/content/schema/form.ts";
import type { Dateline } from "../../src/content/dateline.ts";
import type { NewStory, Setup, Values } from "../../src/views/desk/calls.ts";
import { slugify } from "../../src/content/files/slugify.ts";
import { countOf } from "../../src/content/problems/count.ts";
import { ask } from "./ask.ts";
import { fillIn } from "./dialog.ts";
import type { Around } from "./field.ts";

const WORDS: Record<Vocabulary, string> = {
  topics: "topic",
  publishers: "publisher",
  people: "person",
  affiliates: "programme that pays for links",
};

const one = { isList: false, isRequired: true } as const;
const DAY: FormField = { ...one, key: "date", label: "Day", input: "day" };

function fieldOf(fields: readonly FormField[] | undefined, key: string, label?: string): FormField[] {
  return (fields ?? []).filter((field) => field.key === key).map((field) => ({ ...field, ...(label && { label }) }));
}

function slotField({ slots }: Setup): FormField {
  return { ...one, key: "slot", label: "Edition", input: "choice", choices: slots.map(({ id }) => id) };
}

/** Asks for a new entry of a vocabulary; its id is made of its name unless one is typed. */
export async function askForEntry(vocabulary: Vocabulary, setup: Setup, around: Around): Promise<string | undefined> {
  const id: FormField = { ...one, key: "_id", label: "Id, in addresses and files", input: "code" };
  const follow = (form: HTMLElement): void => {
    const name = form.querySelector<HTMLInputElement>('[data-path="name"] input');
    const field = form.querySelector<HTMLInputElement>('[data-path="_id"] input');
    let isOwn = false;
    field?.addEventListener("input", () => {
      isOwn = field.value !== "";
    });
    name?.addEventListener("input", () => {
      if (field && !isOwn) field.value = slugify(name.value).slice(0, 48);
    });
  };
  const [name, ...rest] = setup.forms[vocabulary].filter(({ key }) => key !== "formerly");
  const fields = [...(name ? [name] : []), id, ...rest];
  const added = await fillIn(
    `A new ${WORDS[vocabulary]}`,
    { fields, values: {}, around, does: "Add it", follow },
    ({ _id, ...entry }: Values) => ask("entry", { vocabulary, id: typeof _id === "string" ? _id : "", entry }),
  );
  if (!added || !("id" in added)) return undefined;
  const list = [...around.lists[vocabulary], added].sort((a, b) => a.name.localeCompare(b.name));
  around.lists[vocabulary] = list;
  return added.id;
}

/** Asks for a new edition, and gives the name of its file. */
export async function askForEdition(
  setup: Setup,
  around: Around,
  at: Dateline = setup.next,
): Promise<string | undefined> {
  const made = await fillIn(
    "A new edition",
    {
      fields: [DAY, slotField(setup)],
      values: { ...at },
      around,
      does: "Begin it",
      note: "It is a draft until you publish it.",
    },
    ({ date, slot }) => ask("edition", { date: String(date), slot: String(slot) }),
  );
  return made && "name" in made ? made.name : undefined;
}

/** What of a new story is known before anybody is asked: who told what happened, and which story it continues. */
export type Begun = Partial<Pick<NewStory, "sources" | "follows">>;

/** Asks for a new story, and gives the name of its file. `begun` fills in its sources, the first of which may be changed. */
export async function askForStory(
  setup: Setup,
  around: Around,
  at: Dateline,
  begun: Begun = {},
): Promise<string | undefined> {
  const { story } = setup.forms;
  const { sources: [first, ...others] = [], follows } = begun;
  const source = story.find(({ key }) => key === "source")?.fields;
  const fields: FormField[] = [
    ...fieldOf(story, "title"),
    ...fieldOf(story, "topic"),
    ...fieldOf(source, "publisher", "Source: publisher"),
    ...fieldOf(source, "url", "Source: address"),
    ...fieldOf(source, "title", "Source: its headline there").map((field) => ({ ...field, key: "sourceTitle" })),
    ...(follows === undefined ? [] : [...fieldOf(story, "follows"), ...fieldOf(story, "whatsNew")]),
    DAY,
    slotField(setup),
  ];
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const made = await fillIn(
    "A new story",
    {
      fields,
      values: { publisher: first?.publisher, url: first?.url, sourceTitle: first?.title, follows, ...at },
      around,
      does: "Begin it",
      note:
        others.length === 0
          ? "It is a draft until you publish it. More sources can be added later."
          : `It is a draft until you publish it. ${countOf(others.length, "further source", "further sources")} of the same event ${others.length === 1 ? "goes" : "go"} with it.`,
    },
    (values) =>
      ask("story", {
        dateline: { date: text(values["date"]), slot: text(values["slot"]) },
        title: text(values["title"]),
        topic: text(values["topic"]),
        sources: [
          { publisher: text(values["publisher"]), title: text(values["sourceTitle"]), url: text(values["url"]) },
          ...others,
        ],
        ...(text(values["follows"]) && { follows: text(values["follows"]) }),
        ...(text(values["whatsNew"]) && { whatsNew: text(values["whatsNew"]) }),
      }),
  );
  return made && "name" in made ? made.name : undefined;
}
