import type { Edition } from "../../content/edition.ts";
import type { Recording } from "../../content/recordings/recordings.ts";
import type { TextSite } from "../../content/site.ts";
import type { Messages } from "../../locales/locale.ts";
import { messagesOf } from "../../locales/messages.ts";
import type { Power } from "../files/policy.ts";
import { storyLabels, titleWithLabels } from "../parts/labels.ts";
import { type PersonView, viewPeople } from "../parts/story.ts";

/** Where a story begins in a recording. */
export interface ChapterView {
  /** In seconds from the beginning. */
  readonly start: number;
  /** With the labels that a listener must know before. */
  readonly title: string;
  readonly url: string;
}

/** The recording of an edition, wherever readers are offered it. */
export interface RecordingView extends Pick<Recording, "type" | "bytes" | "seconds" | "transcript"> {
  /** With the site's base path. */
  readonly href: string;
  readonly url: string;
  /** How long it takes, in words. */
  readonly length: string;
  /** Who reads; undefined where a machine does. */
  readonly voice: PersonView | undefined;
  /** Where its stories begin, in the order in which they are heard. */
  readonly chapters: readonly ChapterView[];
  /** Stands wherever it is offered, if a machine reads (EU AI Act Art. 50(2)). */
  readonly label: string | undefined;
}

/** The path of a recording on the site, beside its edition's page. */
export function recordingPath({ path }: Pick<Edition, "path">, { name }: Recording): string {
  return path + name;
}

/** “6 min”, of a recording of so many seconds. */
function sayLength(seconds: number, m: Messages): string {
  return m.text.minutesShort({ count: Math.max(1, Math.round(seconds / 60)) });
}

/** Those of a recording's chapters whose stories readers may see. */
function viewChapters({ publication }: TextSite, { stories }: Edition, { chapters }: Recording): ChapterView[] {
  const m = messagesOf(publication);
  return chapters.flatMap(({ slug, start }) => {
    const story = stories.find((own) => own.slug === slug);
    if (!story) return [];
    const title = titleWithLabels(story.title, storyLabels(story, m));
    return [{ start, title, url: publication.url + story.path }];
  });
}

export function viewRecording(site: TextSite, edition: Edition): RecordingView | undefined {
  const { recording } = edition;
  if (!recording) return undefined;
  const { base, url } = site.publication;
  const m = messagesOf(site.publication);
  const { type, bytes, seconds, voice, transcript } = recording;
  const path = recordingPath(edition, recording);
  const [person] = voice === undefined ? [] : viewPeople(site, [voice]);
  // A link that is paid for would have to be disclosed before.
  const isPaid = person?.url !== undefined && site.ledger.programmeOf(person.url) !== undefined;
  return {
    href: base + path,
    url: url + path,
    type,
    bytes,
    seconds,
    length: sayLength(seconds, m),
    voice: person && isPaid ? { ...person, url: undefined } : person,
    label: voice === undefined ? m.podcast.synthetic : undefined,
    transcript,
    chapters: viewChapters(site, edition, recording),
  };
}

/** What a page may do beside what every page may, that shows this. */
export function powersOf(recording: RecordingView | undefined): Power[] {
  return recording ? ["audio"] : [];
}

/** A recording as schema.org's AudioObject; what a machine reads says so by IPTC's type. */
export function describeRecording({ url, type, bytes, seconds, voice }: RecordingView): object {
  return {
    "@type": "AudioObject",
    contentUrl: url,
    encodingFormat: type,
    contentSize: `${bytes}`,
    duration: `PT${seconds}S`,
    ...(voice
      ? { creator: { "@type": "Person", name: voice.name, ...(voice.url !== undefined && { url: voice.url }) } }
      : { digitalSourceType: "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia" }),
  };
}
