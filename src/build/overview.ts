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
import type { Shell } from "../views/shell.ts";
import { viewOverview, type Views } from "../views/views.ts";
import { digestOf } from "./digest.ts";
import type { SomeViews } from "./printer.ts";

/** A page or file that is about the publication as a whole: a function of what its key is a digest of. */
export interface Part {
  /** Of the file, from the site's root. */
  readonly path: string;
  readonly key: string;
  /** The paths of the site that its view names. */
  readonly leadsTo: ReadonlySet<string>;
  /** The view, under the name of its collection; made when it is asked for. */
  readonly view: () => SomeViews;
}

interface AnyView {
  readonly path: string;
  readonly shell?: Shell;
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

function partsOf(collection: keyof Views, views: readonly AnyView[], site: Site, shellKey: string): Part[] {
  return views.map((view): Part => {
    const { shell, ...rest } = view;
    return {
      path: view.path,
      key: digestOf(collection, JSON.stringify(rest), shell ? shellKey : ""),
      leadsTo: leadsOf(rest, site.publication),
      view: () => ({ [collection]: [view] }),
    };
  });
}

/** The texts that an overview may need. */
export interface Texts {
  /** The latest edition; undefined before the first is out. */
  readonly latest: Loaded | undefined;
  /** The entry of a row of the feed at a path. */
  entryOf(path: string, row: TextRow): FeedEntry;
  /** The digest of all that an edition's texts show, by its identity. */
  keyOf(edition: string): string;
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
    leadsTo: new Set(ownTexts.flatMap(pathsIn)),
    view: () => ({ [collection]: [viewFeed(site, plan, (row) => texts.entryOf(plan.path, row))] }),
  };
}

/** Every page and file that is not an edition's or a story's own. */
export function planOverview(site: Site, editions: readonly EditionOutline[], shell: Shell, texts: Texts): Part[] {
  const shellKey = digestOf(JSON.stringify(shell));
  const outlines = new Map(editions.map((edition) => [edition.identity, edition]));
  const views = viewOverview(site, editions, shell, texts.latest);
  const feeds = [planCorrectionFeed(site, editions), ...planTextFeeds(site, editions)];
  return [
    ...(Object.entries(views) as [keyof Views, readonly AnyView[]][]).flatMap(([collection, own]) =>
      partsOf(collection, own, site, shellKey),
    ),
    ...feeds.map((plan) => feedPart("atomFeeds", plan, site, outlines, texts)),
    feedPart("jsonFeeds", planJsonFeed(site, editions), site, outlines, texts),
  ];
}
