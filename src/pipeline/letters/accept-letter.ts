import { randomUUID } from "node:crypto";
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { createLetterBook } from "../../content/letters/letter-book.ts";
import { type FiledLetter, letterPath, readLetter } from "../../content/letters/letter.ts";
import { writeLetter } from "../../content/letters/write-letter.ts";
import { type Diagnostic, diagnose, isError, START } from "../../content/problems/diagnostic.ts";
import { sortDiagnostics } from "../../content/problems/diagnostic-order.ts";
import type { Site } from "../../content/site.ts";
import type { LetterFrontMatter } from "../../content/schema/keys/letter-schema.ts";
import { formatLocal, type Instant } from "../../content/time/calendar.ts";
import { checkLetters } from "../../rules/letters.ts";
import { deskFolder } from "../desk/desk-folder.ts";
import { putNewFile } from "../desk/put-file.ts";
import type { Archive } from "../read/archive.ts";
import type { LetterRecord } from "./letter-record.ts";
import type { Queue } from "./queue.ts";

/** An editor's decision to publish a letter. */
export interface Decision {
  /** An id of people.yaml. */
  readonly by: string;
  readonly at: Instant;
  readonly reply: { readonly by: string; readonly text: string } | undefined;
}

/** A letter that was accepted, or why it was not. */
export interface Accepted {
  /** In the content folder; undefined where nothing was written. */
  readonly path: string | undefined;
  /** What `check` says of the letter. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A letter's file as the content folder gets it; nothing in it is the address that came with the letter. */
export function composeLetter(
  { id, story, name, at, text }: LetterRecord,
  { by, at: accepted, reply }: Decision,
  zone: string,
): { readonly path: string; readonly year: string; readonly front: LetterFrontMatter; readonly file: string } {
  // Clocks differ, and a letter is never accepted before it was written.
  const written = formatLocal(Math.min(at, accepted), zone);
  const year = written.slice(0, 4);
  const front = {
    story,
    name,
    at: written,
    accepted: { by, at: formatLocal(accepted, zone) },
    ...(reply && { reply }),
  };
  return { path: letterPath({ id, year }), year, front, file: writeLetter(front, text) };
}

/** Whether a letter's file could not be accepted, whoever accepts it: the last word of a form, which finds most of it field by field. */
export function isRefused(site: Site, record: LetterRecord): boolean {
  const decision = { by: "nobody", at: record.at, reply: undefined };
  const { path, year, file } = composeLetter(record, decision, site.publication.zone);
  const diagnostics: Diagnostic[] = [];
  const bytes = new TextEncoder().encode(file);
  const filed = readLetter({ path, bytes }, { id: record.id, year }, site.label, site, diagnostics);
  return filed?.text !== record.text || filed.front.name !== record.name || diagnostics.some(isError);
}

/** What `check` would say of a file if it stood in an archive. */
function checkFile({ site, editions }: Archive, path: string, bytes: Uint8Array, name: { id: string; year: string }) {
  const diagnostics: Diagnostic[] = [];
  const filed = readLetter({ path, bytes }, name, site.label, site, diagnostics);
  if (filed) {
    const others = site.letters.all.filter((other) => other.path !== filed.path);
    // The other ones come first, so that the new one is told that it is the second of its kind.
    const letters = createLetterBook([...others, filed], site.renamed);
    const found = checkLetters({ ...site, editions: editions.map((edition) => edition.outline()), letters });
    diagnostics.push(...found.filter((each) => each.path === filed.path));
  }
  return { filed, diagnostics };
}

/** Whether a file that stands where a letter would come says what the letter does: so it is where an earlier run was cut off. */
function isSame(there: Uint8Array, filed: FiledLetter, { site }: Archive): boolean {
  const other = readLetter({ path: filed.path, bytes: there }, filed, site.label, site, []);
  return other?.text === filed.text && other.front.name === filed.front.name && other.front.story === filed.front.story;
}

/** Takes away what a run that was cut off left under another name of a file: content with two names is not read. */
function dropAsides(content: string, path: string): void {
  for (const folder of [deskFolder(content), dirname(path)])
    for (const name of readdirSync(folder))
      if (name.startsWith(`.${basename(path)}.`)) rmSync(join(folder, name), { force: true });
}

/** Puts the file in its place, if none stands there; whether it or its like stands there now. */
function put(content: string, path: string, bytes: Uint8Array, filed: FiledLetter, archive: Archive): boolean {
  const full = join(content, path);
  mkdirSync(dirname(full), { recursive: true });
  if (putNewFile(content, full, bytes) === "done") return true;
  if (lstatSync(full, { throwIfNoEntry: false })?.isFile() !== true) return false;
  if (!isSame(readFileSync(full), filed, archive)) return false;
  dropAsides(content, full);
  return true;
}

/**
 * Makes a letter of the queue part of the content, if `check` finds no error in it, and deletes it from the queue with its writer's address. A run that is cut
 * off leaves the letter in the queue; the next one finds the file, and there is never a second one.
 */
export function acceptLetter(
  content: string,
  archive: Archive,
  queue: Pick<Queue, "settle">,
  record: LetterRecord,
  decision: Decision,
): Accepted {
  const { id } = record;
  const { path, year, front, file } = composeLetter(record, decision, archive.site.publication.zone);
  const bytes = new TextEncoder().encode(file);
  const { filed, diagnostics } = checkFile(archive, path, bytes, { id, year });
  const label = `${archive.site.label}/${path}`;
  if (filed && (filed.front.name !== front.name.trim() || filed.text !== record.text.trim()))
    diagnostics.push(
      diagnose(label, START, { rule: "letter-text", message: "the letter would not come back from its file as it is" }),
    );
  if (record.email !== undefined && file.toLowerCase().includes(record.email.toLowerCase()))
    diagnostics.push(
      diagnose(label, START, {
        rule: "letter-address",
        message: "the address of its writer stands in the letter, and readers were promised that none is published",
        hint: "take it out",
      }),
    );
  if (filed && !diagnostics.some(isError)) {
    if (put(content, path, bytes, filed, archive)) {
      queue.settle(id);
      return { path, diagnostics: sortDiagnostics(diagnostics) };
    }
    diagnostics.push(
      diagnose(label, START, {
        rule: "letter-id",
        message: "another letter stands here",
        hint: `give it another name, such as ${id}-${randomUUID().slice(0, 4)}.md`,
      }),
    );
  }
  return { path: undefined, diagnostics: sortDiagnostics(diagnostics) };
}
