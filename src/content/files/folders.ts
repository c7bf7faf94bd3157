import { type Diagnostic, diagnose, type Problem, START } from "../problems/diagnostic.ts";
import { hasDay } from "../time/calendar.ts";
import type { ContentFile, Listing } from "./files.ts";
import { findNearest } from "../words/nearest.ts";
import { classify, type Place } from "./layout.ts";
import { type Dateline, editionIdentity } from "../dateline.ts";

/** The files of one edition. */
export interface Folder {
  readonly identity: string;
  readonly dateline: Dateline;
  readonly edition: ContentFile | undefined;
  readonly stories: readonly { readonly file: ContentFile; readonly slug: string }[];
  readonly pictures: readonly { readonly file: ContentFile; readonly name: string }[];
  readonly recordings: readonly { readonly file: ContentFile; readonly name: string }[];
}

/** The content folder's files by what they are. */
export interface Sorted {
  readonly folders: readonly Folder[];
  readonly pages: readonly { readonly file: ContentFile; readonly id: string }[];
  readonly letters: readonly { readonly file: ContentFile; readonly year: string; readonly id: string }[];
}

/** A list that is being made. */
type Growing<T> = T extends readonly (infer Item)[] ? Item[] : T;

type InEdition = Extract<Place, { kind: "edition" | "story" | "picture" | "recording" }>;

/** What a file is, or what is wrong with its place or name, before the slots are known. */
export interface Classified {
  readonly file: ContentFile;
  readonly place: Place | Problem;
}

/** Classifies files by their paths alone. */
export function classifyFiles({ files }: Listing): Classified[] {
  return files.map((file) => ({ file, place: classify(file.path) }));
}

/** Whether a story is the edition.md that its folder lacks, under a name with a slip in it. */
function isMisnamedEdition({ slug, file }: Folder["stories"][number]): boolean {
  return findNearest(slug, ["edition"]) !== undefined && /^stories:/m.test(Buffer.from(file.bytes).toString());
}

/** Sorts files into editions, standing pages and letters; what has no place in the format is reported. */
export function sortFiles(
  classified: readonly Classified[],
  label: string,
  slots: readonly string[],
  zone: string,
  diagnostics: Diagnostic[],
): Sorted {
  const folders = new Map<string, { -readonly [K in keyof Folder]: Growing<Folder[K]> }>();
  const pages: Growing<Sorted["pages"]> = [];
  const letters: Growing<Sorted["letters"]> = [];
  const known = new Set(slots);
  const add = (file: ContentFile, place: InEdition): void => {
    const { dateline } = place;
    const identity = editionIdentity(dateline);
    const folder = folders.get(identity) ?? {
      identity,
      dateline,
      edition: undefined,
      stories: [],
      pictures: [],
      recordings: [],
    };
    folders.set(identity, folder);
    if (place.kind === "edition") folder.edition = file;
    else if (place.kind === "story") folder.stories.push({ file, slug: place.slug });
    else (place.kind === "picture" ? folder.pictures : folder.recordings).push({ file, name: place.name });
  };
  // The files of a folder share its dateline.
  const right = new Set<Dateline>();
  const isRight = (dateline: Dateline): boolean => {
    if (!right.has(dateline) && known.has(dateline.slot) && hasDay(dateline.date, zone)) right.add(dateline);
    return right.has(dateline);
  };
  for (const { file, place: first } of classified) {
    const isKnown = "dateline" in first && isRight(first.dateline);
    const place = isKnown ? first : classify(file.path, slots, zone);
    if ("rule" in place) {
      const folder = file.path.split("/").slice(0, -1).slice(0, 3).join("/");
      const whole = place.rule === "folder-name" || place.rule === "unknown-slot";
      diagnostics.push(diagnose(`${label}/${whole ? folder : file.path}`, START, place));
    } else if (place.kind === "page") pages.push({ file, id: place.id });
    else if (place.kind === "letter") letters.push({ file, year: place.year, id: place.id });
    else if ("dateline" in place) add(file, place);
  }
  for (const folder of folders.values()) {
    const misnamed = folder.edition ? undefined : folder.stories.find(isMisnamedEdition);
    if (!misnamed) continue;
    folder.stories = folder.stories.filter((story) => story !== misnamed);
    const told = {
      rule: "file-name",
      message: `“${misnamed.slug}.md” holds a running order`,
      hint: "rename it: edition.md",
    };
    diagnostics.push(diagnose(`${label}/${misnamed.file.path}`, START, told));
  }
  return { folders: [...folders.values()], pages, letters };
}
