import { keepMark, openEditable } from "../content/edit/editable.ts";
import { schemaOf } from "../content/edit/schema-of.ts";
import { tidyText } from "../content/edit/tidy.ts";
import { UNKNOWN } from "../content/files/files.ts";
import type { Frame } from "../content/frame.ts";
import { countOf } from "../content/problems/count.ts";
import { currentPublisher } from "../content/publishers.ts";
import { letterPath } from "../content/letters/letter.ts";
import { hasKey } from "../content/parse/document.ts";
import { GONE } from "../content/former/gone.ts";
import { spellOut } from "../content/words/invisible.ts";
import { labelOf } from "../pipeline/read/label.ts";
import { openPublication } from "../pipeline/read/publication.ts";
import { openText } from "../pipeline/desk/open-text.ts";
import { saveText } from "../pipeline/desk/save-text.ts";
import { clockOf, contentOption, createCommand, requireFolder } from "./options.ts";

interface TidyOptions {
  readonly content: string;
  readonly check: boolean;
}

/** The files that may have something to tidy, by their paths in the content folder. */
function listCandidates({ folders, site }: Frame): string[] {
  const texts = folders.flatMap(({ edition, stories }) => [
    ...(edition ? [edition] : []),
    ...stories.map(({ file }) => file),
  ]);
  return ["site.yaml", ...texts.map(({ path }) => path), ...site.letters.all.map(letterPath)];
}

/** What became of a file. */
interface Tidied {
  readonly lines: readonly string[];
  /** How many places were tidied, or would be. */
  readonly count: number;
  /** Whether anything in it had to stay that is, or may be, written otherwise than the format says. */
  readonly stays: boolean;
}

/** A file that stays as it was, and why. */
function leave(why: string): Tidied {
  return { lines: [why], count: 0, stays: true };
}

async function tidyFile(frame: Frame, { content, check }: TidyOptions, path: string): Promise<Tidied> {
  const { meanings, vocabularies } = frame.site;
  const label = `${labelOf(content)}/${path}`;
  const opened = openText(content, path);
  if ("refused" in opened) return leave(opened.refused);
  const file = openEditable(label, new TextEncoder().encode(opened.text));
  const schema = file && schemaOf(path, hasKey(file.document, GONE));
  if (!schema) return leave(`${label} cannot be read, so it stays: check tells why`);
  const isKnown = (id: string) => Object.hasOwn(vocabularies.publishers, currentPublisher(vocabularies.publishers, id));
  const { file: tidy, tidied, left } = tidyText(file, schema, meanings, isKnown);
  const lines = [
    ...tidied.map(({ line, column, typed, written }) => `${label}:${line}:${column} “${typed}” → ${written}`),
    ...left.map(
      ({ line, column, typed }) => `${label}:${line}:${column} “${typed}” is understood, and stays: change it by hand`,
    ),
  ].map(spellOut);
  const done = { lines, count: tidied.length, stays: left.length > 0 };
  if (tidied.length === 0 || check) return done;
  const saved = await saveText(content, path, keepMark(opened.text, tidy.text), opened.version);
  if ("refused" in saved) return leave(saved.refused);
  return "conflict" in saved ? leave(`${label} has just been changed, so it stays`) : done;
}

export const tidy = createCommand("tidy", "write as the format says what was typed otherwise and is understood")
  .addOption(contentOption())
  .option("--check", "write nothing, and fail where there is something to tidy", false)
  .action(async (options: TidyOptions) => {
    const content = requireFolder(options.content);
    const frame = openPublication({ content, now: clockOf(undefined), preview: false }, UNKNOWN);
    const files: Tidied[] = [];
    for (const path of listCandidates(frame)) files.push(await tidyFile(frame, options, path));
    const count = files.reduce((sum, file) => sum + file.count, 0);
    const changed = files.filter((file) => file.count > 0).length;
    const staying = files.filter(({ stays }) => stays).length;
    const sum = [
      ...(count === 0
        ? []
        : [
            `${countOf(count, "place", "places")} ${options.check ? "to tidy" : "tidied"} in ${countOf(changed, "file", "files")}`,
          ]),
      ...(staying === 0 ? [] : [`something stays as it was in ${countOf(staying, "file", "files")}`]),
    ].join("; ");
    const lines = [...files.flatMap(({ lines }) => lines), sum === "" ? "nothing to tidy" : sum];
    process.stdout.write(lines.map((line) => `${line}\n`).join(""));
    process.exitCode = staying > 0 || (options.check && count > 0) ? 1 : 0;
  });
