import { lookPath } from "../../content/addresses.ts";
import type { Dateline } from "../../content/dateline.ts";
import type { FormField, Vocabulary } from "../../content/schema/form.ts";
import type { Status } from "../../content/time/status.ts";
import type { Change } from "../../content/words/changed-words.ts";
import type { Inbox } from "./inbox.ts";
import type { Waiting } from "./letters.ts";
import type { PlacedProblem } from "./place-problems.ts";
import type { Rundown } from "./rundown.ts";

/** What the desk's page and its server tell each other: of each call what is asked, and what is answered. */

/** Where people ask for the desk; where the site has a page of its own there, that is shown. */
export const DESK_ENTRANCE = "/desk/";
/** The page's address at the preview's host, which no content can have, and where its calls go. */
export const DESK = lookPath("desk/");
export const CALLS = `${DESK}api/`;

/** Why something was not done, in a sentence for people; nothing was written then. */
export interface Refused {
  readonly refused: string;
}

/** Somebody else wrote the file: what it says now; no text and no version where it is gone. */
export interface Conflict {
  readonly conflict: { readonly text: string | undefined; readonly version: string | undefined };
}

/** What another program wrote into a text in the very moment in which a desk replaced it: it stands in no file of the content folder. */
export interface LateText {
  /** What it is called where it is kept, and the path of that file. */
  readonly kept: string;
  readonly path: string;
  /** The text that was written, as a path in the content folder and in words. */
  readonly name: string;
  readonly what: string;
  /** Undefined where it is too large, or no UTF-8. */
  readonly text: string | undefined;
  /** Undefined where it is too large. */
  readonly version: string | undefined;
  /** What the file says: nothing where it is gone. */
  readonly now: Conflict["conflict"];
}

/** Which of two texts is to stand, as they were looked at: what was written too late, or what the file says, at the version `there`. */
export interface Settling {
  readonly kept: string;
  readonly version?: string | undefined;
  readonly there?: string | undefined;
  readonly stands: "late" | "file";
}

/** An entry of a vocabulary, or a story, to choose. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** What the page needs to know of the publication. */
export interface Setup {
  readonly paper: string;
  /** Where the site begins at its host. */
  readonly base: string;
  readonly slots: readonly (Choice & { readonly time: string })[];
  /** What an editor most likely begins now, and that in words. */
  readonly next: Dateline;
  readonly nextInWords: string;
  /** This moment as editors write it, `2026-03-04T18:30`. */
  readonly now: string;
  readonly ai: string;
  readonly forms: Readonly<Record<"story" | "edition" | "gone" | "letter" | Vocabulary, readonly FormField[]>>;
  readonly lists: Readonly<Record<Vocabulary, readonly Choice[]>>;
  /** How many letters of readers wait; left out where none ever came. */
  readonly letters?: number;
  /** What readers find at the address of a text that is taken back today, in their language. */
  readonly takenBack: Readonly<Record<"story" | "edition" | "since", string>>;
}

/** The values of a front matter by their keys, as the schema has them. */
export type Values = Readonly<Record<string, unknown>>;

/** A text that was opened. */
export interface Opened {
  readonly name: string;
  readonly kind: "story" | "edition";
  readonly text: string;
  readonly version: string;
  /** Undefined where it cannot be read as a form: then it is shown as it stands. */
  readonly form: { readonly values: Values; readonly body: string } | undefined;
  /** Its path on the site. */
  readonly path: string;
  /** The pictures of its folder. */
  readonly pictures: readonly string[];
  readonly when: string;
  /** What the clock makes of it; undefined of a text that was made a moment ago. */
  readonly status: Status | undefined;
  /** Its edition in words: “AI Evening Update, Thursday 5 March 2026”. */
  readonly edition: string;
}

/** A text as it was opened, and what it is to say: keys that changed, and the body; or all of it. */
export interface Edited {
  readonly name: string;
  readonly text: string;
  /** A key that is to go has the value null. */
  readonly fields?: Values;
  readonly body?: string;
  readonly whole?: string;
}

export interface NewStory {
  readonly dateline: Dateline;
  readonly title: string;
  readonly slug?: string;
  readonly topic: string;
  /** At least one. */
  readonly sources: readonly { readonly publisher: string; readonly title: string; readonly url: string }[];
  /** The story that it continues, and what is new since. */
  readonly follows?: string;
  readonly whatsNew?: string;
}

