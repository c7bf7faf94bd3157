import { existsSync, readdirSync, realpathSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../content/problems/diagnostic.ts";
import type { Extras } from "../../views/shell.ts";
import { digestOf } from "../digest.ts";
import { PROJECT } from "../project.ts";
import { isWithin, type Span } from "../read/span.ts";
import type { Finished, LastSite, Spare } from "../output/stage.ts";
import { type Input, isSameInput, isStill, takeInput } from "./inputs.ts";
import { type Findings, type Pieces, type Recalled, recallFindings, writeFindings } from "./knowledge.ts";
import { readPiece, writePiece } from "./pieces.ts";
import { currentProgram, stateFolder } from "./program.ts";
import { FOLDER, foldersOf, isUntouched, OTHER_TEXT, stampAgain, stampFolder, type Stamps } from "./stamps.ts";

/** What a build is asked for: the content folder as its user names it, and where the site goes. */
export interface Order {
  readonly content: string;
  /** Without symbolic links. */
  readonly target: string;
  readonly extras: Extras;
  /** Whether drafts and scheduled stories are shown: such a site is none for readers. */
  readonly preview: boolean;
}

/** What a build had to say, to be said again by one that finds nothing changed. */
export interface Statement {
  readonly diagnostics: readonly Diagnostic[];
  readonly account: string;
  readonly files: number;
  /** Where the site begins at its host. */
  readonly base: string;
}

/** What a build leaves of the site that it replaced: how that one differs from the new one, and by what it is known. */
interface Left extends Pick<Spare, "changed" | "gone"> {
  /** Stamps of its folders: its files are those of the new site, or are replaced before they are used. */
  readonly folders: Stamps;
}

/** A site as a function of its inputs: what went into the last build, and what came of it. */
export interface Receipt extends Statement {
  readonly program: string;
  readonly order: Order;
  readonly cwd: string;
  readonly inputs: readonly Input[];
  readonly span: Span;
  readonly output: Stamps;
  readonly setting: string;
  /** Digests of the other pieces, by name. */
  readonly pieces: Pieces;
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
  /** The site that still stands, and the one before, if it was kept. */
  site(): LastSite;
  /** By which the site is known. */
  readonly output: Stamps;
  /** By which the folders of the site before are known. */
  readonly folders: Stamps;
  /** Digests of the pieces of its state, by name. */
  readonly pieces: Pieces;
}

const LEFT = "left";
const RECEIPT = "receipt";
export const OWNER = "owner";
const SPARE = "spare";

/** The folder with the state of one publication and site. */
function folderOf({ content, target }: Order): string {
  return join(stateFolder(), digestOf(realpathSync.native(content), target));
}

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

/** The receipt that lies in a folder, if it is one of this program when it was called from here. */
export function readReceipt(folder: string): Receipt | undefined {
  const program = currentProgram();
  if (program === undefined) return undefined;
  const receipt = readPiece(join(folder, RECEIPT)) as Receipt | undefined;
  return receipt?.program === program && receipt.cwd === process.cwd() ? receipt : undefined;
}

/** Finds the state of the last build; undefined where there is none, or where its site was changed since by other hands. */
export function findLast(order: Order): LastBuild | undefined {
  const folder = folderOf(order);
  const receipt = readReceipt(folder);
  if (!receipt || !isSameOrder(receipt.order, order) || !isUntouched(order.target, receipt.output, OTHER_TEXT))
    return undefined;
  const leftDigest = receipt.pieces[LEFT];
  const left = leftDigest === undefined ? undefined : (readPiece(join(folder, LEFT), leftDigest) as Left | undefined);
  return openLast(order, receipt, left, () => recallFindings(folder, receipt.setting, receipt.pieces));
}

/** Makes the last build of what its receipt tells. */
function openLast(order: Order, receipt: Receipt, left: Left | undefined, recall: () => Recalled): LastBuild {
  const { inputs, span, output } = receipt;
  let knowledge: Recalled | undefined;
  let taken: Input[] | undefined;
  const last: LastBuild = {
    statement: receipt,
    inputs,
    output,
    folders: left?.folders ?? {},
    pieces: receipt.pieces,
    takeInputs: () => (taken ??= takeInputs(order, inputs)),
    findUnchanged(now) {
      const isSame = () => last.takeInputs().every((input, at) => isSameInput(inputs[at] ?? input, input));
      return isWithin(now, span) && isSame() ? receipt : undefined;
    },
    recall: () => (knowledge ??= recall()),
    site() {
      const files = Object.keys(output).filter((path) => !output[path]?.startsWith(FOLDER));
      const spare = join(folderOf(order), SPARE);
      const isThere = left !== undefined && isUntouched(spare, left.folders, OTHER_TEXT);
      return { files, spare: isThere ? { folder: spare, changed: left.changed, gone: left.gone } : undefined };
    },
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
  return { changed: finished.changed, gone: finished.gone, folders: foldersOf(last.output) };
}

/** By what the new site is known. */
function stampSite(target: string, { last, replaced, finished: { touched } }: Replacement): Stamps {
  if (!last || !touched) return stampFolder(target, OTHER_TEXT);
  const known = new Map(Object.entries(replaced === undefined ? foldersOf(last.output) : last.folders));
  for (const [path, stamp] of Object.entries(last.output)) if (!stamp.startsWith(FOLDER)) known.set(path, stamp);
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
  const program = currentProgram();
  if (program === undefined) return undefined;
  try {
    prune(stateFolder());
    // What was changed while it was read is not known to be in the site.
    if (!inputs.every((input, at) => isStill(input, replacement.last?.inputs[at], (path) => at > 0 || read.has(path))))
      return undefined;
    const folder = folderOf(order);
    const output = stampSite(order.target, replacement);
    const pieces = writeFindings(folder, findings, replacement.last);
    const left = keepReplaced(join(folder, SPARE), replacement);
    if (left) pieces[LEFT] = writePiece(join(folder, LEFT), left);
    writePiece(join(folder, OWNER), { ...order, content: realpathSync.native(order.content) });
    const receipt: Receipt = {
      ...statement,
      program,
      order,
      cwd: process.cwd(),
      inputs,
      span,
      output,
      setting: findings.setting,
      pieces,
    };
    writePiece(join(folder, RECEIPT), receipt);
    const kept = new Set([RECEIPT, OWNER, SPARE, ...Object.keys(pieces)]);
    for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(join(folder, name), { recursive: true });
    return openLast(order, receipt, left, () => ({
      ...findings,
      recall: (path) => findings.pages.get(path),
      recallTexts: (path) => findings.kept.get(path),
    }));
  } catch {
    return undefined;
  }
}
