import { resolve } from "node:path";
import { UNKNOWN } from "../../../content/files/files.ts";
import { isOpenForLetters } from "../../../content/letters/open-for-letters.ts";
import { findWhereabouts, readFolder } from "../../../content/frame.ts";
import { type Diagnostic, isError } from "../../../content/problems/diagnostic.ts";
import type { Site } from "../../../content/site.ts";
import { createClock } from "../../../content/time/clock.ts";
import type { Instant } from "../../../content/time/calendar.ts";
import { placeEdition } from "../../../content/time/schedule.ts";
import { watchFolders } from "../../preview/watch.ts";
import { openPublication } from "../../read/publication.ts";

/** A story that readers know. */
export interface KnownStory {
  /** The identity that it has now. */
  readonly identity: string;
  readonly title: string;
  readonly url: string;
  readonly isOpen: boolean;
}

/** The stories of a content folder at one state of its files. */
export interface Stories {
  readonly site: Site;
  /** The errors of site.yaml, without which nobody knows which stories are open. */
  readonly wrong: readonly Diagnostic[];
  /** A story that is out, by an identity that it has or had; undefined where readers know none. */
  readonly find: (identity: string, now: Instant) => KnownStory | undefined;
}

/** Reads which stories there are. Throws where the folder cannot be read. */
export function readStories(content: string, now: Instant): Stories {
  const frame = openPublication({ content, now, preview: false }, UNKNOWN);
  const { site, diagnostics } = frame;
  const dated = frame.folders.map((folder) => readFolder(folder, site, []));
  const { renamed } = findWhereabouts(
    frame,
    dated.map((edition) => placeEdition(edition, site.topics)),
  );
  const stories = new Map(dated.flatMap((edition) => edition.stories.map((story) => [story.identity, story] as const)));
  const { url, letters } = site.publication;
  return {
    site,
    wrong: diagnostics.filter((each) => each.path === `${site.label}/site.yaml` && isError(each)),
    find(asked, moment) {
      const story = stories.get(renamed.get(asked) ?? asked);
      const clock = createClock(moment);
      // What is not out yet is not known to be coming, either.
      if (!story || story.draft || story.status === "draft" || !clock.hasCome(story.publish)) return undefined;
      const { identity, title, path } = story;
      return { identity, title, url: url + path, isOpen: isOpenForLetters(story, letters.days, clock) };
    },
  };
}

/** Reads the stories of a content folder again whenever a file of it changes, and tells of them; while it cannot be read they are as they were. */
export async function watchStories(
  content: string,
  clock: () => Instant,
  onRead: (stories: Stories) => void,
): Promise<void> {
  const readAgain = await watchFolders(
    [resolve(content)],
    () => false,
    () => {
      try {
        const stories = readStories(content, clock());
        if (stories.wrong.length === 0) onRead(stories);
      } catch {
        // It is read again at its next change.
      }
      return Promise.resolve();
    },
  );
  readAgain();
}
