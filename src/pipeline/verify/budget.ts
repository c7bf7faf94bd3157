import { gzipSync } from "node:zlib";
import { LOOK, type PageType, pathOf, readPath } from "../../content/addresses.ts";
import { type Diagnostic, diagnose, START } from "../../content/problems/diagnostic.ts";
import type { Site } from "../../content/site.ts";
import type { Output } from "../output/output.ts";
import type { Fault } from "./promise.ts";

/** The bytes that pages over their budget take, by file. */
export type Weights = Readonly<Record<string, number>>;

/**
 * What a page may take, in bytes compressed with gzip at its best, as hosts send it: what a telephone bears. On slow 4G (1.6 Mbit/s, 150 ms
 * to and fro: Lighthouse's throttling of a phone) a connection takes 0.6 s, and such a page with its styles and fonts, 151 kB, 0.8 s:
 * 1.4 s of the 2.5 s in which a page is to be there (Core Web Vitals: LCP), the rest being left to a slow processor.
 */
export const PAGE_BUDGET = 100_000;

/** What the look may take, which every page needs and no content makes heavier. */
export const LOOK_BUDGETS = {
  stylesheet: 5_000,
  /** The fonts of a page without rarer letters; they are compressed as they are. */
  fonts: 46_000,
} as const;

const OWN_FONTS = /\/hesper-(?:roman|italic)\.[^/]*$/;

// UTF-8 text comes to at most this part of itself, Chinese to the most; so most pages are known to be light unpacked.
const DENSEST = 2 / 3;

/** So many pages are told of, the heaviest first: whoever likes long editions has hundreds. */
const MOST_TOLD = 25;

/** The bytes that content takes on its way to a reader. */
export function compressedSize(content: string | Uint8Array): number {
  return gzipSync(content, { level: 9 }).length;
}

/** Whether a page is known to be within its budget by less than half of the work of compressing it at its best. */
function isSurelyLight(content: string): boolean {
  // In UTF-8 a unit of UTF-16 takes three bytes at most, and of most pages nothing need be counted.
  if (content.length * 3 * DENSEST <= PAGE_BUDGET || Buffer.byteLength(content) * DENSEST <= PAGE_BUDGET) return true;
  return gzipSync(content, { level: 1 }).length <= PAGE_BUDGET;
}

/** The pages that are over their budget, with the bytes they take. */
export function findHeavy(outputs: readonly Output[]): Weights {
  const heavy: Record<string, number> = {};
  for (const output of outputs) {
    if (!output.path.endsWith(".html")) continue;
    const { path, content } = output;
    if (typeof content !== "string") continue;
    if (isSurelyLight(content)) continue;
    const size = compressedSize(content);
    if (size > PAGE_BUDGET) heavy[path] = size;
  }
  return heavy;
}

/** Whether the look itself is within its budgets, which no content can change. */
export function verifyLook(look: readonly Output[]): Fault[] {
  const fonts = look.filter(({ path }) => OWN_FONTS.test(path)).reduce((sum, { content }) => sum + content.length, 0);
  const styles = look.filter(({ path }) => path.startsWith(LOOK) && path.endsWith(".css"));
  const { stylesheet, fonts: most } = LOOK_BUDGETS;
  const tell = (path: string, what: string, size: number, budget: number): Fault[] =>
    size > budget ? [{ path, message: `${what} ${inKilobytes(size)}; ${inKilobytes(budget)} is the most` }] : [];
  return [
    ...styles.flatMap(({ path, content }) => tell(path, "the stylesheet takes", compressedSize(content), stylesheet)),
    ...tell(LOOK, "the fonts that an edition needs take", fonts, most),
  ];
}

function inKilobytes(bytes: number): string {
  return `${(Math.ceil(bytes / 100) / 10).toFixed(1)} kB`;
}

const HINTS: Partial<Record<PageType["type"], string>> = {
  edition: "shorten its analyses, or make two editions of it",
  story: "shorten it, or tell a part of it as a story of its own",
};

/** What of a site tells the files of its content folder. */
export interface Labelled extends Pick<Site, "label"> {
  readonly pages: readonly Pick<Site["pages"][number], "id" | "path">[];
}

/** The file of the content folder that a page is made of, or else the page's own address. */
export function sourceOf(path: string, { label, pages }: Labelled): string {
  const page = readPath(path);
  if (page.type === "edition" || page.type === "story") {
    const { date, slot } = page.dateline;
    const name = page.type === "story" ? page.slug : "edition";
    return `${label}/editions/${date.slice(0, 4)}/${date.slice(5)}-${slot}/${name}.md`;
  }
  const standing = pages.find((own) => own.path === path);
  return standing ? `${label}/pages/${standing.id}.md` : path;
}

/** Tells of pages over their budget. They are warnings: content that follows the format builds, however much there is of it. */
export function describeHeavy(weights: readonly Weights[], site: Labelled): Diagnostic[] {
  const heaviest = weights
    .flatMap((own) => Object.entries(own))
    .sort(([a, size], [b, other]) => other - size || (a < b ? -1 : 1));
  const told = heaviest.slice(0, MOST_TOLD).map(([file, size]) => {
    const path = pathOf(file);
    const { type } = readPath(path);
    return diagnose(sourceOf(path, site), START, {
      severity: "warning",
      rule: "heavy-page",
      message: `${path} takes ${inKilobytes(size)} compressed; ${inKilobytes(PAGE_BUDGET)} is what a phone can bear on a slow connection`,
      hint: HINTS[type],
    });
  });
  const rest = heaviest.length - told.length;
  if (rest === 0) return told;
  const message = `${rest} more ${rest === 1 ? "page is" : "pages are"} over their budget; the heaviest are told`;
  return [...told, diagnose(`${site.label}/editions`, START, { severity: "warning", rule: "heavy-page", message })];
}
