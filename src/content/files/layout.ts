import { isDay, skippedDay } from "../time/calendar.ts";
import type { Dateline } from "../dateline.ts";
import type { Problem } from "../problems/diagnostic.ts";
import { hintNearest } from "../words/nearest.ts";
import { slugify } from "../words/plain-name.ts";
import { isDeviceName, isReserved, isReservedSlug } from "../reserved-names.ts";
import { SLUG } from "../schema/fields.ts";
import { PUBLIC, readPublicPath } from "./public-names.ts";

export const VOCABULARIES = ["site", "topics", "publishers", "people", "affiliates", "sponsors", "messages"] as const;
export type VocabularyName = (typeof VOCABULARIES)[number];

/** What a file of the content folder is, read from its path alone. */
export type Place =
  | { readonly kind: "vocabulary"; readonly name: VocabularyName }
  | { readonly kind: "page"; readonly id: string }
  | { readonly kind: "styles" }
  | { readonly kind: "logo"; readonly name: string }
  | { readonly kind: "public"; readonly sitePath: string }
  | { readonly kind: "edition"; readonly dateline: Dateline }
  | { readonly kind: "story"; readonly dateline: Dateline; readonly slug: string }
  | { readonly kind: "picture"; readonly dateline: Dateline; readonly name: string };

const IGNORED = new Set([".DS_Store", "Thumbs.db", ".gitkeep"]);
export const PICTURE_ENDING = /\.(jpe?g|png|webp|avif)$/;
/** Own styles, put after those of the project. */
export const STYLES = "theme.css";
const LOGO = /^[a-z0-9][a-z0-9-]{0,79}\.(svg|png)$/;
const PICTURE = /^[a-z0-9][a-z0-9-]{0,79}\.(jpe?g|png|webp|avif)$/;

export function isIgnored(name: string): boolean {
  return IGNORED.has(name);
}

/** What to do with a kind of file that editors have and the format has not; NAME stands for a name that may stand here. */
const OTHER_KINDS: Readonly<Record<string, string>> = {
  heic: "open it and save it as JPEG: NAME.jpg",
  heif: "open it and save it as JPEG: NAME.jpg",
  tif: "open it and save it as JPEG: NAME.jpg",
  tiff: "open it and save it as JPEG: NAME.jpg",
  bmp: "open it and save it as PNG: NAME.png",
  svg: "open it and save it as PNG, 1600 pixels wide or more: NAME.png",
  gif: "save it as PNG (NAME.png), or as WebP (NAME.webp); a picture that moves shows its first frame only",
  pdf: "save the page that is wanted as PNG: NAME.png; or link to the document where it stands on the web",
  mp4: "films are not shown: link to it where it stands on the web, and delete this file",
  mov: "films are not shown: link to it where it stands on the web, and delete this file",
  txt: "rename it: NAME.md",
  doc: "copy its text into a file NAME.md: npm run new -- story",
  docx: "copy its text into a file NAME.md: npm run new -- story",
  odt: "copy its text into a file NAME.md: npm run new -- story",
  rtf: "copy its text into a file NAME.md: npm run new -- story",
  "md~": "this is a copy that an editor made: delete it",
  bak: "this is a copy that a program made: delete it",
};

function wrongName(name: string, isAllowed: (name: string) => boolean, endings: string): Problem {
  const [, stem = name, extension = ""] = /^(.*)(\.[^.]*)$/.exec(name) ?? [];
  const message = `“${name}” is not a file name that can stand here`;
  const other = OTHER_KINDS[extension.slice(1).toLowerCase()];
  const plain = slugify(stem.replace(/\.(?:md|txt)$/i, "")).slice(0, 80);
  if (other !== undefined && plain !== "") return { rule: "file-name", message, hint: other.replaceAll("NAME", plain) };
  const fixed = slugify(stem) + extension.toLowerCase().replace(/^\.(markdown|mdown|mkd)$/, ".md");
  const hint = isAllowed(fixed)
    ? `rename it: ${fixed}`
    : `use at most 80 lower-case letters, digits and hyphens, then ${endings}`;
  return { rule: "file-name", message, hint };
}

function isMarkdownName(name: string): boolean {
  return name.endsWith(".md") && SLUG.test(name.slice(0, -".md".length));
}

function reserved(name: string): Problem {
  return {
    rule: "reserved-name",
    message: `“${name}” is a name that the site or a computer keeps for itself`,
    hint: "choose another file name",
  };
}

/** What the folder `name` under `editions/YEAR/` dates, or what is wrong with it. */
function readDateline(year: string, name: string, slots: readonly string[], zone: string): Dateline | Problem {
  const match = /^(\d{2})-(\d{2})-(.+)$/.exec(name);
  if (!/^\d{4}$/.test(year) || !match)
    return {
      rule: "folder-name",
      message: `“${year}/${name}” is not an edition's folder`,
      hint: "name it YYYY/MM-DD-SLOT, as in 2026/03-04-evening",
    };
  const [, month = "", day = "", slot = ""] = match;
  const date = `${year}-${month}-${day}`;
  if (!isDay(date))
    return {
      rule: "folder-name",
      message: `${date} is not a day of the calendar`,
      hint: "mend the folder's month and day",
    };
  const skipped = skippedDay(date, zone);
  if (skipped !== undefined) return { rule: "folder-name", message: skipped, hint: "mend the folder's month and day" };
  if (slots.length > 0 && !slots.includes(slot))
    return {
      rule: "unknown-slot",
      message: `“${slot}” is not a slot of site.yaml`,
      hint: hintNearest(slot, slots) ?? `the slots are ${slots.join(", ")}`,
    };
  return { date, slot };
}

/** The identity of the story that a file was to be, whose name cannot stand where it does; undefined where it is none. */
export function meantStory(path: string): string | undefined {
  const [, year, month, day, slot, name = ""] = /^editions\/(\d{4})\/(\d\d)-(\d\d)-([^/]+)\/([^/]+)$/.exec(path) ?? [];
  const stem = name.replace(/(?:\.(?:md|markdown|mdown|mkd|txt))+$/i, "");
  return stem === name || year === undefined ? undefined : `${year}-${month}-${day}-${slot}/${slugify(stem)}`;
}

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
      hint: hintNearest(first, [...VOCABULARIES.map((name) => `${name}.yaml`), STYLES]),
    };
  }
  if (first === PUBLIC) return readPublicPath(path);
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
    if (!isMarkdownName(fourth))
      return wrongName(
        fourth,
        (name) => isMarkdownName(name) || PICTURE.test(name),
        ".md, or .jpg, .png, .webp, .avif",
      );
    const slug = fourth.slice(0, -".md".length);
    return isReservedSlug(slug) ? reserved(slug) : { kind: "story", dateline, slug };
  }
  return {
    rule: "unknown-file",
    message: `nothing is read from “${path}”`,
    hint: "an edition's files stand in editions/YYYY/MM-DD-SLOT/, standing pages in pages/",
  };
}
