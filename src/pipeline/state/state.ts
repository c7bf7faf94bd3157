import { existsSync, readdirSync, realpathSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../project.ts";
import { isWithin, type Span } from "../read/span.ts";
import type { Finished, LastSite, Spare } from "../output/stage.ts";
import { type Input, isSameInput, isStill, takeInput } from "./inputs.ts";
import { type Findings, type Pieces, type Recalled, recallFindings, writeFindings } from "./knowledge.ts";
import { readInputs, readStamps, writeInputs, writeStamps } from "./kept-stamps.ts";
import { readPiece, writePiece } from "./pieces.ts";
import { currentProgram, stateFolder } from "./program.ts";
import { digestAddresses } from "./former-addresses.ts";
import { folderOf, type Order, OUTPUT, OWNER, type Receipt, RECEIPT, readReceipt, type Statement } from "./receipt.ts";
import { startTwin } from "./twin.ts";
import { isUntouched, NO_STAMPS, OTHER_TEXT, pickStamps, stampAgain, stampFolder, type Stamps } from "./stamps.ts";

/** What a build leaves of the site that it replaced: how that one differs from the new one. */
type Left = Pick<Spare, "changed" | "gone">;

/** What a build makes the new site of. */
export interface OpenSpare {
  readonly found: LastSite["spare"];
  /** Ends what is still at work on it. */
  end(): Promise<unknown>;
}

/** The last build of a site that still stands as that build left it. */
export interface LastBuild {
  /** What it said. */
  readonly statement: Statement;
  /** What went into it. */
  readonly inputs: readonly Input[];
  /** Takes down what this build is about to read: once, however often it is called. */
  takeInputs(): readonly Input[];
  /** What it said, if this build would make the same site of the same things. */
  findUnchanged(now: number): Statement | undefined;
  recall(): Recalled;
  /** The files of the site that still stands. */
  files(): readonly string[];
  /** The site before, if it was kept; else a twin of the one that stands is begun. */
  openSpare(): OpenSpare;
  /** By which the folders of the site before are known: its files are those of the new site, or are replaced before they are used. */
  spareFolders(): Stamps;
  /** By which the site is known. */
  readonly output: Stamps;
  /** Digests of the pieces of its state, by name. */
  readonly pieces: Pieces;
}

/** The pieces of a state, beside those of its findings. */
const LEFT = "left";
const LEFT_FOLDERS = "left-folders";
const SPARE = "spare";

/** Takes down what a build is about to read: the content, and what is copied or bundled into every site. */
export function takeInputs({ content }: Order, last: readonly Input[] = []): Input[] {
  const own = ["public", join("templates", "styles"), join("templates", "fonts")].map((path) => join(PROJECT, path));
  return [realpathSync.native(content), ...own].map((folder) =>
    takeInput(
      folder,
      last.find((input) => input.folder === folder),
    ),
  );
}

function isSameOrder(a: Order, b: Order): boolean {
  return (
    a.content === b.content &&
    a.preview === b.preview &&
    a.extras.cards === b.extras.cards &&
    a.extras.search === b.extras.search
  );
}

/**
 * Finds the state of the last build; undefined where there is none, or where its site was changed since by other hands. Where it is
 * another program's, `tell` is told in what it differs.
 */
export function findLast(order: Order, tell?: (differences: readonly string[]) => void): LastBuild | undefined {
  const folder = folderOf(order);
  const receipt = readReceipt(folder, tell);
  if (!receipt || !isSameOrder(receipt.order, order)) return undefined;
  const { pieces, setting } = receipt;
  const output = readStamps(folder, OUTPUT, pieces);
  if (!output || !isUntouched(order.target, output, OTHER_TEXT)) return undefined;
  const inputs = readInputs(folder, receipt.folders, pieces);
  return inputs && openLast(receipt, { inputs, output }, () => recallFindings(folder, setting, pieces));
}

/** Makes the last build of what its receipt tells, and of what went in and came out. */
function openLast(
  receipt: Receipt,
  { inputs, output }: Pick<LastBuild, "inputs" | "output">,
  recall: () => Recalled,
): LastBuild {
  const { order, span, pieces } = receipt;
  let knowledge: Recalled | undefined;
  let taken: Input[] | undefined;
  let spareFolders: Stamps | undefined;
  const last: LastBuild = {
    statement: receipt,
    inputs,
    output,
    pieces,
    takeInputs: () => (taken ??= takeInputs(order, inputs)),
    findUnchanged(now) {
      const isSame = () => last.takeInputs().every((input, at) => isSameInput(inputs[at] ?? input, input));
      return isWithin(now, span) && isSame() ? receipt : undefined;
    },
    recall: () => (knowledge ??= recall()),
    files: () => pickStamps(output, "files").paths,
    openSpare() {
      const spare = join(folderOf(order), SPARE);
      const left = pieces[LEFT] === undefined ? undefined : readPiece(join(folderOf(order), LEFT), pieces[LEFT]);
      const isThere = left !== undefined && last.spareFolders().paths.length > 0;
      const isKept = isThere && isUntouched(spare, last.spareFolders(), OTHER_TEXT);
      if (isKept) return { found: Promise.resolve({ folder: spare, ...(left as Left) }), end: () => Promise.resolve() };
      const none = { found: Promise.resolve(undefined), end: () => Promise.resolve() };
      // A spare that was noted and is gone was used up by a build that was refused, and the next one may be, too.
      if (left !== undefined) return none;
      const folders = pickStamps(output, "folders").paths;
      const twin = startTwin({ site: order.target, twin: spare, folders, files: last.files() });
      if (!twin) return none;
      const found = twin.made.then((stamps): Spare | undefined => {
        spareFolders = stamps;
        return stamps && { folder: spare, changed: [], gone: [] };
      });
      return { found, end: () => twin.end() };
    },
    spareFolders: () => (spareFolders ??= readStamps(folderOf(order), LEFT_FOLDERS, pieces) ?? NO_STAMPS),
  };
  return last;
}

/** Forgets the states of publications and sites that are gone. */
function prune(folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const owner = readPiece(join(folder, name, OWNER)) as Order | undefined;
    if (owner === undefined || !existsSync(owner.target) || !existsSync(owner.content))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** The site that a build replaced. */
export interface Replacement {
  /** What was known of it; undefined where nothing was. */
  readonly last: LastBuild | undefined;
  /** Where it is now; undefined where the new one was made of it. */
  readonly replaced: string | undefined;
  readonly finished: Finished;
}

/** Puts a replaced site aside for the build after the next one; undefined on another disk, or when nothing is known of it. */
function keepReplaced(spare: string, { last, replaced, finished }: Replacement): Left | undefined {
  rmSync(spare, { recursive: true, force: true });
  if (!last || replaced === undefined) return undefined;
  try {
    renameSync(replaced, spare);
  } catch {
    return undefined;
  }
  return { changed: finished.changed, gone: finished.gone };
}

/** By what the new site is known. */
function stampSite(target: string, { last, replaced, finished: { touched } }: Replacement): Stamps {
  if (!last || !touched) return stampFolder(target, OTHER_TEXT);
  const known = replaced === undefined ? [last.output] : [last.spareFolders(), pickStamps(last.output, "files")];
  return stampAgain(target, known, touched, OTHER_TEXT);
}

/** What a build read. */
export interface Read {
  readonly inputs: readonly Input[];
  /** The files of the content folder, by path, that were read again after they had been taken down. */
  readonly read: ReadonlySet<string>;
}

/**
 * Keeps what a finished build knows, and gives what will be found of it. Without it the next build is only slower, so no failure
 * here is one of the build.
 */
export function keepState(
  order: Order,
  { inputs, read }: Read,
  span: Span,
  statement: Statement,
  findings: Findings,
  replacement: Replacement,
): LastBuild | undefined {
  const program = currentProgram(order.extras);
  if (program === undefined) return undefined;
  try {
    prune(stateFolder());
    // What was changed while it was read is not known to be in the site.
    if (!inputs.every((input, at) => isStill(input, replacement.last?.inputs[at], (path) => at > 0 || read.has(path))))
      return undefined;
    const folder = folderOf(order);
    const output = stampSite(order.target, replacement);
    const pieces: Record<string, string> = {
      ...writeFindings(folder, findings, replacement.last),
      ...writeInputs(folder, inputs),
      [OUTPUT]: writeStamps(folder, OUTPUT, output),
    };
    const left = keepReplaced(join(folder, SPARE), replacement);
    if (left && replacement.last) {
      pieces[LEFT] = writePiece(join(folder, LEFT), left);
      pieces[LEFT_FOLDERS] = writeStamps(folder, LEFT_FOLDERS, pickStamps(replacement.last.output, "folders"));
    }
    writePiece(join(folder, OWNER), { ...order, content: realpathSync.native(order.content) });
    const receipt: Receipt = {
      ...statement,
      program,
      order,
      cwd: process.cwd(),
      folders: inputs.map(({ folder: own }) => own),
      span,
      addresses: digestAddresses(order.target),
      setting: findings.setting,
      pieces,
    };
    writePiece(join(folder, RECEIPT), receipt);
    const kept = new Set([RECEIPT, OWNER, SPARE, ...Object.keys(pieces)]);
    for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(join(folder, name), { recursive: true });
    return openLast(receipt, { inputs, output }, () => ({
      ...findings,
      recall: (path) => findings.pages.get(path),
      recallTexts: (path) => findings.kept.get(path),
    }));
  } catch {
    return undefined;
  }
}
