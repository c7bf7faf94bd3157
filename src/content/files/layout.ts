import { isDay, skippedDay } from "../time/calendar.ts";
import type { Dateline } from "../dateline.ts";
import type { Problem } from "../problems/diagnostic.ts";
import { findNearest, hintNearest } from "../words/nearest.ts";
import { isDeviceName, isReserved, isReservedSlug } from "../reserved-names.ts";
import { ID, SLUG } from "../schema/fields.ts";
import { slugify } from "./slugify.ts";
import { wrongName } from "./wrong-name.ts";
import { PUBLIC, readPublicPath } from "./public-names.ts";
import { PICTURE_ENDING, RECORDING_ENDING } from "./endings.ts";

export const VOCABULARIES = [
  "site",
  "topics",
  "publishers",
  "people",
  "affiliates",
  "sponsors",
  "messages",
  "house",
] as const;
export type VocabularyName = (typeof VOCABULARIES)[number];

/** What a file of the content folder is, read from its path alone. */
export type Place =
  | { readonly kind: "vocabulary"; readonly name: VocabularyName }
  | { readonly kind: "page"; readonly id: string }
  | { readonly kind: "letter"; readonly year: string; readonly id: string }
  | { readonly kind: "styles" }
  | { readonly kind: "logo"; readonly name: string }
  | { readonly kind: "public"; readonly sitePath: string }
  | { readonly kind: "edition"; readonly dateline: Dateline }
  | { readonly kind: "story"; readonly dateline: Dateline; readonly slug: string }
  | { readonly kind: "picture" | "recording"; readonly dateline: Dateline; readonly name: string };

/** That of a text which appears by itself: a story, or an edition's own. */
export type TextPlace = Extract<Place, { kind: "edition" | "story" }>;

const IGNORED = new Set([".DS_Store", "Thumbs.db", ".gitkeep"]);
/** Own styles, put after those of the project. */
export const STYLES = "theme.css";
const LOGO = /^[a-z0-9][a-z0-9-]{0,79}\.(svg|png)$/;
const PICTURE = /^[a-z0-9][a-z0-9-]{0,79}\.(jpe?g|png|webp|avif)$/;
const RECORDING = /^[a-z0-9][a-z0-9-]{0,79}\.(mp3|m4a)$/;

export function isIgnored(name: string): boolean {
  return IGNORED.has(name);
}

function isMarkdownName(name: string): boolean {
  return name.endsWith(".md") && SLUG.test(name.slice(0, -".md".length));
}

function isLetterName(name: string): boolean {
  return name.endsWith(".md") && ID.test(name.slice(0, -".md".length));
}

function reserved(name: string): Problem {
  return {
    rule: "reserved-name",
    message: `“${name}” is a name that the site or a computer keeps for itself`,
    hint: `choose another file name${name.startsWith("index") ? "; that of an edition itself is edition.md" : ""}`,
  };
}

/** The folder of an edition that was meant by one that is called otherwise; undefined where that may be several or none. */
function meantFolder(year: string, name: string, slots: readonly string[]): string | undefined {
  const [, typed = year, one = "", two = "", slot = ""] =
    /^(?:(\d{4})[-_. ])?(\d{1,2})[-_. ](\d{1,2})[-_. ]+(.+)$/.exec(name.toLowerCase()) ?? [];
  if (!slots.includes(slot) || typed !== year) return undefined;
  const [first, second] = [one.padStart(2, "0"), two.padStart(2, "0")];
  const [month, day] = isDay(`${year}-${first}-${second}`) ? [first, second] : [second, first];
  return isDay(`${year}-${month}-${day}`) ? `${year}/${month}-${day}-${slot}` : undefined;
}

/** What the folder `name` under `editions/YEAR/` dates, or what is wrong with it. */
function readDateline(year: string, name: string, slots: readonly string[], zone: string): Dateline | Problem {
  const meant = meantFolder(year, name, slots);
  const hint = meant === undefined ? undefined : `rename it: ${meant}`;
  const match = /^(\d{2})-(\d{2})-(.+)$/.exec(name);
  if (!/^\d{4}$/.test(year) || !match)
    return {
      rule: "folder-name",
      message: `“${year}/${name}” is not an edition's folder`,
      hint: hint ?? "name it YYYY/MM-DD-SLOT, as in 2026/03-04-evening",
    };
  const [, month = "", day = "", slot = ""] = match;
  const date = `${year}-${month}-${day}`;
  if (!isDay(date))
    return {
      rule: "folder-name",
      message: `${date} is not a day of the calendar`,
      hint: hint ?? "mend the folder's month and day",
    };
  const skipped = skippedDay(date, zone);
  if (skipped !== undefined) return { rule: "folder-name", message: skipped, hint: "mend the folder's month and day" };
  if (slots.length > 0 && !slots.includes(slot))
    return {
      rule: "unknown-slot",
      missing: slot,
      message: `“${slot}” is not a slot of site.yaml`,
      hint: hint ?? hintNearest(slot, slots) ?? `the slots are ${slots.join(", ")}`,
    };
  return { date, slot };
}

