import { FILES, feedOf, publisherPath, topicPath } from "../../content/addresses.ts";
import { isStoryIdentity } from "../../content/dateline.ts";
import type { EditionOutline } from "../../content/outline.ts";
import type { Move } from "../../content/former/moves.ts";
import type { OverviewSite } from "../../content/site.ts";
import { messagesOf } from "../../locales/messages.ts";
import { defineWhole, type Page } from "../page.ts";
import type { PageView } from "../page-view.ts";
import { editionTitle } from "../parts/edition.ts";
import type { LinkView } from "../parts/link.ts";
import { type TimeView, viewDay } from "../parts/time.ts";
import type { TextFile } from "../files/text-file.ts";
import { storiesByPublisher, storiesByTopic } from "./list-pages.ts";

/** An address that has moved. */
export interface MovedPage extends PageView {
  readonly to: LinkView;
  /** Whether it is a topic that has another name now. */
  readonly isTopic: boolean;
}

/** What stands at the address of a text that was taken back. */
export interface GonePage extends PageView {
  readonly isStory: boolean;
  readonly since: TimeView;
  readonly reason: string | undefined;
}

const movedPage = defineWhole<MovedPage>("moved");
const gonePage = defineWhole<GonePage>("gone");
const textFile = defineWhole<TextFile>("textFiles");

/** The titles of all pages to which an earlier address may lead, by their paths: those that there are. */
function titlesOf(site: OverviewSite, editions: readonly EditionOutline[]): Map<string, string> {
  const { topics, publishers } = site.vocabularies;
  const gone = messagesOf(site.publication).gone;
  return new Map([
    ...editions.flatMap((edition) => [
      [edition.path, editionTitle(site, edition).whole] as const,
      ...edition.stories.map(({ path, title }) => [path, title] as const),
    ]),
    ...site.pages.map(({ path, title }) => [path, title] as const),
    ...site.gone.map(({ path, identity }) => [path, isStoryIdentity(identity) ? gone.story : gone.edition] as const),
    ...Array.from(storiesByTopic(editions).keys(), (id) => [topicPath(id), topics[id]?.name ?? id] as const),
    ...storiesByPublisher(site, editions).map(([id]) => [publisherPath(id), publishers[id]?.name ?? id] as const),
  ]);
}

type Titled = Move & { readonly title: string };

/** Every earlier address that leads on to a page that there is. */
function listMoves(site: OverviewSite, editions: readonly EditionOutline[]): Titled[] {
  if (site.moves.length === 0) return [];
  const titles = titlesOf(site, editions);
  return site.moves.flatMap((move) => {
    const title = titles.get(move.to);
    return title === undefined ? [] : [{ ...move, title }];
  });
}

/** Whether a host of static files shows a page for a path: for others there is `_redirects` alone. */
function isPage(path: string): boolean {
  return path.endsWith("/") || /\.html?$/i.test(path);
}

/** A page for each earlier address, where it leads on, and for each text that was taken back. */
function listPages(site: OverviewSite, moves: readonly Titled[]): Page[] {
  const { base, url } = site.publication;
  const m = messagesOf(site.publication);
  const moved = moves.flatMap(({ from, to, title }) =>
    isPage(from)
      ? movedPage({
          path: from,
          head: { title, description: undefined, canonical: url + to, noindex: true },
          to: { href: base + to, text: title },
          isTopic: to === topicPath(to.split("/").at(-2) ?? ""),
        })
      : [],
  );
  const gone = site.gone.map(({ path, identity, gone: { since, reason } }) => {
    const isStory = isStoryIdentity(identity);
    const title = isStory ? m.gone.story : m.gone.edition;
    return gonePage({
      path,
      head: { title, description: undefined, canonical: url + path, noindex: true },
      isStory,
      since: viewDay(site.publication, since, "day"),
      reason,
    });
  });
  return [...moved, ...gone];
}

/** Signs that end a word of the file, or a rule. */
function escape(path: string): string {
  return encodeURI(path).replaceAll("#", "%23");
}

/**
 * The file by which hosts that read one (Netlify, Cloudflare Pages) answer with the status that such an address should have: 301, and
 * for what was taken back 410, in place of the page there. The publication's own lines come first, since hosts take the first that fits.
 */
function listRedirectFile(site: OverviewSite, moves: readonly Titled[], known: ReadonlyMap<string, unknown>): Page[] {
  const { base } = site.publication;
  const line = (from: string, to: string, status: string) => `${escape(base + from)} ${escape(base + to)} ${status}`;
  const feeds = [...site.topics.former].flatMap(([id, former]) =>
    known.has(id) ? former.map((old) => ({ from: feedOf(topicPath(old)), to: feedOf(topicPath(id)) })) : [],
  );
  const lines = [
    ...[...moves, ...feeds].map(({ from, to }) => line(from, to, "301")),
    ...site.gone.map(({ path }) => line(path, path, "410!")),
  ];
  const own = site.ownRedirects.trimEnd();
  const all = [...(own === "" ? [] : [own]), ...lines];
  return all.length === 0 ? [] : [textFile({ path: FILES.redirects, text: `${all.join("\n")}\n` })];
}

/** What answers where something stood, or was taken back: a page at each such address, and the file that tells hosts of them all. */
export function listMoved(site: OverviewSite, editions: readonly EditionOutline[]): Page[] {
  const moves = listMoves(site, editions);
  return [...listPages(site, moves), ...listRedirectFile(site, moves, storiesByTopic(editions))];
}
