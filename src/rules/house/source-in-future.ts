import { diagnoseValue } from "../../content/parse/document.ts";
import type { Diagnostic } from "../../content/problems/diagnostic.ts";
import type { Story } from "../../content/story.ts";

/** The easternmost zone is so many hours ahead of UTC: what is dated later was published nowhere yet. */
const EARLIEST_DAY = 14 * 3_600_000;

/** Tells of sources that are dated after their story, and after all that was added to it: on no day that had begun anywhere. */
export function findFutureSources({ document, front, dateline, publish, corrections }: Story): Diagnostic[] {
  const sources = front.source ?? [];
  // Most are older than their edition, which is quickly seen.
  if (!sources.some(({ published = "" }) => published > dateline.date)) return [];
  const last = Math.max(publish, ...corrections.map(({ at }) => at));
  const latest = new Date(last + EARLIEST_DAY).toISOString().slice(0, 10);
  return sources.flatMap(({ published }, index) =>
    published === undefined || published <= latest
      ? []
      : [
          diagnoseValue(document, ["source", index, "published"], {
            severity: "warning",
            rule: "source-in-future",
            message: `this source is dated ${published}, after the story that cites it`,
            hint: "give the day on which the source was published, or delete the line",
          }),
        ],
  );
}