/** The identity of the story that a file was to be, whose name cannot stand where it does; undefined where it is none. */
export function meantStory(path: string): string | undefined {
  const [, year, month, day, slot, name = ""] = /^editions\/(\d{4})\/(\d\d)-(\d\d)-([^/]+)\/([^/]+)$/.exec(path) ?? [];
  const stem = name.replace(/(?:\.(?:md|markdown|mdown|mkd|txt))+$/i, "");
  return stem === name || year === undefined ? undefined : `${year}-${month}-${day}-${slot}/${slugify(stem)}`;
}

/** What the file of a reader's letter is, or what is wrong with its place or name, by the parts of its path in letters/. */
function readLetterPath([year = "", name, ...more]: readonly string[]): Place | Problem {
  if (name === undefined || more.length > 0 || !/^\d{4}$/.test(year))
    return {
      rule: "unknown-file",
      message: `nothing is read from “${["letters", year, name ?? [], more].flat(2).join("/")}”`,
      hint: "a letter stands in the folder of its year: letters/2026/11-28-k3x9q2.md",
    };
  if (!isLetterName(name)) return wrongName(name, isLetterName, ".md", 48);
  const id = name.slice(0, -".md".length);
  return isDeviceName(id) ? reserved(name) : { kind: "letter", year, id };
}

const PLACES =
  "an edition's files stand in editions/YYYY/MM-DD-SLOT/, as in editions/2026/03-04-evening/; standing pages in pages/";
const NO_SLOTS: readonly string[] = [];

/** What is known of the folder that was asked for last: files are asked for folder by folder. */
let lastFolder: { readonly asked: readonly unknown[]; readonly found: Dateline | Problem } | undefined;

function readFolder(...asked: Parameters<typeof readDateline>): Dateline | Problem {
  if (!lastFolder?.asked.every((part, at) => part === asked[at])) lastFolder = { asked, found: readDateline(...asked) };
  return lastFolder.found;
}

/**
 * What the file at `path` (relative to the content folder, with `/`) is, or what is wrong with its place or name. Without slots
 * any slot is taken, without a zone any day of the calendar.
 */
export function classify(path: string, slots: readonly string[] = NO_SLOTS, zone = "UTC"): Place | Problem {
  const [first = "", second, third, fourth, ...more] = path.split("/");
  if (second === undefined) {
    const vocabulary = VOCABULARIES.find((name) => `${name}.yaml` === first);
    if (vocabulary) return { kind: "vocabulary", name: vocabulary };
    if (first === STYLES) return { kind: "styles" };
    if (LOGO.test(first)) return { kind: "logo", name: first };
    return {
      rule: "unknown-file",
      message: `“${first}” is no file of the content format`,
      hint:
        hintNearest(first, [...VOCABULARIES.map((name) => `${name}.yaml`), STYLES]) ??
        (isMarkdownName(first) || PICTURE.test(first) ? PLACES : undefined),
    };
  }
  if (first === PUBLIC) return readPublicPath(path);
  if (first === "letters") return readLetterPath([second, ...[third ?? [], fourth ?? [], more].flat()]);
  if (first === "pages" && third === undefined) {
    if (!isMarkdownName(second)) return wrongName(second, isMarkdownName, ".md");
    const id = second.slice(0, -".md".length);
    return isReserved(id) || slots.includes(id) ? reserved(id) : { kind: "page", id };
  }
  if (first === "editions" && third !== undefined && fourth !== undefined && more.length === 0) {
    const dateline = readFolder(second, third, slots, zone);
    if ("rule" in dateline) return dateline;
    if (fourth === "edition.md") return { kind: "edition", dateline };
    if (PICTURE.test(fourth))
      return isDeviceName(fourth.replace(PICTURE_ENDING, ""))
        ? reserved(fourth)
        : { kind: "picture", dateline, name: fourth };
    if (RECORDING.test(fourth))
      return isDeviceName(fourth.replace(RECORDING_ENDING, ""))
        ? reserved(fourth)
        : { kind: "recording", dateline, name: fourth };
    if (!isMarkdownName(fourth))
      return wrongName(
        fourth,
        (name) => isMarkdownName(name) || PICTURE.test(name) || RECORDING.test(name),
        ".md, or .jpg, .png, .webp, .avif, or .mp3, .m4a",
      );
    const slug = fourth.slice(0, -".md".length);
    return isReservedSlug(slug) ? reserved(fourth) : { kind: "story", dateline, slug };
  }
  if (first === "editions" && third !== undefined && fourth === undefined) {
    const [, year = "", name = ""] = /^(\d{4})[-_. ](.+)$/.exec(second) ?? [];
    const meant = meantFolder(year, name, slots);
    if (meant !== undefined)
      return {
        rule: "folder-name",
        message: `“${second}” is not a folder of a year`,
        hint: `move it: editions/${meant}`,
      };
  }
  const near = findNearest(first, ["editions", "pages", "letters", PUBLIC]);
  return {
    rule: "unknown-file",
    message: `nothing is read from “${path}”`,
    hint: (first === near ? undefined : near && `move it: ${path.replace(first, near)}`) ?? PLACES,
  };
}
