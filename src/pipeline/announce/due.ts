import { firstIdentity } from "../../content/former/former.ts";
import type { SiteConfig } from "../../content/schema/schema.ts";
import { type Instant, instantOn } from "../../content/time/calendar.ts";
import type { Archive } from "../read/archive.ts";
import type { EditionText } from "../read/edition-text.ts";
import type { Announcement } from "./channel.ts";

/** What site.yaml has under `announce`. */
export type AnnounceSettings = NonNullable<SiteConfig["announce"]>;

/** So long after its time an edition is told of where site.yaml says nothing else. */
const USUAL_WINDOW = "36h";

const UNITS: Readonly<Record<string, number>> = { h: 3_600_000, d: 86_400_000 };

/** A length of time as `window` has it, in milliseconds. */
function readWindow(window: string): number {
  return Number(window.slice(0, -1)) * (UNITS[window.slice(-1)] ?? 0);
}

/** When something of an edition that is out was last put right, up to a moment; undefined where nothing was. */
function lastCorrection(text: EditionText, now: Instant): Instant | undefined {
  const { corrections, stories } = text.outline();
  const all = [corrections, ...stories.filter(({ status }) => status === "published").map((one) => one.corrections)];
  const past = all.flat().flatMap(({ at }) => (at <= now ? [at] : []));
  return past.length > 0 ? Math.max(...past) : undefined;
}

/**
 * What is to be told at a moment, oldest first: the visible editions that came out within the window, and of each visible edition the last correction, if
 * that is of the window. An edition of before `since` is never told of, nor is what was put right in it. With `corrections` false these are not looked for, which
 * would read all texts since `since`.
 */
export function listDue(
  { site, visible }: Pick<Archive, "site" | "visible">,
  { since, window = USUAL_WINDOW }: Pick<AnnounceSettings, "since" | "window">,
  now: Instant,
  corrections = true,
): Announcement[] {
  const { publication } = site;
  const first = since === undefined ? -Infinity : instantOn(since, "00:00", publication.zone);
  const from = now - readWindow(window);
  const due = visible
    .filter(({ placed }) => placed.status === "published" && placed.publish >= first && placed.publish <= now)
    .flatMap((text) => {
      const { identity, path, publish } = text.placed;
      const own = { identity, url: publication.url + path };
      // Its first identity, so that one which moves to another slot is not told of again.
      const edition = { ...own, key: firstIdentity(text.placed), occasion: "edition", at: publish } as const;
      const at = corrections ? lastCorrection(text, now) : undefined;
      if (at === undefined) return [edition];
      const key = `${edition.key}@${new Date(at).toISOString().replace(".000Z", "Z")}`;
      return [edition, { ...own, key, occasion: "correction", at } as const];
    });
  return due
    .filter(({ at }) => at >= from)
    .sort((a, b) => a.at - b.at)
    .map(({ key, occasion, identity, url }) => ({ key, occasion, identity, url }));
}
