import type * as z from "zod";
import { keepMark, openEditable } from "../content/edit/editable.ts";
import { tidyText } from "../content/edit/tidy.ts";
import { type ContentFile, UNKNOWN } from "../content/files/files.ts";
import type { Frame } from "../content/frame.ts";
import { countOf } from "../content/problems/count.ts";
import { currentPublisher } from "../content/publishers.ts";
import {
  editionSchema,
  goneEditionSchema,
  goneStorySchema,
  siteSchema,
  storySchema,
} from "../content/schema/schema.ts";
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

/** A file that may have something to tidy, with its schemas: of a text, and of one that was taken back. */
interface Candidate {
  readonly path: string;
  readonly schema: z.ZodType;
  readonly gone?: z.ZodType;
}

function listCandidates({ folders }: Frame): Candidate[] {
  const of = ({ path }: ContentFile, schema: z.ZodType, gone: z.ZodType): Candidate => ({ path, schema, gone });
  return [
    { path: "site.yaml", schema: siteSchema },
    ...folders.flatMap(({ edition, stories }) => [
      ...(edition ? [of(edition, editionSchema, goneEditionSchema)] : []),
      ...stories.map(({ file }) => of(file, storySchema, goneStorySchema)),
    ]),
  ];
}

/** What became of a file. */
interface Tidied {
  readonly lines: readonly string[];
  readonly count: number;
}

async function tidyFile(
  frame: Frame,
  { content, check }: TidyOptions,
  { path, schema, gone }: Candidate,
): Promise<Tidied> {
  const { meanings, vocabularies } = frame.site;
  const label = `${labelOf(content)}/${path}`;
  const opened = openText(content, path);
  const file = "refused" in opened ? undefined : openEditable(label, new TextEncoder().encode(opened.text));
  if ("refused" in opened || !file) return { lines: [], count: 0 };
  const isKnown = (id: string) => Object.hasOwn(vocabularies.publishers, currentPublisher(vocabularies.publishers, id));
  const own = gone && hasKey(file.document, GONE) ? gone : schema;
  const { file: tidy, tidied, left } = tidyText(file, own, meanings, isKnown);
  const lines = [
    ...tidied.map(({ line, column, typed, written }) => `${label}:${line}:${column} “${typed}” → ${written}`),
    ...left.map(
      ({ line, column, typed }) => `${label}:${line}:${column} “${typed}” is understood, and stays: change it by hand`,
    ),
  ].map(spellOut);
  if (tidied.length === 0 || check) return { lines, count: tidied.length };
  const saved = await saveText(content, path, keepMark(opened.text, tidy.text), opened.version);
  if ("refused" in saved) return { lines: [saved.refused], count: 0 };
  if ("conflict" in saved) return { lines: [`${label} has just been changed, so it stays`], count: 0 };
  return { lines, count: tidied.length };
}

export const tidy = createCommand("tidy", "write as the format says what was typed otherwise and is understood")
  .addOption(contentOption())
  .option("--check", "write nothing, and fail where there is something to tidy", false)
  .action(async (options: TidyOptions) => {
    const content = requireFolder(options.content);
    const frame = openPublication({ content, now: clockOf(undefined), preview: false }, UNKNOWN);
    const files: Tidied[] = [];
    for (const candidate of listCandidates(frame)) files.push(await tidyFile(frame, options, candidate));
    const count = files.reduce((sum, file) => sum + file.count, 0);
    const changed = files.filter((file) => file.count > 0).length;
    const sum =
      count === 0
        ? "nothing to tidy"
        : `${countOf(count, "place", "places")} ${options.check ? "to tidy" : "tidied"} in ${countOf(changed, "file", "files")}`;
    process.stdout.write([...files.flatMap(({ lines }) => lines), sum].map((line) => `${line}\n`).join(""));
    process.exitCode = options.check && count > 0 ? 1 : 0;
  });
