import { basename } from "node:path";
import { editionIdentity } from "../../content/dateline.ts";
import { classify } from "../../content/files/layout.ts";
import { readMarkdownFile } from "../../content/parse/document.ts";

/** A file that was not sent yet. */
export interface ChangedFile {
  /** Its path in the content folder, with `/`. */
  readonly path: string;
  readonly kind: "new" | "changed" | "removed";
  /** What it is, in words: `story “A model is open” of 2026-03-04-evening`. */
  readonly what: string;
}

function titleOf(path: string, bytes: Uint8Array | undefined): string | undefined {
  const data = bytes && readMarkdownFile(path, bytes).document?.yaml.data;
  const { title } = (data ?? {}) as { readonly title?: unknown };
  return typeof title === "string" ? title : undefined;
}

/** What a file is, in words; `bytes` are its own, where it is there. */
export function describeFile(path: string, bytes: Uint8Array | undefined): string {
  const place = classify(path);
  if ("rule" in place) return `file ${path}`;
  switch (place.kind) {
    case "story":
      return `story “${titleOf(path, bytes) ?? place.slug}” of ${editionIdentity(place.dateline)}`;
    case "edition":
      return `edition ${editionIdentity(place.dateline)}`;
    case "picture":
      return `picture ${place.name} of ${editionIdentity(place.dateline)}`;
    case "page":
      return `page “${titleOf(path, bytes) ?? place.id}”`;
    case "letter":
      return `letter ${place.id}`;
    case "vocabulary":
      return `${place.name}.yaml`;
    default:
      return `file ${basename(path)}`;
  }
}

/** The editions of which files changed, each once. */
function editionsOf(files: readonly ChangedFile[]): string[] {
  const identities = files.flatMap(({ path }) => {
    const place = classify(path);
    return "dateline" in place ? [editionIdentity(place.dateline)] : [];
  });
  return [...new Set(identities)].sort();
}

/** How a branch is called on which such files are sent; without a number behind it. */
export function nameBranch(files: readonly ChangedFile[], today: string): string {
  const [edition, ...others] = editionsOf(files);
  return `desk/${edition !== undefined && others.length === 0 ? edition : today}`;
}

const VERBS = { new: "Add", changed: "Change", removed: "Remove" } as const;

/** In characters: what git and its hosts show of a first line. */
const LONGEST_SUBJECT = 72;

/** A message for a commit: what changed, one a line where it is more than one file. */
export function proposeMessage(files: readonly ChangedFile[]): string {
  const lines = files.map(({ kind, what }) => `${VERBS[kind]} ${what}`);
  const stories = files.filter(({ path }) => {
    const place = classify(path);
    return "kind" in place && place.kind === "story";
  });
  const [only] = stories.length === 1 ? stories : files;
  const editions = editionsOf(files);
  const subject =
    only && (files.length === 1 || stories.length === 1)
      ? `${VERBS[only.kind]} ${only.what}`
      : editions.length > 0
        ? `Work on ${editions.join(", ")}`
        : `Change ${files.length} files`;
  const short = subject.length > LONGEST_SUBJECT ? `${subject.slice(0, LONGEST_SUBJECT - 1).trimEnd()}…` : subject;
  return files.length === 1 && short === subject ? short : `${short}\n\n${lines.map((line) => `- ${line}`).join("\n")}`;
}
