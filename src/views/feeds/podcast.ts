import { hash } from "node:crypto";
import { chaptersPath, FILES, ICONS, PAGES } from "../../content/addresses.ts";
import type { EditionOutline } from "../../content/outline.ts";
import { originOf } from "../../content/publication.ts";
import type { Setting } from "../../content/site.ts";
import type { OwnMessages } from "../../locales/locale.ts";
import { messagesOf } from "../../locales/messages.ts";
import { definePages, type Excerpt, type Given, type Leading, type Loaded, type Page } from "../page.ts";
import { describeBriefly } from "../pages/edition-page.ts";
import { editionLabels, editionLabelsInFull, editionTitle, viewEdition } from "../parts/edition.ts";
import { summaryWithLabels, titleWithLabels } from "../parts/labels.ts";
import type { LinkView } from "../parts/link.ts";
import { type RecordingView, viewRecording } from "../recordings/recording.ts";
import { jsonFile, type TextFile } from "../files/text-file.ts";
import { tagOf } from "./feed-entries.ts";
import { leadsOfEdition } from "./older.ts";

/** So many of the newest recordings the podcast holds. */
export const MOST_EPISODES = 100;

/** A story of an edition that is read aloud, with the labels that its title needs. */
interface Told extends LinkView {
  readonly labels: readonly string[];
  /** When it begins, as programs know it (“1:35”); undefined where nobody said so. */
  readonly start: string | undefined;
}

/** An edition as an item of the podcast. */
export interface Episode {
  /** A `tag:` URI that outlives any change of title (RFC 4151): the same as in the other feeds. */
  readonly id: string;
  readonly url: string;
  /** With the labels that a listener must know before. */
  readonly title: string;
  /** RFC 822, in UTC. */
  readonly published: string;
  /** With the same labels before it, that of a synthetic voice among them. */
  readonly summary: string;
  readonly recording: RecordingView;
  /** What part machines had in the text. */
  readonly aiLine: string;
  readonly stories: readonly Told[];
  /** Where programs read when each story begins; undefined where the newsroom told no times. */
  readonly chapters: string | undefined;
  readonly inFull: readonly string[];
}

/** The podcast: RSS 2.0 with Apple's and Podcasting 2.0's elements. */
export interface Podcast {
  readonly path: string;
  /** Derived of its address, as Podcasting 2.0 says: the same wherever the feed is listed. */
  readonly guid: string;
  readonly self: string;
  readonly origin: string;
  readonly home: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly messages: OwnMessages;
  readonly author: string;
  readonly email: string | undefined;
  /** Whether it is for adults alone, as Apple asks it of each podcast: news is not. */
  readonly explicit: "false";
  /** A square picture. */
  readonly image: string;
  readonly episodes: readonly Episode[];
}

/** Podcasting 2.0’s namespace of guids (https://podcasting2.org/docs/podcast-namespace/tags/guid). */
const NAMESPACE = "ead4c236bf5858c6a2c6a6b28d128cb6";

/** The name-based UUID (RFC 9562, 5.5) of a feed by its address without scheme and final slashes. */
export function podcastGuid(feed: string): string {
  const name = feed.replace(/^[a-z]+:\/\//i, "").replace(/\/+$/, "");
  const digest = hash("sha1", Buffer.concat([Buffer.from(NAMESPACE, "hex"), Buffer.from(name)]), "buffer");
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const text = digest.toString("hex", 0, 16);
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join("-");
}

/** “1:35” or “1:01:35”. */
function sayStart(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [first, ...rest] = parts[0] === 0 ? parts.slice(1) : parts;
  return [first, ...rest.map((part) => String(part).padStart(2, "0"))].join(":");
}

/** Where the stories of an edition begin in its recording, as Podcasting 2.0's JSON chapters (1.2.0); nothing where the newsroom told no times. */
export function listChapterFiles({ site, edition }: Loaded): TextFile[] {
  const { chapters = [] } = viewRecording(site, edition) ?? {};
  if (chapters.length === 0) return [];
  const document = {
    version: "1.2.0",
    chapters: chapters.map(({ start, title, url }) => ({ startTime: start, title, url })),
  };
  return [jsonFile(chaptersPath(edition.identity), document)];
}

/** Derives the item of an edition that has a recording. */
function viewEpisode({ site, edition }: Loaded): Episode | undefined {
  const { url, base } = site.publication;
  const m = messagesOf(site.publication);
  const view = viewEdition(site, edition);
  const { recording } = view;
  if (!recording) return undefined;
  const voice = recording.label === undefined ? [] : [recording.label];
  return {
    id: tagOf(site, edition),
    url: url + edition.path,
    title: titleWithLabels(editionTitle(site, edition).whole, editionLabels(edition, m)),
    published: new Date(edition.publish).toUTCString(),
    summary: summaryWithLabels(describeBriefly(edition) ?? "", [...voice, ...editionLabelsInFull(edition, m)]),
    recording,
    aiLine: view.ai.line,
    stories: edition.stories.map(({ path, title }, at) => {
      const chapter = recording.chapters.find((own) => own.url === url + path);
      const start = chapter && sayStart(chapter.start);
      return { href: base + path, text: title, labels: view.stories[at]?.labels ?? [], start };
    }),
    chapters: recording.chapters.length > 0 ? url + chaptersPath(edition.identity) : undefined,
    inFull: view.inFull,
  };
}

const EPISODE: Excerpt<Episode | undefined> = { name: "episode", of: viewEpisode, isKept: true };

const podcast = definePages("podcast", {
  excerpt: EPISODE,
  view({ setting: { publication }, path, texts }: Given<Leading, Episode | undefined>): {
    readonly podcasts: readonly Podcast[];
  } {
    const { url, name, language, messages, publisher } = publication;
    const m = messagesOf(publication);
    return {
      podcasts: [
        {
          path,
          guid: podcastGuid(url + path),
          self: url + path,
          origin: originOf(publication),
          home: url + PAGES.home,
          name,
          title: m.podcast.title({ name }),
          description: m.podcast.description({ name }),
          language,
          messages,
          author: publisher.name,
          email: publisher.email,
          explicit: "false",
          image: url + ICONS.large,
          episodes: texts.flatMap((episode) => episode ?? []),
        },
      ],
    };
  },
});

/** What must be known of an edition to list it. */
type Heard = Pick<EditionOutline, "identity" | "path" | "audio" | "stories">;

/** The editions that are read aloud, the newest first, as far as the podcast reaches back; they are given the oldest first. */
export function pickHeard<E extends Pick<Heard, "audio">>(editions: readonly E[]): E[] {
  return editions
    .filter(({ audio }) => audio !== undefined)
    .reverse()
    .slice(0, MOST_EPISODES);
}

/** The podcast of some editions, given the oldest first; nothing where none of them has a recording. */
export function listPodcast({ publication: { base } }: Setting, editions: readonly Heard[]): Page[] {
  const heard = pickHeard(editions);
  if (heard.length === 0) return [];
  return [
    podcast(
      FILES.podcast,
      { leadsTo: heard.flatMap((edition) => leadsOfEdition(base, edition)) },
      heard.map(({ identity }) => ({ edition: identity })),
    ),
  ];
}
