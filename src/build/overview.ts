import type { EditionOutline } from "../content/outline.ts";
import type { Site } from "../content/site.ts";
import {
  type FeedEntry,
  type FeedPlan,
  type Loaded,
  planCorrectionFeed,
  planJsonFeed,
  planTextFeeds,
  type TextRow,
  viewFeed,
} from "../views/feeds.ts";
import { planHomePage } from "../views/home-page.ts";
import type { Planned } from "../views/planned.ts";
import type { Shell } from "../views/shell.ts";
import { planOverview, type Views } from "../views/views.ts";
import { digestOf } from "./digest.ts";
import type { SomeViews } from "./printer.ts";

/** A page or file that is about the publication as a whole: a function of what its key is a digest of. */
export interface Part {
  /** Of the file, from the site's root. */
  readonly path: string;
  readonly key: string;
  /** The paths of the site that its view names. */
  readonly leadsTo: () => Iterable<string>;
  /** The view, under the name of its collection; made when it is asked for. */
  readonly view: () => SomeViews;
}

const ADDRESSES = new Set(["href", "loc"]);

/** The paths of the site that stand anywhere in a view. */
export function leadsOf(view: object, { url, base }: Site["publication"]): Set<string> {
  const found = new Set<string>();
  const visit = (value: object): void => {
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === "object" && inner !== null) visit(inner as object);
      else if (typeof inner === "string" && ADDRESSES.has(key)) {
        const path = inner.replace(/[?#].*/s, "");
        if (path.startsWith(`${url}/`)) found.add(path.slice(url.length));
        else if (path.startsWith(`${base}/`) && !path.startsWith("//")) found.add(path.slice(base.length));
      }
    }
  };
  visit(view);
  return found;
}

/** By what it is known that something is as it was. */
export interface Keys {
  /** The digest of all that an edition's texts show, by its identity. */
  keyOf(edition: string): string;
  /** The digest of all that other pages may show of an edition. */
  outlineKeyOf(edition: EditionOutline): string;
  /** The digest of what stands around every page. */
  readonly shell: string;
}

/** The texts that the home and feeds show. */
export interface Texts extends Keys {
  load(edition: EditionOutline): Loaded;
  /** The entry of a row of the feed at a path. */
  entryOf(path: string, row: TextRow): FeedEntry;
}

/** The part that a plan comes to. */
function partOf(
  collection: keyof Views,
  { path, shell, frame, rows, texts, derive }: Planned<object>,
  { publication }: Site,
  keys: Keys,
): Part {
  const about = rows.map(({ edition, story }) => `${keys.outlineKeyOf(edition)} ${story?.slug ?? ""}`);
  const shown = texts === undefined ? "" : keys.keyOf(texts);
  return {
    path,
    key: digestOf(collection, JSON.stringify(frame), shell ? keys.shell : "", about.join("\n"), shown),
    *leadsTo() {
      yield* leadsOf(frame, publication);
      for (const { edition, story } of rows) yield (story ?? edition).path;
    },
    view: () => ({ [collection]: [derive()] }),
  };
}

function feedPart(
  collection: "atomFeeds" | "jsonFeeds",
  plan: FeedPlan,
  site: Site,
  outlines: ReadonlyMap<string, EditionOutline>,
  texts: Texts,
): Part {
  const { rows, ...about } = plan;
  const ownTexts = rows.flatMap((row) => ("correction" in row ? [] : [row]));
  const pathsIn = ({ edition, story }: TextRow): string[] => {
    const { path = "", stories = [] } = outlines.get(edition) ?? {};
    const own = stories.filter(({ identity }) => story === undefined || identity === story);
    return [...(story === undefined ? [path] : []), ...own.map((found) => found.path)];
  };
  const keys = rows.map((row) =>
    "correction" in row ? JSON.stringify(row) : `${texts.keyOf(row.edition)} ${row.story ?? ""}`,
  );
  return {
    path: plan.path,
    key: digestOf(collection, JSON.stringify([about, site.publication]), ...keys),
    leadsTo: () => ownTexts.flatMap(pathsIn),
    view: () => ({ [collection]: [viewFeed(site, plan, (row) => texts.entryOf(plan.path, row))] }),
  };
}

/** All that the parts without texts depend on, the setting aside: while it is the same, so is each of them. */
export function keyOfPages(
  { vocabularies, pages, clock }: Site,
  editions: readonly EditionOutline[],
  keys: Keys,
): string {
  const { publishers, people, sponsors } = vocabularies;
  const standing = pages.map(({ path, title, description, body }) => ({ path, title, description, body }));
  const around = JSON.stringify([publishers, people, sponsors, standing, clock.month()]);
  return digestOf(keys.shell, around, editions.map((edition) => keys.outlineKeyOf(edition)).join(" "));
}

/** Every page and file that is not an edition's or a story's own and shows no texts. */
export function listPages(site: Site, editions: readonly EditionOutline[], shell: Shell, keys: Keys): Part[] {
  const plans = Object.entries(planOverview(site, editions, shell)) as [keyof Views, readonly Planned<object>[]][];
  return plans.flatMap(([collection, own]) => own.map((plan) => partOf(collection, plan, site, keys)));
}

/** The home and the feeds. */
export function listTextParts(site: Site, editions: readonly EditionOutline[], shell: Shell, texts: Texts): Part[] {
  const outlines = new Map(editions.map((edition) => [edition.identity, edition]));
  const feeds = [planCorrectionFeed(site, editions), ...planTextFeeds(site, editions)];
  return [
    partOf(
      "home",
      planHomePage(site, editions, shell, (edition) => texts.load(edition)),
      site,
      texts,
    ),
    ...feeds.map((plan) => feedPart("atomFeeds", plan, site, outlines, texts)),
    feedPart("jsonFeeds", planJsonFeed(site, editions), site, outlines, texts),
  ];
}
