import type { Problem } from "../problems/diagnostic.ts";
import { slugify } from "./slugify.ts";

const COPY = "copy its text into a file NAME.md: npm run new -- story";
const JPEG = "open it and save it as JPEG: NAME.jpg";
const PNG = "open it and save it as PNG: NAME.png";
const FILM = "films are not shown: link to it where it stands on the web, and delete this file";
const SOUND = "open it and save it as MP3: NAME.mp3; then edition.md names it: audio: { src: NAME.mp3, … }";
const TABLE = "write what is wanted of it as a table into a story, and delete this file";

/** What to do with a kind of file that editors have and the format has not; NAME stands for a name that may stand here. */
const OTHER_KINDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["heic", "heif", "tif", "tiff", "jfif", "jpe", "cr2", "nef", "dng", "raw"].map((kind) => [kind, JPEG]),
  ),
  ...Object.fromEntries(["bmp", "psd", "ai", "eps", "xcf"].map((kind) => [kind, PNG])),
  svg: "open it and save it as PNG, 1600 pixels wide or more: NAME.png",
  gif: "save it as PNG (NAME.png), or as WebP (NAME.webp); a picture that moves shows its first frame only",
  pdf: "save the page that is wanted as PNG: NAME.png; or link to the document where it stands on the web",
  ...Object.fromEntries(["mp4", "mov", "avi", "webm", "mkv"].map((kind) => [kind, FILM])),
  ...Object.fromEntries(
    ["wav", "ogg", "oga", "opus", "flac", "aac", "aif", "aiff", "wma"].map((kind) => [kind, SOUND]),
  ),
  ...Object.fromEntries(["xls", "xlsx", "ods", "csv", "numbers"].map((kind) => [kind, TABLE])),
  ...Object.fromEntries(["doc", "docx", "odt", "rtf", "pages", "html", "htm", "pptx"].map((kind) => [kind, COPY])),
  txt: "rename it: NAME.md",
  "md~": "this is a copy that an editor made: delete it",
  bak: "this is a copy that a program made: delete it",
};

/** What is wrong with the name of a file that stands where files of the names that are allowed stand, which end as `endings` says and have at most so many signs before. */
export function wrongName(name: string, isAllowed: (name: string) => boolean, endings: string, most = 80): Problem {
  const [, stem = name, extension = ""] = /^(.*)(\.[^.]*)$/.exec(name) ?? [];
  const told = { rule: "file-name", message: `“${name}” is not a file name that can stand here` };
  if (name.startsWith("~$"))
    return { ...told, hint: "a program put it here while it has a document open: close that, and delete this" };
  const plain = slugify(stem.replace(/(?:\.(?:md|txt|markdown))+$/i, "")).slice(0, most);
  const other = OTHER_KINDS[extension.slice(1).toLowerCase()];
  if (other !== undefined && plain !== "") return { ...told, hint: other.replaceAll("NAME", plain) };
  const ending = extension.toLowerCase().replace(/^(?:\.(?:markdown|mdown|mkd))?$/, ".md");
  const hint = isAllowed(plain + ending)
    ? `rename it: ${plain}${ending}`
    : `use at most ${most} lower-case letters, digits and hyphens, then ${endings}`;
  return { ...told, hint };
}
