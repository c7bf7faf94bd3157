import type { ContentFile } from "../files/files.ts";
import { glanceAt } from "../files/glance.ts";
import { normalizeAddress } from "../links/web-address.ts";
import type { Problem } from "../problems/diagnostic.ts";
import { type EditionFrontMatter } from "../schema/schema.ts";
import { SYNTHETIC } from "../schema/keys/audio-schema.ts";
import { GLANCE, kindOfSound } from "./recording-bytes.ts";

/** The formats that every browser plays and every podcast program takes, by their endings. */
const TYPES = { mp3: "audio/mpeg", m4a: "audio/mp4" } as const;

/** What is known of a recording's file before anybody hears it. */
interface Facts {
  /** Of media, as podcasts name it. */
  readonly type: (typeof TYPES)[keyof typeof TYPES];
  /** Its length in bytes. */
  readonly bytes: number;
}

/** A recording in an edition's folder. */
export interface RecordingFile {
  /** From the content folder. */
  readonly path: string;
  readonly name: string;
  readonly edition: string;
  readonly facts: Facts | Problem;
}

/** Where a story begins in a recording. */
export interface Chapter {
  readonly slug: string;
  /** In seconds from the beginning. */
  readonly start: number;
}

/** The recording that an edition is read aloud in. */
export interface Recording extends Facts {
  readonly name: string;
  /** Its length in seconds. */
  readonly seconds: number;
  /** An id of people.yaml; undefined where a machine reads. */
  readonly voice: string | undefined;
  /** Where it stands as text. */
  readonly transcript: string | undefined;
  /** In the order in which they are heard; none where the newsroom told no times. */
  readonly chapters: readonly Chapter[];
}

/** Looks at the beginning of a recording. Never throws: bytes that are not the sound their name promises are a problem. */
function lookAt(name: string, file: ContentFile): Facts | Problem {
  const ending = name.slice(name.lastIndexOf(".") + 1) as keyof typeof TYPES;
  const { start, size } = glanceAt(file, GLANCE);
  const kind = kindOfSound(start);
  if (kind === ending) return { type: TYPES[ending], bytes: size };
  const is = kind === undefined ? "cannot be read as a recording" : `is really a file of the format ${kind}`;
  const hint =
    kind !== undefined && kind in TYPES ? `save it as ${ending}, or rename it` : "save it again as MP3 or M4A (AAC)";
  return { rule: "bad-recording", message: `“${name}” ${is}`, hint };
}

/** The recordings of an edition's folder. */
export function listRecordings(
  edition: string,
  files: readonly { readonly file: ContentFile; readonly name: string }[],
): RecordingFile[] {
  return files.map(({ file, name }) => ({ path: file.path, name, edition, facts: lookAt(name, file) }));
}

/** The recording that an edition's front matter names, if it is there and can be played. */
export function findRecording(
  audio: EditionFrontMatter["audio"],
  files: readonly RecordingFile[],
): Recording | undefined {
  const file = files.find(({ name }) => name === audio?.src);
  if (!audio || !file || "rule" in file.facts) return undefined;
  const { seconds, voice, transcript, chapters = {} } = audio;
  return {
    ...file.facts,
    name: file.name,
    seconds,
    voice: voice === SYNTHETIC ? undefined : voice,
    transcript: transcript === undefined ? undefined : normalizeAddress(transcript),
    chapters: Object.entries(chapters)
      .map(([slug, start]) => ({ slug, start }))
      .sort((a, b) => a.start - b.start),
  };
}
