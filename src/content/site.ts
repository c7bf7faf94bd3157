import type { Clock } from "./clock.ts";
import type { Edition } from "./edition.ts";
import type { Ledger } from "./ledger.ts";
import type { StoryOutline } from "./outline.ts";
import type { PictureFile } from "./pictures.ts";
import type { Publication } from "./publication.ts";
import type { StandingPage } from "./standing-page.ts";
import type { TopicIndex } from "./topics.ts";
import type { Vocabularies } from "./vocabularies.ts";

/** The whole publication as the build's clock sees it; frozen. */
export interface Site {
  /** How the content folder is named in diagnostics. */
  readonly label: string;
  readonly clock: Clock;
  /** Whether drafts and scheduled stories are shown, for the editor's preview. */
  readonly preview: boolean;
  readonly publication: Publication;
  readonly vocabularies: Vocabularies;
  readonly topics: TopicIndex;
  readonly ledger: Ledger;
  /** Every story by its identity, for those that follow it. */
  readonly stories: Pick<ReadonlyMap<string, StoryOutline>, "get">;
  /** Oldest first, drafts and scheduled ones included. */
  readonly editions: readonly Edition[];
  readonly pages: readonly StandingPage[];
  readonly pictures: readonly PictureFile[];
  /** Every story file there is, readable or not. */
  readonly identities: ReadonlySet<string>;
}
