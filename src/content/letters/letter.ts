import { readLocalTime } from "../correction.ts";
import type { ContentFile } from "../files/files.ts";
import { type Document, diagnoseValue, readMarkdownFile } from "../parse/document.ts";
import type { Diagnostic } from "../problems/diagnostic.ts";
import type { Publication } from "../publication.ts";
import { type LetterFrontMatter, letterSchema } from "../schema/keys/letter-schema.ts";
import { type Meanings, understand } from "../schema/shorthand.ts";
import { validate } from "../schema/validate.ts";
import type { Instant } from "../time/calendar.ts";
import { addressProblem, checkLetterText, textOfLetter } from "./letter-text.ts";

/** What a reader wrote about a story and an editor accepted. */
export interface Letter {
  readonly id: string;
  readonly name: string;
  readonly at: Instant;
  readonly accepted: { readonly by: string; readonly at: Instant };
  readonly reply: { readonly by: string; readonly text: string } | undefined;
  /** Plain text, of which nothing is markup; empty lines part its paragraphs. */
  readonly text: string;
}

/** A letter's file with what of it is right, for rules that compare it with the rest of the publication. */
export interface FiledLetter {
  readonly id: string;
  /** That of its folder. */
  readonly year: string;
  /** Its path, as printed in diagnostics. */
  readonly path: string;
  /** Its front matter, without the keys that are wrong. */
  readonly front: Partial<LetterFrontMatter>;
  readonly text: string;
  /** The letter, where nothing that pages show of it is missing. */
  readonly letter: Letter | undefined;
  /** Its document, parsed anew: few are asked for, and what is parsed takes far more memory than the file. */
  readonly document: () => Document | undefined;
}

/** The path of a letter's file in the content folder. */
export function letterPath({ year, id }: Pick<FiledLetter, "year" | "id">): string {
  return `letters/${year}/${id}.md`;
}

/** What of a letter's front matter readers are shown, and may hold no e-mail address. */
function* textsOf({ name, reply }: Partial<LetterFrontMatter>): Generator<readonly [string[], string]> {
  if (name !== undefined) yield [["name"], name];
  if (reply) yield [["reply", "text"], reply.text];
}

/** Reads a letter's file, of any bytes. Undefined when it cannot be read at all. */
export function readLetter(
  file: ContentFile,
  { id, year }: Pick<FiledLetter, "id" | "year">,
  label: string,
  { publication: { zone }, meanings }: { readonly publication: Publication; readonly meanings: Meanings },
  diagnostics: Diagnostic[],
): FiledLetter | undefined {
  const path = `${label}/${file.path}`;
  const reading = readMarkdownFile(path, file.bytes);
  diagnostics.push(...reading.diagnostics);
  if (!reading.document) return undefined;
  const { document } = understand(reading.document, letterSchema, meanings);
  const { partial: front, diagnostics: found } = validate(document, letterSchema);
  diagnostics.push(...found, ...checkLetterText(document));
  for (const [key, words] of textsOf(front)) {
    const problem = addressProblem(words);
    if (problem) diagnostics.push(diagnoseValue(document, key, problem));
  }
  const { name, accepted, reply } = front;
  const at = readLocalTime(front.at, ["at"], document, zone, diagnostics);
  const acceptedAt = readLocalTime(accepted?.at, ["accepted", "at"], document, zone, diagnostics);
  const text = textOfLetter(document);
  const isWhole = name !== undefined && at !== undefined && accepted !== undefined && acceptedAt !== undefined;
  return {
    id,
    year,
    path,
    front,
    text,
    letter: isWhole ? { id, name, at, accepted: { by: accepted.by, at: acceptedAt }, reply, text } : undefined,
    document: () => readMarkdownFile(path, file.bytes).document,
  };
}
