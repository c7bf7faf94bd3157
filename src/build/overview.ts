import type { EditionOutline } from "../content/outline.ts";
import type { Site } from "../content/site.ts";
import { type FeedPlan, type FeedRow, type Load, planAtomFeeds, planJsonFeed, viewFeed } from "../views/feeds.ts";
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

/** The digest of all that a row of a feed shows. */
export type RowKey = (outline: EditionOutline) => string;

function feedPart(collection: "atomFeeds" | "jsonFeeds", plan: FeedPlan, site: Site, load: Load, rowKey: RowKey): Part {
  const { rows, ...about } = plan;
  const keyOf = (row: FeedRow): string =>
    "correction" in row ? JSON.stringify(row.correction) : `${rowKey(row.edition)} ${row.story?.slug ?? ""}`;
  return {
    path: plan.path,
    key: digestOf(collection, JSON.stringify([about, site.publication]), ...rows.map(keyOf)),
    leadsTo: new Set(
      rows.flatMap((row) => {
        if ("correction" in row) return [];
        return row.story ? [row.story.path] : [row.edition.path, ...row.edition.stories.map(({ path }) => path)];
      }),
    ),
    view: () => ({ [collection]: [viewFeed(site, plan, load)] }),
  };
}

/** Every page and file that is not an edition's or a story's own. */
export function planOverview(
  site: Site,
  editions: readonly EditionOutline[],
  shell: Shell,
  load: Load,
  rowKey: RowKey,
): Part[] {
  const shellKey = digestOf(JSON.stringify(shell));
  const views = Object.entries(viewOverview(site, editions, shell, load)) as [keyof Views, readonly AnyView[]][];
  return [
    ...views.flatMap(([collection, own]) => partsOf(collection, own, site, shellKey)),
    ...planAtomFeeds(site, editions).map((plan) => feedPart("atomFeeds", plan, site, load, rowKey)),
    feedPart("jsonFeeds", planJsonFeed(site, editions), site, load, rowKey),
  ];
}