/** How far a reading of feeds is that is still going on. */
export interface Reading {
  readonly reading: { readonly done: number; readonly feeds: number };
}

/** What changed since a text was reviewed. */
export interface Review {
  readonly signed: { readonly by: string; readonly at: string } | undefined;
  readonly parts: readonly string[];
  readonly words: readonly { readonly part: string; readonly changes: readonly Change[] | undefined }[] | undefined;
}

export interface Proposal {
  readonly files: readonly { readonly path: string; readonly kind: string; readonly what: string }[];
  readonly branch: string;
  readonly message: string;
  readonly remote: string | undefined;
}

export interface Sent {
  readonly branch: string;
  readonly commit: string;
  readonly pushedTo: string | undefined;
  readonly problem: string | undefined;
}

type Version = { readonly version: string } | Conflict | Refused;

/** What is opened at a version, so that nothing else is signed or published than what was looked at. */
interface AtVersion {
  readonly name: string;
  readonly version: string;
}

export interface Calls {
  readonly setup: { readonly ask: object; readonly answer: Setup };
  readonly rundown: { readonly ask: { readonly search?: string; readonly from?: number }; readonly answer: Rundown };
  readonly stories: { readonly ask: { readonly search: string }; readonly answer: readonly Choice[] };
  readonly open: { readonly ask: { readonly name: string }; readonly answer: Opened | Refused };
  readonly check: {
    readonly ask: Edited;
    readonly answer: { readonly problems: readonly PlacedProblem[] } | Refused;
  };
  readonly save: {
    /** Without a version the file is to come into being. */
    readonly ask: Edited & { readonly version?: string };
    /** Beside a conflict stands what was to be saved. */
    readonly answer: Opened | (Conflict & { readonly mine: string }) | Refused;
  };
  readonly edition: { readonly ask: Dateline; readonly answer: { readonly name: string } | Refused };
  readonly story: { readonly ask: NewStory; readonly answer: { readonly name: string } | Refused };
  readonly entry: {
    readonly ask: { readonly vocabulary: Vocabulary; readonly id: string; readonly entry: Values };
    readonly answer: Choice | Refused;
  };
  readonly gather: {
    /** `anew` has the feeds read again, beside what was read before. */
    readonly ask: { readonly days: number; readonly from?: number; readonly anew?: boolean };
    readonly answer: Inbox | Reading | Refused;
  };
  readonly late: { readonly ask: object; readonly answer: readonly LateText[] };
  readonly settle: { readonly ask: Settling; readonly answer: Version };
  readonly review: { readonly ask: { readonly name: string }; readonly answer: Review | Refused };
  readonly sign: {
    readonly ask: AtVersion & { readonly by: string; readonly factChecked: boolean };
    readonly answer: Version;
  };
  readonly publish: { readonly ask: AtVersion; readonly answer: Version };
  /** Makes a draft again of what readers have not seen yet. */
  readonly withdraw: { readonly ask: AtVersion; readonly answer: Version };
  /** Takes back what readers know, with a reason for them. */
  readonly takeBack: { readonly ask: AtVersion & { readonly reason?: string | undefined }; readonly answer: Version };
  readonly bringBack: { readonly ask: AtVersion; readonly answer: Version };
  /** Readers' letters that wait for an editor. */
  readonly letters: { readonly ask: { readonly from?: number }; readonly answer: Waiting | Refused };
  readonly acceptLetter: {
    readonly ask: {
      readonly id: string;
      readonly by: string;
      readonly reply?: { readonly by: string; readonly text: string };
    };
    /** Its path in the content folder, and what is not quite right with it. */
    readonly answer: { readonly path: string; readonly told: readonly string[] } | Refused;
  };
  /** Deletes it. */
  readonly rejectLetter: { readonly ask: { readonly id: string }; readonly answer: { readonly id: string } | Refused };
  readonly propose: { readonly ask: object; readonly answer: Proposal | Refused };
  readonly send: {
    readonly ask: { readonly message: string; readonly author?: { readonly name: string; readonly email: string } };
    readonly answer: Sent | Refused;
  };
}

/** A picture is sent by itself, below this path: `picture/2026-03-04-evening/a-name.jpg`. */
export const PICTURE_CALL = "picture/";

/** A picture that was placed: its file's name, for `image.src` or Markdown, and its size in pixels. */
export interface PlacedPicture {
  /** In the edition's folder, as `open-model.jpg`. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
}
