import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Diagnostic } from "../content/problems/diagnostic.ts";
import { acquireLock } from "../pipeline/output/lock.ts";
import { type Places, placesOf, recover, refusalOf } from "../pipeline/output/output.ts";
import { rootOf } from "../pipeline/print/made-for.ts";
import { refuseTracked } from "../tracked.mjs";
import { describeFailure, describeRefusal } from "./failure.ts";
import { requireFolder, UsageError } from "./options.ts";
import { createProgress, type Progress } from "./progress.ts";
import { type Format, formatReport, summarise } from "./report.ts";

/** How a command exits that another one keeps from its work (EX_TEMPFAIL of sysexits.h). */
export const BUSY = 75;

/** What a command that writes a folder is asked for. */
export interface Target {
  /** The content folder. */
  readonly content: string;
  readonly out: string;
  /** What is written there, in words. */
  readonly what: "site" | "part";
  readonly format: Format;
}

/** What such a command works with, once it holds the lock. */
export interface Desk {
  readonly progress: Progress;
  /** Prints a line beside the report. */
  readonly say: (text: string) => void;
  /** Prints problems. */
  readonly report: (diagnostics: readonly Diagnostic[]) => void;
}

/** Says why a build could not go on, and that nothing is lost. */
function giveUp(error: unknown, { what, out }: Target): void {
  const refused = describeRefusal(rootOf(error));
  const message =
    refused === undefined ? describeFailure(error) : `the ${what} cannot be written to ${out}: ${refused}`;
  process.stderr.write(`${message}\n${out} is as it was\n`);
  process.exitCode = 1;
}

/**
 * Where a site or a part is written. Throws when that folder may not be replaced, or when git brought what lies there or in the folders that are
 * `trusted` to be a build's.
 */
export async function requireOut({ content, out, what }: Target, trusted: readonly string[] = []): Promise<Places> {
  const refusal = refusalOf(out, requireFolder(content));
  if (refusal !== undefined) throw new UsageError(`the ${what} cannot be written to ${out}: ${refusal}`);
  const places = placesOf(out);
  const refused = await refuseTracked([...Object.values({ ...places }), ...trusted.map((path) => resolve(path))]);
  if (refused !== undefined) throw new UsageError(refused.trimEnd());
  return places;
}

/** Has `work` replace a folder, while no other command does; it returns the exit code. What fails is told. */
export async function writeFolder(
  target: Target,
  places: Places,
  work: (desk: Desk) => Promise<number>,
): Promise<void> {
  const { format } = target;
  const say = (text: string) => (format === "text" ? process.stdout : process.stderr).write(`${text}\n`);
  const report = (diagnostics: readonly Diagnostic[]) => {
    process.stdout.write(formatReport(diagnostics, format));
    if (diagnostics.length > 0) say(summarise(diagnostics));
  };
  const progress = createProgress(process.stderr);
  let release: (() => void) | undefined;
  let clearing: (() => Promise<void>) | undefined;
  try {
    mkdirSync(dirname(places.target), { recursive: true });
    release = acquireLock(places.lock);
    if (!release) {
      say(`another build is writing ${target.out}`);
      process.exitCode = BUSY;
      return;
    }
    clearing = recover(places);
    process.exitCode = await work({ progress, say, report });
  } catch (error) {
    progress.clear();
    giveUp(error, target);
  } finally {
    await clearing?.();
    release?.();
  }
}
