import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RecordingCopy } from "../../views/recordings/copies.ts";
import type { Output } from "../output/output.ts";

/** Makes the function that gives the files of recordings in a content folder. They are copied as they are, since decoding one would lose of it. */
export function startRecordings(content: string): (recordings: readonly RecordingCopy[]) => Promise<Output[]> {
  return (recordings) =>
    Promise.resolve(
      recordings.map(({ path, file }): Output => {
        const from = join(content, file);
        return {
          path,
          from,
          get content() {
            return readFileSync(from);
          },
        };
      }),
    );
}
