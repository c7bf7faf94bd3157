import { digestText } from "../../content/edit/digest-text.ts";
import { type Document, readMarkdownFile } from "../../content/parse/document.ts";
import { type Diagnostic, isError } from "../../content/problems/diagnostic.ts";
import { editionSchema, storySchema } from "../../content/schema/schema.ts";
import { understand } from "../../content/schema/shorthand.ts";
import { validate } from "../../content/schema/validate.ts";
import { changedParts, type Digests, writeSignOff } from "../../content/sign-off.ts";
import type { Site } from "../../content/site.ts";
import { formatLocal, type Instant } from "../../content/time/calendar.ts";
import { hintNearest, listKnown } from "../../content/words/nearest.ts";
import { type ChangedPart, compareParts } from "../../rules/silent-edits.ts";
import { labelOf } from "../read/label.ts";
import { placeOfName } from "./find-place.ts";
import { askGit, git } from "../git/git.ts";
import { openText } from "./open-text.ts";
import type { Refused } from "../../views/desk/calls.ts";
import { type Saved, saveText } from "./save-text.ts";

/** A text that stands on the disk as it was opened, and what is wrong with it there. */
export interface Reviewed {
  readonly content: string;
  readonly site: Site;
  readonly name: string;
  readonly version: string;
  /** What `check` says; those of other files are passed over. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A person's review. */
export interface Review {
  /** An id of people.yaml. */
  readonly by: string;
  /** Anything but true is refused: a review counts only when it checked the facts. */
  readonly factChecked: boolean;
  readonly now: Instant;
}

/** What is reviewed and published. */
export type Kind = "story" | "edition";

/** What a text is that is reviewed and published. */
export function kindOf(name: string): Kind | Refused {
  const place = placeOfName(name);
  if ("refused" in place) return place;
  return place.kind === "story" || place.kind === "edition"
    ? place.kind
    : { refused: `${name} is neither a story nor an edition, so nobody signs it` };
}

const SCHEMAS = { story: storySchema, edition: editionSchema };

/** A text as it is meant. */
function read(name: string, text: string, kind: Kind, { meanings }: Pick<Site, "meanings">): Document | Refused {
  const { document } = readMarkdownFile(name, new TextEncoder().encode(text));
  if (!document) return { refused: `${name} cannot be read: mend what is told of it first` };
  return understand(document, SCHEMAS[kind], meanings).document;
}

/** The errors of a text that only a sign-off does not mend: nobody can have reviewed a text that cannot be read. */
export function hinderSigning(diagnostics: readonly Diagnostic[], path: string): Diagnostic[] {
  const isMended = (rule: string) => rule.endsWith("-sign-off") || rule === "unknown-reviewer";
  return diagnostics.filter((each) => each.path === path && isError(each) && !isMended(each.rule));
}

/** Why somebody's review does not count; undefined where it does. */
export function refuseReviewer(site: Site, by: string): string | undefined {
  const people = Object.keys(site.vocabularies.people);
  if (people.includes(by)) return undefined;
  return `“${by}” is nobody in people.yaml; ${hintNearest(by, people) ?? `the people are ${listKnown(people)}`}`;
}

/** Refuses something because of errors, each told with its place. */
export function tellErrors(errors: readonly Diagnostic[], what: string): Refused {
  const told = errors.map(({ path, line, message }) => `${path}:${line}: ${message}`);
  return { refused: `${what} while errors stand: ${told.join("; ")}` };
}

/**
 * Records a person's review of the exact text that was opened, as `sign` does. Refused where errors stand in it that a sign-off does not mend, where
 * nobody has that id, or the facts were not checked; a conflict where the text is another one by now.
 */
export async function signText(reviewed: Reviewed, { by, factChecked, now }: Review): Promise<Saved> {
  const { content, site, name, version, diagnostics } = reviewed;
  const kind = kindOf(name);
  if (typeof kind !== "string") return kind;
  const refused = refuseReviewer(site, by);
  if (refused !== undefined) return { refused };
  if (!factChecked) return { refused: "a review counts only when it checked the facts" };
  const wrong = hinderSigning(diagnostics, `${labelOf(content)}/${name}`);
  if (wrong.length > 0) return tellErrors(wrong, "this cannot be signed");
  const opened = openText(content, name);
  if ("refused" in opened) return opened;
  if (opened.version !== version) return { conflict: { text: opened.text, version: opened.version } };
  const document = read(name, opened.text, kind, site);
  if ("refused" in document) return document;
  const at = formatLocal(now, site.publication.zone);
  const record = { by, at, factChecked: true as const, digests: digestText(document, kind) };
  return saveText(content, name, writeSignOff(opened.text, record), version);
}

/** What changed in a text since its last review. */
export interface SinceReview {
  /** Who reviewed it, an id, and when, as it is written; undefined where nobody did. */
  readonly signed: { readonly by: string; readonly at: string } | undefined;
  /** The names of the parts that are not as they were: `title`, `summary`, `analysis`, `sources` …; all of them where nobody reviewed it. */
  readonly parts: readonly string[];
  /**
   * What became of the words, by part (`""` is the body), where git has the text that was signed. Undefined where no commit has that text.
   */
  readonly words: readonly ChangedPart[] | undefined;
}

/** So many commits of a file are looked through for the text that was signed. */
const MOST_COMMITS = 100;

/** The text of a file that was signed, as the last commit has it that does. */
async function findSigned(
  { content, name, site }: Pick<Reviewed, "content" | "name" | "site">,
  kind: Kind,
  signed: Digests,
): Promise<Document | undefined> {
  const list = await askGit(content, "log", "--format=%H", `-${MOST_COMMITS}`, "--", name);
  for (const commit of list?.split("\n").filter((id) => id !== "") ?? []) {
    const { code, out } = await git(content, ["show", `${commit}:./${name}`]);
    const document = code === 0 ? read(name, out, kind, site) : undefined;
    if (!document || "refused" in document) continue;
    if (changedParts(signed, digestText(document, kind)).length === 0) return document;
  }
  return undefined;
}

/** What changed in a text, saved or not, since its last review. */
export async function changedSinceReview(
  content: string,
  site: Site,
  name: string,
  text: string,
): Promise<SinceReview | Refused> {
  const kind = kindOf(name);
  if (typeof kind !== "string") return kind;
  const document = read(name, text, kind, site);
  if ("refused" in document) return document;
  const schema = SCHEMAS[kind];
  const now = digestText(document, kind);
  const { signoff } = validate<typeof storySchema | typeof editionSchema>(document, schema).partial;
  if (!signoff) return { signed: undefined, parts: Object.keys(now), words: undefined };
  const { by, at, digests } = signoff;
  const old = await findSigned({ content, name, site }, kind, digests);
  return {
    signed: { by, at },
    parts: changedParts(digests, now),
    words: old && compareParts(old, { document, schema }, { ...site.publication, meanings: site.meanings }),
  };
}
