import { realpathSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../content/problems/diagnostic.ts";
import type { Extras } from "../../views/shell.ts";
import type { Span } from "../read/span.ts";
import type { Pieces } from "./knowledge.ts";
import { readPiece } from "./pieces.ts";
import { digestOf } from "../digest.ts";
import { currentProgram, differences, type Program, stateFolder } from "./program.ts";

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

/** A site as a function of its inputs: what went into the last build, and what came of it. */
export interface Receipt extends Statement {
  readonly program: Program;
  readonly order: Order;
  readonly cwd: string;
  /** The folders that were read, in the order of their pieces. */
  readonly folders: readonly string[];
  readonly span: Span;
  /** The digest of the site's list of addresses; undefined where that could not be read. */
  readonly addresses: string | undefined;
  readonly setting: string;
  /** Digests of the other pieces, by name. */
  readonly pieces: Pieces;
}

/** The name of the file that is written anew exactly when a build makes a site. */
export const RECEIPT = "receipt";
/** The piece that says of what order a state is. */
export const OWNER = "owner";
/** The piece with the stamps of the site. */
export const OUTPUT = "output";

/** The folder with the state of one publication and site. */
export function folderOf({ content, target }: Order): string {
  return join(stateFolder(), digestOf(realpathSync.native(content), target));
}

/**
 * The receipt that lies in a folder, if it is of a build of this program that was called from here; where the program is another,
 * `tell` is told in what it differs.
 */
export function readReceipt(
  folder: string,
  tell: (differences: readonly string[]) => void = () => undefined,
): Receipt | undefined {
  const receipt = readPiece(join(folder, RECEIPT)) as Receipt | undefined;
  if (receipt?.cwd !== process.cwd()) return undefined;
  const program = currentProgram(receipt.order.extras);
  if (program === undefined) return undefined;
  const other = differences(program, receipt.program);
  if (other.length > 0) tell(other);
  return other.length > 0 ? undefined : receipt;
}
