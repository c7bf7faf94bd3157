import { feedOf, fileAt, FILES, PAGES } from "../../content/addresses.ts";
import type { EditionOutline, StoryOutline } from "../../content/outline.ts";
import { SYNTHETIC } from "../../content/schema/keys/audio-schema.ts";
import type { Site } from "../../content/site.ts";
import { messagesOf } from "../../locales/messages.ts";
import { viewAi, viewEditionAi } from "../../views/parts/ai.ts";
import { editionProgrammes } from "../../views/parts/edition.ts";
import type { Fault } from "./promise.ts";
import { unescape } from "./texts.ts";

/** What must be said of a text wherever it is shown whole or in short: what part machines had in it, that links in it are paid for, and that a machine reads it aloud. */
export interface Due {
  readonly path: string;
  /** By what it is, for messages. */
  readonly words: Readonly<Record<"level" | "disclosure" | "voice", string | undefined>>;
}

function dueOf(site: Site, text: EditionOutline | StoryOutline): Due {
  const m = messagesOf(site.publication);
  const isEdition = "stories" in text;
  const programmes = isEdition ? editionProgrammes(text) : text.programmes;
  return {
    path: text.path,
    words: {
      level: (isEdition ? viewEditionAi(site, text, text.stories) : viewAi(site, text)).line,
      disclosure: programmes.length > 0 ? m.label.paidLinks : undefined,
      voice: isEdition && text.audio?.voice === SYNTHETIC ? m.podcast.synthetic : undefined,
    },
  };
}

/** What lacks in an entry of a feed, or in a page. */
function* lacking(content: string, { path, words }: Due): Generator<string> {
  for (const [what, due] of Object.entries(words))
    // Most words hold nothing that is escaped.
    if (due !== undefined && !content.includes(due) && !unescape(content).includes(due))
      yield `it does not say “${due}” (${what}) of ${path}`;
}

/** The feeds of which each entry is looked at: one of each form, and those that reach back furthest. */
const FEEDS: readonly string[] = [feedOf(PAGES.home), FILES.jsonFeed, FILES.storyFeed, FILES.podcast];

/** Between the entries of a feed, and how each names the page that it is of. */
const ENTRY = /<entry>|<item>/;
const PAGE = /<link rel="alternate"[^>]* href="([^"]*)"|<link>([^<]*)</;

/** The entries of a feed: the address of each one's page, and all that it says. */
function entriesOf(path: string, content: string): { readonly url: string; readonly text: string }[] {
  if (path.endsWith(".json"))
    return (JSON.parse(content) as { items: { url: string }[] }).items.map((item) => ({
      url: item.url,
      text: Object.values(item)
        .map((value) => (typeof value === "string" ? value : JSON.stringify(value)))
        .join("\n"),
    }));
  return content
    .split(ENTRY)
    .slice(1)
    .map((text) => {
      const [, atom, rss = ""] = PAGE.exec(text) ?? [];
      return { url: unescape(atom ?? rss), text: unescape(text) };
    });
}

/** What the entries of a feed do not say of their texts; `textAt` gives the text at a path. */
function lackingInFeed(
  site: Site,
  path: string,
  content: string,
  textAt: (path: string) => EditionOutline | StoryOutline | undefined,
): string[] {
  const { url } = site.publication;
  return entriesOf(path, content).flatMap((entry) => {
    const text = textAt(entry.url.slice(url.length).replace(/[?#].*/s, ""));
    if (!text) return [`it has an entry of ${entry.url}, where no published text stands`];
    return [...lacking(entry.text, dueOf(site, text))];
  });
}

/**
 * Every entry of a feed says of its text what must be said, and the home page of the latest edition, as far as they were `made` now. The editions
 * are those that readers may see, the oldest first; `read` gives the content of a file.
 */
export function verifyTold(
  site: Site,
  editions: readonly EditionOutline[],
  made: ReadonlySet<string>,
  read: (path: string) => string,
): Fault[] {
  const faultsAt = (path: string, messages: readonly string[]) => messages.map((message): Fault => ({ path, message }));
  const home = fileAt(PAGES.home);
  const latest = editions.at(-1);
  const feeds = FEEDS.filter((path) => made.has(path));
  // Nothing is looked up where no feed was made.
  const all = feeds.length > 0 ? editions.flatMap((edition) => [edition, ...edition.stories]) : [];
  const texts = new Map(all.map((text) => [text.path, text]));
  return [
    ...feeds.flatMap((path) =>
      faultsAt(
        path,
        lackingInFeed(site, path, read(path), (at) => texts.get(at)),
      ),
    ),
    ...(latest && made.has(home) ? faultsAt(home, lackingOnPage(site, read(home), latest)) : []),
  ];
}

/** What the page of a text does not say of it. */
export function lackingOnPage(site: Site, page: string, text: EditionOutline | StoryOutline): string[] {
  const due = dueOf(site, text);
  // A page says more of paid links than their label, which is looked for beside them.
  return [...lacking(page, { ...due, words: { ...due.words, disclosure: undefined } })];
}
