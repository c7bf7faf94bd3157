import { createHash } from "node:crypto";
import { existsSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../content/diagnostic.ts";
import { PROJECT } from "../project.ts";
import { type Input, isSameInput, takeInput } from "./inputs.ts";
import { readPiece, writePiece } from "./pieces.ts";
import { isUntouched, OTHER_TEXT, stampFolder, type Stamps } from "./stamps.ts";

/** What a build is asked for: the content folder as its user names it, and where the site goes. */
export interface Order {
  readonly content: string;
  /** Without symbolic links. */
  readonly target: string;
}

/** What a build had to say, to be said again by one that finds nothing changed. */
export interface Statement {
  readonly diagnostics: readonly Diagnostic[];
  readonly account: string;
  readonly files: number;
}

/** The clocks for which a build's result holds, in milliseconds; a missing end is open. */
interface Span {
  readonly from: number | null;
  readonly until: number | null;
}

/** A site as a function of its inputs: what went into the last build, and what came of it. */
interface Receipt extends Statement {
  readonly program: string;
  readonly order: Order;
  readonly cwd: string;
  readonly inputs: readonly Input[];
  readonly span: Span;
  readonly output: Stamps;
}

/** Everything of the program that can change a byte; undefined where its sources run as they are, and nothing is kept. */
function currentProgram(): string | undefined {
  const version = process.env.EVENING_UPDATE_PROGRAM;
  return version === undefined ? undefined : [version, process.version, process.platform, process.arch].join(" ");
}

function stateFolder(): string {
  return join(process.env["EVENING_UPDATE_CACHE"] ?? join(PROJECT, ".cache"), "builds");
}

/** Where the state of one publication and site is; what it belongs to stands beside it. */
function pathsOf({ content, target }: Order): { receipt: string; owner: string } {
  const name = createHash("sha256")
    .update(`${realpathSync.native(content)}\0${target}`)
    .digest("hex")
    .slice(0, 16);
  return { receipt: join(stateFolder(), name, "receipt"), owner: join(stateFolder(), name, "owner") };
}

/** Takes down what a build is about to read: the content, and what is copied or bundled into every site. */
export function takeInputs({ content }: Order): Input[] {
  if (currentProgram() === undefined) return [];
  const own = ["public", join("templates", "styles"), join("templates", "fonts")].map((path) => join(PROJECT, path));
  return [realpathSync.native(content), ...own].map(takeInput);
}

/** What the last build said, if this one would make the same site of the same things, and that site stands untouched. */
export function findUnchanged(order: Order, now: number): Statement | undefined {
  const program = currentProgram();
  const receipt = program === undefined ? undefined : (readPiece(pathsOf(order).receipt) as Receipt | undefined);
  if (receipt?.program !== program || receipt?.cwd !== process.cwd() || receipt.order.content !== order.content)
    return undefined;
  const { span, inputs, output } = receipt;
  if (now < (span.from ?? -Infinity) || now >= (span.until ?? Infinity)) return undefined;
  return isUntouched(order.target, output, OTHER_TEXT) && inputs.every(isSameInput) ? receipt : undefined;
}

/** Forgets the states of publications and sites that are gone. */
function prune(folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const owner = readPiece(join(folder, name, "owner")) as Order | undefined;
    if (owner === undefined || !existsSync(owner.target) || !existsSync(owner.content))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Keeps what a finished build knows. Without it the next build is only slower, so no failure here is one of the build. */
export function keepReceipt(
  order: Order,
  inputs: readonly Input[],
  span: { readonly from: number; readonly until: number },
  statement: Statement,
): void {
  const program = currentProgram();
  if (program === undefined) return;
  try {
    prune(stateFolder());
    // What was changed while it was read is not known to be in the site.
    if (!inputs.every(isSameInput)) return;
    const output = stampFolder(order.target, OTHER_TEXT);
    // Infinity is no number of JSON.
    const finite = (at: number) => (Number.isFinite(at) ? at : null);
    const receipt: Receipt = {
      ...statement,
      program,
      order,
      cwd: process.cwd(),
      inputs,
      span: { from: finite(span.from), until: finite(span.until) },
      output,
    };
    const paths = pathsOf(order);
    writePiece(paths.owner, { ...order, content: realpathSync.native(order.content) });
    writePiece(paths.receipt, receipt);
  } catch {
    return;
  }
}
