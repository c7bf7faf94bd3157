import type { StoryOutline } from "../../content/outline.ts";
import type { Instant } from "../../content/time/calendar.ts";
import { describeMoment } from "./when.ts";

/** A letter that waits for an editor. */
export interface WaitingLetter {
  readonly id: string;
  /** The headline of the story to which it was written; its identity where there is no such story. */
  readonly story: string;
  /** The story's path on the site; undefined where there is no such story. */
  readonly path: string | undefined;
  readonly name: string;
  /** Undefined where none was given. */
  readonly email: string | undefined;
  /** “today at 09:30”. */
  readonly when: string;
  readonly text: string;
}

/** Some of the letters that wait, the oldest first. */
export interface Waiting {
  readonly letters: readonly WaitingLetter[];
  /** How many wait in all. */
  readonly all: number;
  /** For how many days a letter waits before it is deleted. */
  readonly days: number;
  /** The paths of files that cannot be read. */
  readonly broken: readonly string[];
}

/** A letter as it was found. */
interface Found extends Omit<WaitingLetter, "path" | "when" | "email"> {
  readonly email?: string | undefined;
  readonly at: Instant;
}

/** What shows letters beside themselves. */
interface LetterSetting {
  readonly now: Instant;
  readonly zone: string;
  /** A story by its identity, one that it has or had. */
  readonly storyOf: (identity: string) => Pick<StoryOutline, "title" | "path"> | undefined;
}

/** Shows letters in words. */
export function viewWaiting(letters: readonly Found[], { now, zone, storyOf }: LetterSetting): WaitingLetter[] {
  return letters.map(({ id, story, name, email, at, text }) => {
    const own = storyOf(story);
    return { id, story: own?.title ?? story, path: own?.path, name, email, when: describeMoment(at, now, zone), text };
  });
}
