import type { Diagnostic } from "../../content/problems/diagnostic.ts";
import { type Document, readMarkdownFile } from "../../content/parse/document.ts";
import type { Edition } from "../../content/edition.ts";
import { type EditionOutline } from "../../content/outline.ts";
import type { EditionTrace } from "../../rules/repeats/trace.ts";
import type { PlacedEdition } from "../../content/time/schedule.ts";
import type { Loaded } from "../../views/page.ts";
import { digestOf } from "../digest.ts";
import { digestValue } from "../pages/keys.ts";
import { filesIn, type Opened } from "./opened.ts";
import { type Secret } from "./secrets.ts";
import type { TextRecord } from "./text-record.ts";

import { type Archival, readText, type ReadText, sealOutline, stillTrue } from "./read-text.ts";

/** An edition of an archive, read and rendered when somebody asks for what the last build does not tell. */
export interface EditionText {
  readonly placed: PlacedEdition;
  /** What other pages may know of it. */
  outline(): EditionOutline;
  /** The edition with all its texts, as editors wrote them. */
  edition(): Edition;
  /** The edition as far as readers may see it. */
  load(): Loaded;
  /** The digest of all that its texts show, what is said of the stories that they follow included. */
  key(): string;
  diagnostics(): readonly Diagnostic[];
  secrets(): readonly Secret[];
  /** What of it is held against other editions. */
  trace(): EditionTrace;
  /** One of its files, parsed anew: by its path as diagnostics name it. */
  document(path: string): Document | undefined;
  /** What the next build may need to know. */
  record(): TextRecord;
  /** Takes what a worker made of it. */
  adopt(record: TextRecord): void;
}

/** Makes an edition of an archive of what was opened of it. */
export function createEditionText({ dated, ...opened }: Opened, archival: Archival): EditionText {
  let isSealed = false;
  let record = stillTrue(opened, archival);
  const read = (): ReadText =>
    archival.recent(opened.folder.identity, () => {
      const text = readText(opened, archival, dated, record);
      // What is parsed of a file takes far more memory than the file.
      dated = undefined;
      ({ record } = text);
      return text;
    });
  const known = (): TextRecord => record ?? read().record;
  return {
    placed: opened.placed,
    outline() {
      const { outline, digests } = known();
      if (!isSealed) sealOutline(outline, digests);
      isSealed = true;
      return outline;
    },
    edition: () => read().edition,
    load: () => read().loaded,
    key() {
      const { key, dependencies } = known();
      if (dependencies.followed.length === 0) return key;
      const followed = dependencies.followed.map((identity) => archival.stories.get(identity) ?? null);
      return digestOf(key, digestValue(followed));
    },
    diagnostics: () => known().diagnostics,
    secrets: () => known().secrets,
    trace: () => known().trace,
    document(path) {
      const file = filesIn(opened.folder).find((own) => path.endsWith(`/${own.path}`));
      return file && readMarkdownFile(path, file.bytes).document;
    },
    record: known,
    adopt(made) {
      record = made;
      isSealed = false;
    },
  };
}
