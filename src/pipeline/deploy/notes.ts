import { digestOf } from "../digest.ts";
import { MARKER } from "../output/output.ts";

/** What begins the names of all that a deploy keeps for itself at a target. */
const OWN = `${MARKER.path}.`;

/** The files of the last deploy that ended, by path, and their digests. */
export const MANIFEST = `${OWN}deployed`;
/** What a deploy that has not ended does; taken away at its end. */
export const JOURNAL = `${OWN}deploying`;
/** Where a folder's files wait until they are whole. */
export const PARTS = `${OWN}parts`;
/** Keeps a second deploy out of a folder. */
export const LOCK = `${OWN}lock`;

/** Whether a deploy keeps this for itself, so that it is no file of the site. */
export function isNote(path: string): boolean {
  return path.startsWith(OWN);
}

/** Digests of files by path; empty where a file is ours, but its bytes are not known. */
export type Digests = Readonly<Record<string, string>>;

export interface Journal {
  /** Tells one deploy from another. */
  readonly id: string;
  /** Of everything that is sent or removed: what is known of it so far. */
  readonly digests: Digests;
  /** What may be there while no page that a reader can reach leads to it. */
  readonly hidden: readonly string[];
}

/** What is known of the files at a target. */
export interface Known {
  readonly digests: ReadonlyMap<string, string>;
  readonly hidden: ReadonlySet<string>;
}

/** Writes a note, which ends with its digest, so that one that is cut short or edited is known. */
export function printNote(value: Digests | Journal): string {
  const text = JSON.stringify(value);
  return `${text}\n${digestOf(text)}\n`;
}

/** Reads a note; undefined when there is none, or a damaged one. */
function readNote(note: string | undefined): unknown {
  const [text = "", digest] = note?.split("\n") ?? [];
  return digest !== undefined && digest === digestOf(text) ? (JSON.parse(text) as unknown) : undefined;
}

/** The deploy that a journal is of. */
export function readJournal(note: string | undefined): Journal | undefined {
  return readNote(note) as Journal | undefined;
}

/**
 * What two notes say of a target. Without a manifest nothing is known but what a journal says; where a journal is damaged, any
 * file may be another than the manifest says, but it still is ours.
 */
export function readKnown(manifest: string | undefined, journal: string | undefined): Known {
  const last = (readNote(manifest) ?? {}) as Digests;
  const open = readJournal(journal);
  if (journal !== undefined && open === undefined)
    return { digests: new Map(Object.keys(last).map((path) => [path, ""])), hidden: new Set() };
  return { digests: new Map(Object.entries({ ...last, ...open?.digests })), hidden: new Set(open?.hidden) };
}
