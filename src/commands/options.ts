import { statSync } from "node:fs";
import { Command, InvalidArgumentError, Option } from "commander";
import { type Instant, parseInstant } from "../content/time/calendar.ts";
import { FORMATS } from "./report.ts";

/** What a command was asked for wrongly; exit code 2. */
export class UsageError extends Error {}

export function contentOption(): Option {
  return new Option("--content <dir>", "the content folder").default("content").argParser((folder: string) => folder);
}

export function nowOption(): Option {
  return new Option("--now <time>", "the build's clock, ISO 8601 (else BUILD_NOW, else the real time)").argParser(
    (text: string) => {
      const instant = parseInstant(text);
      if (instant === undefined) throw new InvalidArgumentError("Write it as 2026-03-04T19:00:00Z.");
      return instant;
    },
  );
}

export function formatOption(): Option {
  return new Option("--format <format>", "how problems are printed").choices(FORMATS).default("text");
}

export function strictOption(): Option {
  return new Option("--strict", "warnings fail, too").default(false);
}

/** The one clock of a command. */
export function clockOf(now: Instant | undefined): Instant {
  if (now !== undefined) return now;
  const text = process.env["BUILD_NOW"];
  if (text === undefined || text === "") return Date.now();
  const instant = parseInstant(text);
  if (instant === undefined) throw new UsageError(`BUILD_NOW=${text} is not a time; write it as 2026-03-04T19:00:00Z`);
  return instant;
}

/** Checks that the content folder is one. */
export function requireFolder(folder: string): string {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`${folder} is not a folder; name the content folder with --content DIR`);
  return folder;
}

export function createCommand(name: string, description: string): Command {
  return new Command(name).description(description).showHelpAfterError("(add --help for the options)");
}
