import { relative } from "node:path";
import { writeWhole } from "../../cache.mjs";
import { classify } from "../../content/files/layout.ts";
import { readContentFolder } from "../../content/files/files.ts";
import {
  changesSince,
  describeChange,
  FORMAT_CHANGES,
  type FormatFile,
  isVersion,
} from "../../content/format/changes.ts";
import { writeRecord } from "../../content/format/record.ts";
import { readMarkdownFile, readYamlFile } from "../../content/parse/document.ts";
import { labelOf } from "../../pipeline/read/label.ts";
import { type FormatState, readFormatState } from "./format-state.ts";
import { readGenerator } from "../init/generator.ts";
import { contentOption, createCommand, requireFolder, UsageError } from "../options.ts";

/** The texts and vocabularies of a content folder that can be read; what is wrong with others is for a check to tell. */
function readFormatFiles(content: string): FormatFile[] {
  const label = labelOf(content);
  return readContentFolder(content, label).files.flatMap((file): FormatFile[] => {
    const place = classify(file.path);
    if (!("kind" in place)) return [];
    const path = `${label}/${file.path}`;
    if (place.kind === "vocabulary") {
      const { document } = readYamlFile(path, file.bytes);
      return document ? [{ kind: place.name, document }] : [];
    }
    if (place.kind !== "story" && place.kind !== "edition" && place.kind !== "page") return [];
    const { document } = readMarkdownFile(path, file.bytes);
    return document ? [{ kind: place.kind, document }] : [];
  });
}

function settle({ path, text }: FormatState, version: string): void {
  const file = relative(process.cwd(), path);
  const changed = writeRecord(text, version);
  if (changed === undefined)
    throw new UsageError(`${file} cannot be changed; put this into it: "eveningUpdate": { "format": "${version}" }`);
  if (changed !== text) writeWhole(path, changed);
  process.stdout.write(`${file} says that this publication settled on the format of ${version}\n`);
}

export const upgrade = createCommand("upgrade", "tell what changed in the content format, and what to type")
  .addOption(contentOption())
  .option("--done", "write down that everything has been typed", false)
  .action(({ content, done }: { content: string; done: boolean }) => {
    const { name, version } = readGenerator();
    const state = readFormatState();
    if (done) {
      settle(state, version);
      return;
    }
    const say = (...lines: readonly string[]) => process.stdout.write(`${lines.join("\n")}\n`);
    if (!isVersion(state.record))
      say(`package.json does not say on which format this publication settled, so ${state.settled} is assumed`);
    const changes = changesSince(state.settled, FORMAT_CHANGES);
    if (changes.length === 0) {
      say(`${name} ${version}: the content format is that of ${state.settled}, and nothing has to be typed`);
      return;
    }
    const files = readFormatFiles(requireFolder(content));
    say(`${name} ${version}: the content format has changed since ${state.settled}`);
    for (const change of changes) say(...describeChange(change, files));
    say("When all is typed: npm run upgrade -- --done");
    process.exitCode = 1;
  });
