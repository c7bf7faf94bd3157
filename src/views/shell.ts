import { feedOf, FILES, PAGES, slotPath } from "../content/addresses.ts";
import { directionOf } from "../content/words/language-tag.ts";
import type { Slot } from "../content/publication.ts";
import type { Setting, Site } from "../content/site.ts";
import type { OwnMessages } from "../locales/locale.ts";
import { messagesOf } from "../locales/messages.ts";
import type { Schemes } from "../content/theme/palette.ts";
import type { LinkView } from "./parts/link.ts";
import { type Light, lightAt } from "./parts/light.ts";

/** The stylesheets beside the common one, by their names in `templates/styles/`. */
export const SHEETS = ["lists", "notes", "search", "trends", "print", "preview"] as const;
export type SheetName = (typeof SHEETS)[number];

/** Files of the look, by what the pages need of them; addresses with the site's base path. */
export interface Assets {
  readonly stylesheet: string;
  /** What some pages need beside, and paper. */
  readonly sheets: Readonly<Record<SheetName, string>>;
  /** Fonts that every page needs at once. */
  readonly preload: readonly string[];
  /** The script of the search page. */
  readonly search: string;
  /** What stands in the head of every page, and its digest in base64. */
  readonly script: { readonly code: string; readonly sha256: string };
  /** The code of the service worker. */
  readonly worker: string;
  /** Whether that keeps what readers open; else it rids their browsers of one that did. */
  readonly isKept: boolean;
  /** Digest of all that makes cards look as they do, beside what they show; undefined when the site is made without cards. */
  readonly cards: string | undefined;
  /** The publication's own stylesheet, which comes last. */
  readonly own: string | undefined;
  /** What stands above the name in the masthead. */
  readonly logo: { readonly href: string; readonly width: number; readonly height: number } | undefined;
  /** Whether the site's icon is there as a drawing, too. */
  readonly hasDrawing: boolean;
}

/** What takes long to make and a site may be made without. */
export interface Extras {
  /** A picture of each story and edition for those who share it. */
  readonly cards: boolean;
  /** The index by which readers search. */
  readonly search: boolean;
}

/** A feed that a page offers. */
export interface FeedLink {
  readonly href: string;
  readonly type: string;
  readonly title: string;
}

/** An Atom feed as pages offer it. */
export function atomLink(href: string, title: string): FeedLink {
  return { href, type: "application/atom+xml", title };
}

/** The feed of a slot's editions, as pages offer it. */
export function slotFeed({ publication: { base } }: Pick<Setting, "publication">, { id, name }: Slot): FeedLink {
  return atomLink(base + feedOf(slotPath(id)), name);
}

/** The podcast, as pages offer it. */
export function podcastFeed({ publication }: Pick<Setting, "publication">): FeedLink {
  const { base, name } = publication;
  const title = messagesOf(publication).podcast.title({ name });
  return { href: base + FILES.podcast, type: "application/rss+xml", title };
}

/** What stands around every page: masthead, navigation, colophon. */
export interface Shell {
  readonly name: string;
  readonly tagline: string | undefined;
  readonly language: string;
  readonly messages: OwnMessages;
  readonly direction: "ltr" | "rtl";
  readonly home: string;
  readonly url: string;
  readonly navigation: readonly LinkView[];
  readonly colophon: readonly LinkView[];
  readonly imprint: {
    readonly publisher: string;
    readonly responsible: string | undefined;
    readonly email: string | undefined;
  };
  readonly feeds: readonly FeedLink[];
  /** The colour of the paper, with which browsers colour their own bars. */
  readonly paper: Schemes;
  readonly assets: Assets;
  readonly extras: Extras;
  /** The light of the slot that comes last in the day, for pages that belong to no edition. */
  readonly light: Light;
  /** Whether this is the editor's preview. */
  readonly preview: boolean;
}

export function viewShell(site: Site, assets: Assets, extras: Extras): Shell {
  const { publication, pages, yielded } = site;
  const { base, slots, publisher } = publication;
  const m = messagesOf(publication);
  const at = (path: string, text: string): LinkView => ({ href: base + path, text });
  const said = (path: string, text: string): LinkView => ({ ...at(path, text), isSaid: true });
  const unlessYielded = (path: string, text: string): LinkView[] => (yielded.includes(path) ? [] : [said(path, text)]);
  const inNavigation = pages
    .filter(({ nav }) => nav !== undefined)
    .sort((a, b) => (a.nav ?? 0) - (b.nav ?? 0) || (a.id < b.id ? -1 : 1));
  const responsible =
    publication.responsible === undefined ? undefined : site.vocabularies.people[publication.responsible]?.name;
  return {
    name: publication.name,
    tagline: publication.tagline,
    language: publication.language,
    messages: publication.messages,
    direction: directionOf(publication.language),
    home: base + PAGES.home,
    url: publication.url,
    navigation: [
      ...slots.map(({ id, name }) => at(slotPath(id), name)),
      said(PAGES.topics, m.pages.topics),
      said(PAGES.archive, m.pages.archive),
      said(PAGES.search, m.search.title),
      ...inNavigation.map(({ path, title }) => at(path, title)),
    ],
    colophon: [
      ...pages.filter(({ nav }) => nav === undefined).map(({ path, title }) => at(path, title)),
      said(PAGES.publishers, m.pages.publishers),
      said(PAGES.threads, m.pages.threads),
      said(PAGES.corrections, m.text.corrections),
      said(PAGES.disclosures, m.disclosures.disclosures),
      ...unlessYielded(PAGES.trends, m.trends.title),
      ...unlessYielded(PAGES.subscribe, m.subscribe.title),
      ...(publication.api ? unlessYielded(PAGES.api, m.api.title) : []),
      said(feedOf(PAGES.home), m.feed.atom),
      said(FILES.storyFeed, m.feed.atomOfStories),
      said(FILES.jsonFeed, m.feed.json),
    ],
    imprint: { publisher: publisher.name, responsible, email: publisher.email },
    feeds: [
      atomLink(base + feedOf(PAGES.home), publication.name),
      { href: base + FILES.jsonFeed, type: "application/feed+json", title: publication.name },
      atomLink(base + FILES.storyFeed, m.feed.stories({ name: publication.name })),
      atomLink(base + feedOf(PAGES.corrections), m.feed.corrections({ name: publication.name })),
    ],
    paper: publication.palette.paper,
    assets,
    extras,
    light: lightAt(slots.at(-1)?.time ?? "18:00"),
    preview: site.preview,
  };
}
