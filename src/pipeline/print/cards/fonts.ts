import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { threadId } from "node:worker_threads";
import { digestOf } from "../../digest.ts";
import { cacheFolder } from "../../state/kept.ts";
import { PROJECT } from "../../project.ts";
import { readPiece, writePiece } from "../../state/pieces.ts";
import { listCovered, type Ranges } from "./coverage.ts";

/** A family of fonts: where its files are, which of them are used, and the name that stands in them. */
interface Family {
  readonly name: string;
  readonly folder: string;
  readonly files: RegExp;
}

const libraries = createRequire(join(PROJECT, "package.json"));

function packaged(name: string): string {
  return join(dirname(libraries.resolve(`@fontsource-variable/${name}/package.json`)), "files");
}

/** In the order in which they are asked for a letter. The site's own face comes first; of the Han font only the parts without Latin. */
const FAMILIES: readonly Family[] = [
  { name: "Hesper Serif 4 Variable", folder: join(PROJECT, "templates", "fonts"), files: /^hesper-roman.*\.woff2$/ },
  { name: "Source Serif 4", folder: packaged("source-serif-4"), files: /-(?!italic)\w+-wght-normal\.woff2$/ },
  { name: "Noto Naskh Arabic", folder: packaged("noto-naskh-arabic"), files: /-arabic-arabic-wght-normal\.woff2$/ },
  { name: "Noto Serif SC", folder: packaged("noto-serif-sc"), files: /-\d+-wght-normal\.woff2$/ },
];

/** What the fonts of cards can show. */
export interface Fonts {
  /** Whether every character of a text has a glyph in one of them. */
  holds(text: string): boolean;
}

/** Names of families in the order of preference for a text that is mostly Han, or not. */
export function familiesFor(isHan: boolean): string {
  const names = FAMILIES.map(({ name }) => name);
  return (isHan ? names.toReversed() : names).join(", ");
}

function sources(): string[] {
  return FAMILIES.flatMap(({ folder, files }) =>
    readdirSync(folder)
      .filter((name) => files.test(name))
      .sort()
      .map((name) => join(folder, name)),
  );
}

/** What was unpacked: the fonts by name, and what they cover. */
interface Unpacked {
  readonly digests: Readonly<Record<string, string>>;
  readonly covered: Ranges;
}

const UNPACKED = "unpacked";

/** What was unpacked into a folder; undefined where it is not all there as it was. */
function readUnpacked(folder: string): Unpacked | undefined {
  const unpacked = readPiece(join(folder, UNPACKED)) as Unpacked | undefined;
  const isWhole = ([name, digest]: [string, string]) => {
    const path = join(folder, name);
    return existsSync(path) && digestOf(readFileSync(path)) === digest;
  };
  return unpacked && Object.entries(unpacked.digests).every(isWhole) ? unpacked : undefined;
}

/** Unpacks the fonts, since the library that draws reads no WOFF2. */
async function unpack(folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const stage = mkdtempSync(`${folder}-`);
  const { default: decompress } = await import("woff2-encoder/decompress");
  const covered: Ranges[] = [];
  const digests: Record<string, string> = {};
  for (const path of sources()) {
    const font = Buffer.from(await decompress(readFileSync(path)));
    covered.push(listCovered(font));
    const name = `${basename(path, ".woff2")}.ttf`;
    digests[name] = digestOf(font);
    writeFileSync(join(stage, name), font);
  }
  writePiece(join(stage, UNPACKED), { digests, covered: covered.flat() } satisfies Unpacked);
  try {
    rmSync(join(folder, "..", FOUND), { recursive: true, force: true });
    if (!readUnpacked(folder)) rmSync(folder, { recursive: true, force: true });
    renameSync(stage, folder);
  } catch (error) {
    rmSync(stage, { recursive: true, force: true });
    // Two threads or processes may unpack at once; the first is as good as the second.
    if (!readUnpacked(folder)) throw error;
  }
}

/** Where the library that finds fonts keeps what it found. */
const FOUND = "fontconfig";

// Hinting would bend letters to the pixels of one size; widths are to grow in step with it.
function configuration(folder: string): string {
  const escape = (path: string) => path.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<dir>${escape(folder)}</dir>
<cachedir>${escape(join(folder, "..", FOUND))}</cachedir>
<match target="font"><edit name="hinting" mode="assign"><bool>false</bool></edit></match>
</fontconfig>
`;
}

function createFonts(ranges: Ranges): Fonts {
  const covered = new Set<number>();
  for (const [from, to] of ranges) for (let code = from; code <= to; code++) covered.add(code);
  // What has no appearance of its own needs no glyph.
  const isHeld = (letter: string) =>
    /^[\s\p{Default_Ignorable_Code_Point}]$/u.test(letter) || covered.has(letter.codePointAt(0) ?? 0);
  return { holds: (text) => Array.from(text).every(isHeld) };
}

/** More than the unpacked fonts take, in bytes. */
const ROOM = 16 * 1024 * 1024;

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    return;
  }
}

/** Whether a folder can take so many bytes: what the system says of its free space is not what it gives to everybody. */
function hasRoom(folder: string): boolean {
  const probe = join(folder, `room.${process.pid}-${threadId}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, Buffer.alloc(ROOM));
  } catch {
    return false;
  } finally {
    removeQuietly(probe);
  }
  return true;
}

/** The folder of fonts of this name; where the cache is full or can only be read and they are not there yet, one of temporary files. */
function folderFor(name: string): string {
  const own = join(cacheFolder(), "cards");
  const isThere = existsSync(join(own, name, UNPACKED)) && existsSync(join(own, `${name}.conf`));
  return join(isThere || hasRoom(own) ? own : join(tmpdir(), "evening-update"), name);
}

/**
 * Names the fonts of this `version` as the only ones: what a card looks like must not depend on the machine. To be called in the
 * first thread before any text is drawn, since the library that finds fonts asks the process, once, where they are.
 * Returns the function that makes them ready, which is to be waited for before drawing.
 */
export function nameFonts(version: string): () => Promise<Fonts> {
  const known = named.get(version) ?? openFonts(version);
  named.set(version, known);
  return known;
}

const named = new Map<string, () => Promise<Fonts>>();

function openFonts(version: string): () => Promise<Fonts> {
  const folder = folderFor(`fonts-${version}`);
  const file = `${folder}.conf`;
  process.env["FONTCONFIG_FILE"] = file;
  let ready: Promise<Fonts> | undefined;
  const prepare = async (): Promise<Fonts> => {
    const known = readUnpacked(folder);
    if (!known) await unpack(folder);
    const text = configuration(folder);
    if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileSync(file, text);
    return createFonts((known ?? readUnpacked(folder))?.covered ?? []);
  };
  return () => (ready ??= prepare());
}
