import type { ContentFile } from "../files/files.ts";
import { hasKey } from "../parse/document.ts";
import { bytesOf, type Editable, openEditable } from "./editable.ts";
import { addFormer, formerNames, renameEntry, replacePublisher, replaceTopic } from "./front-matter.ts";
import type { Plan, Step } from "./steps.ts";

/** A page, topic or publisher that gets another id. */
export interface EntryMove {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** What the texts of stories call an entry of each vocabulary whose ids stand in addresses. */
const USES = { topics: replaceTopic, publishers: replacePublisher } as const;

export type NamedVocabulary = keyof typeof USES;

/** Whether somebody signed the sources of a text, of which the publishers are a part. */
function isSigned({ document }: Editable): boolean {
  return hasKey(document, "signoff");
}

/** Plans how an entry of a vocabulary gets another id, in its own file first, then wherever a story names it. */
export function planEntryMove(
  name: NamedVocabulary,
  file: ContentFile | undefined,
  stories: Iterable<ContentFile>,
  { from, to, label }: EntryMove,
): Plan {
  const vocabulary = file && openEditable(`${label}/${file.path}`, file.bytes);
  if (!file || !vocabulary) return { refusal: `${name}.yaml cannot be read` };
  const entries = vocabulary.document.yaml.data as Record<string, { readonly formerly?: unknown } | undefined>;
  const former = [entries[to]?.formerly ?? []].flat();
  if (entries[from] && entries[to]) return { refusal: `“${to}” stands in ${name}.yaml already; nothing was written` };
  if (!entries[from] && !former.includes(from)) return { refusal: `there is no “${from}” in ${name}.yaml` };
  const steps: Step[] = [];
  const signed: string[] = [];
  if (entries[from]) {
    const renamed = renameEntry(vocabulary, from, to);
    const what = `“${from}” is called “${to}”`;
    steps.push({ kind: "replace", path: file.path, bytes: bytesOf(renamed, file.bytes), what });
  }
  for (const story of stories) {
    // Most name it nowhere, and reading a front matter takes far longer than looking for a word.
    if (!Buffer.from(story.bytes).includes(from)) continue;
    const text: Editable | undefined = openEditable(`${label}/${story.path}`, story.bytes);
    const renamed = text && USES[name](text, from, to);
    if (!renamed || renamed === text) continue;
    if (name === "publishers" && isSigned(text)) signed.push(text.path);
    else
      steps.push({ kind: "replace", path: story.path, bytes: bytesOf(renamed, story.bytes), what: `it names “${to}”` });
  }
  const notes = signed.map(
    (path) => `${path} is signed as it stands, and goes on naming “${from}”, which is “${to}” now`,
  );
  return { steps, notes };
}

/** Plans how a standing page gets another id; the files are those of both ids, as far as they are there. */
export function planPageMove(
  here: ContentFile | undefined,
  there: ContentFile | undefined,
  { from, to, label }: EntryMove,
): Plan {
  const file = here ?? there;
  const page = file && openEditable(`${label}/${file.path}`, file.bytes);
  if (here && there) return { refusal: `${there.path} exists already; nothing was written` };
  if (!file || !page) return { refusal: `there is no page “${from}” that can be read` };
  if (!here)
    return formerNames(page).includes(from)
      ? { steps: [], notes: [`the page “${from}” is at ${file.path} already`] }
      : { refusal: `there is no page “${from}”` };
  const told = addFormer(page, from);
  return {
    steps: [
      { kind: "replace", path: file.path, bytes: bytesOf(told, file.bytes), what: `it was called “${from}”` },
      { kind: "rename", path: file.path, to: `pages/${to}.md` },
    ],
    notes: [],
  };
}
