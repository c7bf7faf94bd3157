import { type Instant, parseInstant } from "../../content/time/calendar.ts";

/**
 * What a line of the ledger says of an announcement on a channel: a run is about to tell (`claimed`), told (`done`), was refused for good (`refused`), told nothing and leaves
 * it to others (`released`), or cannot know (`unknown`). Of a person: it went out (`sent`), or did not (`lost`).
 */
const VERBS = ["claimed", "done", "refused", "released", "unknown", "sent", "lost"] as const;
export type Verb = (typeof VERBS)[number];

/** A line of the ledger. */
export interface Entry {
  readonly at: Instant;
  readonly verb: Verb;
  readonly channel: string;
  readonly key: string;
  /** The run that wrote it. */
  readonly run: string;
  /** A receipt, or what was wrong; without a line feed. */
  readonly note: string;
}

/** What the ledger says of an announcement on a channel, all its lines taken together. */
export type Standing =
  | { readonly kind: "free" }
  /** Claimed by a run, `first` by the one that may have told and `last` by the one that goes on. */
  | { readonly kind: "claimed"; readonly run: string; readonly first: Instant; readonly last: Instant }
  | { readonly kind: "done" | "refused" | "unknown"; readonly at: Instant; readonly note: string };

const LINE = new RegExp(`^(\\S+Z) (${VERBS.join("|")}) (\\S+) (\\S+) (\\S+)(?: (.*))?$`);

/** Of a note, in characters. */
const MOST_NOTE = 300;

export const HEAD =
  "# What was announced, and where. “npm run announce” writes it: change nothing here, and keep the branch.\n";

export function formatEntry({ at, verb, channel, key, run, note }: Entry): string {
  const said = note.replace(/\s+/g, " ").trim().slice(0, MOST_NOTE);
  return [new Date(at).toISOString(), verb, channel, key, run, ...(said === "" ? [] : [said])].join(" ");
}

/** Reads the ledger, whose first lines may be remarks. What cannot be read is a problem: to pass over it might be to tell twice. */
export function parseLedger(text: string): readonly Entry[] | { readonly problem: string } {
  const entries: Entry[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line === "" || line.startsWith("#")) continue;
    const [, time = "", verb, channel = "", key = "", run = "", note = ""] = LINE.exec(line) ?? [];
    const at = parseInstant(time);
    if (verb === undefined || at === undefined)
      return { problem: `line ${index + 1} of the ledger is not one that this version writes: “${line.slice(0, 80)}”` };
    entries.push({ at, verb: verb as Verb, channel, key, run, note });
  }
  return entries;
}

/** What follows from one line more. */
function advance(before: Standing, { verb, run, at, note }: Entry): Standing {
  // That it was told stays true, whoever claims it afterwards.
  if (before.kind === "done") return before;
  const isOwn = before.kind === "claimed" && before.run === run;
  switch (verb) {
    case "claimed":
      if (before.kind === "refused" || before.kind === "unknown") return before;
      return { kind: "claimed", run, first: before.kind === "claimed" ? before.first : at, last: at };
    case "done":
    case "sent":
      return { kind: "done", at, note };
    case "refused":
      return { kind: "refused", at, note };
    // A run that another took over from has no more say in what it did not tell.
    case "released":
      return isOwn ? { kind: "free" } : before;
    case "unknown":
      return isOwn ? { kind: "unknown", at, note } : before;
    case "lost":
      return { kind: "free" };
  }
}

export function standingOf(entries: readonly Entry[], channel: string, key: string): Standing {
  return entries
    .filter((entry) => entry.channel === channel && entry.key === key)
    .reduce<Standing>(advance, { kind: "free" });
}

/** What a run may do, by what the ledger says: tell, wait for another run, take over from one that is over, or nothing. */
export type Turn = "tell" | "wait" | "resume" | "ended" | "ask";

/** Whose turn it is at a moment, where a run that claimed has `limit` milliseconds to end. */
export function turnOf(standing: Standing, now: Instant, limit: number): Turn {
  switch (standing.kind) {
    case "free":
      return "tell";
    case "claimed":
      return now - standing.last < limit ? "wait" : "resume";
    case "unknown":
      return "ask";
    default:
      return "ended";
  }
}
