import type { Clock } from "./time/clock.ts";
import type { Edition } from "./edition.ts";
import type { GoneText } from "./former/gone.ts";
import type { Move } from "./former/moves.ts";
import type { LetterBook } from "./letters/letter-book.ts";
import type { Ledger } from "./links/ledger.ts";
import type { StoryOutline } from "./outline.ts";
import type { Calendar } from "./time/rhythm.ts";
import type { PictureFile } from "./pictures/pictures.ts";
import type { RecordingFile } from "./recordings/recordings.ts";
import type { Publication } from "./publication.ts";
import type { StandingPage } from "./standing-page.ts";
import type { TopicIndex } from "./topics.ts";
import type { Meanings } from "./schema/shorthand.ts";
import type { Vocabularies } from "./vocabularies.ts";

/** What all pages have in common and so may always show: no part of it is about one edition. */
export interface Setting {
  /** Whether drafts and scheduled stories are shown, for the editor's preview. */
  readonly preview: boolean;
  readonly publication: Publication;
  readonly vocabularies: Pick<Vocabularies, "topics" | "affiliates">;
  readonly topics: TopicIndex;
  readonly ledger: Ledger;
  /** The standing pages that there are. */
  readonly pages: readonly Pick<StandingPage, "id">[];
}

/** What the views of an edition's texts may know: the setting, and of the rest what those texts make use of. */
export interface TextSite extends Setting {
  readonly vocabularies: Pick<Vocabularies, "topics" | "affiliates" | "publishers" | "people" | "sponsors">;
  readonly stories: Pick<ReadonlyMap<string, StoryOutline>, "get">;
}

/** What the pages about the publication as a whole are listed from, beside the editions: values only. */
export interface OverviewSite extends Setting {
  readonly vocabularies: TextSite["vocabularies"];
  readonly pages: readonly Omit<StandingPage, "document" | "file" | "formerly">[];
  /** What stood elsewhere once, and where it stands. */
  readonly moves: readonly Move[];
  /** The pages of the program's own in whose place the publication has something itself, by their paths. */
  readonly yielded: readonly string[];
  /** Redirects of the publication's own, as hosts read them. */
  readonly ownRedirects: string;
  /** What was taken back. */
  readonly gone: readonly Pick<GoneText, "identity" | "path" | "gone">[];
  /** The calendar month of the build's clock in UTC, `YYYY-MM`. */
  readonly month: string;
}

/** The whole publication as the build's clock sees it; frozen. */
export interface Site {
  /** How the content folder is named in diagnostics. */
  readonly label: string;
  readonly clock: Clock;
  /** Whether drafts and scheduled stories are shown, for the editor's preview. */
  readonly preview: boolean;
  readonly publication: Publication;
  /** Not in the setting: of it pages show a promise, which changes the page of one edition, and not of all. */
  readonly calendar: Calendar;
  readonly vocabularies: Vocabularies;
  readonly topics: TopicIndex;
  readonly ledger: Ledger;
  /** What words of the front matter mean that are no ids. */
  readonly meanings: Meanings;
  /** Every story by its identity, for those that follow it. */
  readonly stories: Pick<ReadonlyMap<string, StoryOutline>, "get">;
  /** Oldest first, drafts and scheduled ones included. */
  readonly editions: readonly Edition[];
  readonly pages: readonly StandingPage[];
  readonly pictures: readonly PictureFile[];
  readonly recordings: readonly RecordingFile[];
  /** Every story file there is, readable or not. */
  readonly identities: ReadonlySet<string>;
  /** The identity that a story has now, by each that it had. */
  readonly renamed: ReadonlyMap<string, string>;
  /** What stood elsewhere once, and where it stands. */
  readonly moves: readonly Move[];
  /** The pages of the program's own in whose place the publication has something itself, by their paths. */
  readonly yielded: readonly string[];
  /** Redirects of the publication's own, as hosts read them. */
  readonly ownRedirects: string;
  /** Every text that was taken back. */
  readonly gone: readonly GoneText[];
  /** What readers wrote, as far as editors accepted it. */
  readonly letters: LetterBook;
}
