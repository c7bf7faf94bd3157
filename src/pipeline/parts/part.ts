import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Extras } from "../../views/shell.ts";
import { digestOf } from "../digest.ts";
import { MARKER, type Places, writeFiles } from "../output/output.ts";
import type { PageRecords } from "../pages/page-record.ts";
import { type Findings, type Pieces, type Recalled, recallFindings, writeFindings } from "../state/knowledge.ts";
import { readPiece, writePiece } from "../state/pieces.ts";
import { currentProgram, differences, type Program } from "../state/program.ts";

/** What a part of a site has in its folder: the files of its pages, and what is known of them. */
const SITE = "site";
const KNOWN = "known";
const LIST = "part";

/** By the path of a page, the parts of other pages to which it leads, as addresses. */
export type Anchors = Readonly<Record<string, readonly string[]>>;

/** All of a part but what is known of its texts and pages. */
interface List {
  readonly program: Program | undefined;
  readonly setting: string;
  readonly pieces: Pieces;
  readonly anchors: Anchors;
  /** Digests of its files, by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** The editions of some years as another build made them: pages, files and what is known of both. */
export interface Part {
  /** Where it lies, as its user names it. */
  readonly folder: string;
  /** Where its files lie. */
  readonly site: string;
  readonly anchors: Anchors;
  readonly known: Recalled;
}

/** A part that cannot be used, and why. */
export interface BadPart {
  readonly folder: string;
  readonly reason: string;
}

/** Where the files of a part are written, and from where they are taken. */
export function placesOfSite(places: Places): Places {
  return { ...places, stage: join(places.stage, SITE), target: join(places.target, SITE) };
}

/** Completes the stage of a part, of which the `files` are there. Throws what the disk refuses. */
export function writePart(
  stage: string,
  { findings, anchors }: { readonly findings: Findings; readonly anchors: Anchors },
  files: readonly string[],
  extras: Extras,
): void {
  const known = join(stage, KNOWN);
  const list: List = {
    program: currentProgram(extras),
    setting: findings.setting,
    pieces: writeFindings(known, findings, undefined),
    anchors,
    files: Object.fromEntries([...files].sort().map((path) => [path, digestOf(readFileSync(join(stage, SITE, path)))])),
  };
  writePiece(join(known, LIST), list);
  writeFiles(stage, [MARKER]);
}

/** The first file of a part that is not as it was written. */
function findDamaged(site: string, files: List["files"]): string | undefined {
  return Object.keys(files).find((path) => {
    try {
      return digestOf(readFileSync(join(site, path))) !== files[path];
    } catch {
      return true;
    }
  });
}

/** Opens a part, all of which must be as it was written, by this version of the program. */
export function openPart(folder: string, extras: Extras): Part | BadPart {
  const list = readPiece(join(folder, KNOWN, LIST)) as List | undefined;
  if (!list) return { folder, reason: "there is no part in it, or only a piece of one" };
  const { program, setting, pieces, anchors, files } = list;
  const now = currentProgram(extras);
  const other = now && program ? differences(now, program) : ["this program is another"];
  if (other.length > 0) return { folder, reason: `it was made otherwise: ${other.join(", ")}` };
  const site = join(folder, SITE);
  const damaged =
    Object.keys(pieces).find((name) => readPiece(join(folder, KNOWN, name), pieces[name]) === undefined) ??
    findDamaged(site, files);
  if (damaged !== undefined) return { folder, reason: `“${damaged}” in it is not as it was written` };
  return { folder, site, anchors, known: recallFindings(join(folder, KNOWN), setting, pieces) };
}

/** What became of a part: how many pages it has, each of an edition with its stories or of the search index, and how many of them were taken over. */
export interface TakenPart {
  readonly folder: string;
  readonly taken: number;
  readonly all: number;
}

/** Counts the pages of a part that stand in a site as they are. */
export function countTaken({ folder, known }: Part, pages: PageRecords): TakenPart {
  const taken = Array.from(known.pages).filter(([path, record]) => pages.get(path) === record);
  return { folder, taken: taken.length, all: known.pages.size };
}
