import type { AiLevel } from "../../content/schema/schema.ts";
import {
  editionFolder,
  editionIdentity,
  fileOfIdentity,
  isEditionIdentity,
  readIdentity,
} from "../../content/dateline.ts";
import type { GoneText } from "../../content/former/gone.ts";
import type { EditionOutline, StoryOutline } from "../../content/outline.ts";
import { type Diagnostic, isError } from "../../content/problems/diagnostic.ts";
import { formatDay, type Instant } from "../../content/time/calendar.ts";
import type { Expected } from "../../content/time/rhythm.ts";
import { matcherOf } from "./search.ts";
import { describeMoment, describeTakenBack, describeWhen } from "./when.ts";

/** A text in the rundown. */
export interface Row {
  readonly identity: string;
  /** Its path in the content folder. */
  readonly name: string;
  /** Its path on the site. */
  readonly path: string;
  readonly title: string;
  /** Its status in words. */
  readonly when: string;
  readonly isDraft: boolean;
  readonly errors: number;
  readonly warnings: number;
}

export interface StoryRow extends Row {
  readonly slug: string;
  /** The topic's name. */
  readonly topic: string;
  readonly ai: AiLevel | undefined;
  /** Who reviewed it. */
  readonly reviewer: string | undefined;
}

export interface EditionRow extends Row {
  /** “Thursday 5 March 2026”. */
  readonly day: string;
  readonly slot: string;
  readonly hasFile: boolean;
  readonly stories: readonly StoryRow[];
}

/** Some of the editions, the newest first. */
export interface Rundown {
  readonly editions: readonly EditionRow[];
  /** How many more there are. */
  readonly left: number;
  /** Which edition should be out by now and is not, and how it stands; undefined where none is late. */
  readonly late: string | undefined;
  /** What was taken back, the latest first; the stories of an edition that was are not named by themselves. */
  readonly gone: readonly Pick<Row, "identity" | "name" | "when">[];
}

/** What a rundown is made of beside outlines. */
export interface RundownSetting {
  readonly label: string;
  readonly now: Instant;
  readonly zone: string;
  readonly topics: Readonly<Record<string, { readonly name: string }>>;
  readonly people: Readonly<Record<string, { readonly name: string }>>;
  readonly problems: readonly Diagnostic[];
  /** The latest edition that should be out by now. */
  readonly due: Expected | undefined;
  readonly gone: readonly Pick<GoneText, "identity" | "gone">[];
}

type Counts = Pick<Row, "errors" | "warnings">;

function countProblems(problems: readonly Diagnostic[]): (path: string) => Counts {
  const counts = new Map<string, { errors: number; warnings: number }>();
  for (const problem of problems) {
    const count = counts.get(problem.path) ?? { errors: 0, warnings: 0 };
    counts.set(problem.path, count);
    count[isError(problem) ? "errors" : "warnings"] += 1;
  }
  return (path) => counts.get(path) ?? { errors: 0, warnings: 0 };
}

/** In what an edition is looked for: its day, slot and headline, and the headlines of its stories. */
function searchedOf({ dateline, slot, title = "", stories }: EditionOutline): string {
  const texts = [dateline.date, formatDay(dateline.date, "en", "full"), slot.name, title];
  return [...texts, ...stories.flatMap((story) => [story.title, story.slug])].join("\n");
}

/** “AI Evening Update is late: it was expected today at 18:00, and has not been begun.” */
function describeLate(outlines: readonly EditionOutline[], { due, now, zone }: RundownSetting): string | undefined {
  if (!due) return undefined;
  const { dateline, slot, publish } = due;
  const own = outlines.find(({ identity }) => identity === editionIdentity(dateline));
  if (own?.status === "published") return undefined;

  const standing = !own ? "has not been begun" : own.status === "draft" ? "is a draft" : describeWhen(own, now, zone);
  return `${slot.name} is late: it was expected ${describeMoment(publish, now, zone)}, and ${standing}.`;
}

function viewGone({ gone, now, zone }: RundownSetting): Rundown["gone"] {
  const editions = new Set(gone.map(({ identity }) => identity).filter(isEditionIdentity));
  return gone
    .filter(
      ({ identity }) => isEditionIdentity(identity) || !editions.has(editionIdentity(readIdentity(identity).dateline)),
    )
    .sort((a, b) => b.gone.since - a.gone.since)
    .map(({ identity, gone: { since } }) => ({
      identity,
      name: fileOfIdentity(identity),
      when: describeTakenBack(since, now, zone),
    }));
}

/** Lists editions with their stories, newest first: `most` of them behind the first `from`, of those in which all words of `search` stand. */
export function viewRundown(
  outlines: readonly EditionOutline[],
  setting: RundownSetting,
  { search = "", from = 0, most }: { readonly search?: string; readonly from?: number; readonly most: number },
): Rundown {
  const { label, now, zone, topics, people, problems } = setting;
  const count = countProblems(problems);
  const matches = matcherOf(search);
  const found = matches ? outlines.filter((edition) => matches(searchedOf(edition))) : outlines;
  const newest = [...found].reverse();
  const shown = newest.slice(from, from + most);
  const common = (text: EditionOutline | StoryOutline, name: string) => ({
    identity: text.identity,
    name,
    path: text.path,
    when: describeWhen(text, now, zone),
    isDraft: text.status === "draft",
    ...count(`${label}/${name}`),
  });
  const viewStory = (story: StoryOutline): StoryRow => ({
    ...common(story, `${editionFolder(story.dateline)}/${story.slug}.md`),
    slug: story.slug,
    title: story.title,
    topic: topics[story.topic ?? ""]?.name ?? "",
    ai: story.ai,
    reviewer: story.signOff && (people[story.signOff.by]?.name ?? story.signOff.by),
  });
  return {
    left: newest.length - from - shown.length,
    late: describeLate(outlines, setting),
    gone: viewGone(setting),
    editions: shown.map((edition): EditionRow => ({
      ...common(edition, `${editionFolder(edition.dateline)}/edition.md`),
      title: edition.title ?? "",
      day: formatDay(edition.dateline.date, "en", "full"),
      slot: edition.slot.name,
      hasFile: edition.file !== undefined,
      stories: edition.stories.map(viewStory),
    })),
  };
}
