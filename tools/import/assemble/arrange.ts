import { type Dateline, editionFolder, editionIdentity } from "../../../src/content/dateline.ts";
import { editionPath, standingPath, storyPath } from "../../../src/content/addresses.ts";
import { storyIdentity } from "../../../src/content/dateline.ts";
import { plainWords } from "../convert/tidy.ts";
import type { StoryText } from "../divide/digest.ts";
import { Refusal } from "../archive/refusal.ts";
import type { Post } from "../archive/post.ts";
import { claimPage, claimSlug } from "./names.ts";
import { type LocalTime, localTime, placeAll, publishTime } from "./place.ts";
import type { Prepared } from "./prepare.ts";
import type { Settings } from "./settings.ts";

/** A story with the name that it has in its edition. */
export interface PlacedStory {
  readonly from: Prepared;
  readonly text: StoryText;
  readonly title: string;
  readonly slug: string;
  readonly file: string;
  readonly publish: string | undefined;
  /** Whether the post became this story, and not an edition of several. */
  readonly isWhole: boolean;
}

export interface PlacedEdition {
  readonly dateline: Dateline;
  readonly file: string;
  readonly publish: string | undefined;
  /** The posts that became this edition as such: none where it only holds stories, several where a day had too few slots. */
  readonly heads: readonly Prepared[];
  readonly stories: readonly PlacedStory[];
}

export interface PlacedPage {
  readonly from: Prepared;
  readonly id: string;
  readonly file: string;
}

export interface Arrangement {
  readonly editions: readonly PlacedEdition[];
  readonly pages: readonly PlacedPage[];
  /** Pages that readers could not see; a standing page cannot be a draft. */
  readonly hidden: readonly Prepared[];
  /** The address of each edition, story and page. */
  readonly standing: readonly string[];
  /** Where a link to a post leads now. */
  readonly target: (post: Post) => string | undefined;
}

interface Dated {
  readonly from: Prepared;
  readonly at: LocalTime;
}

/** A title for a story that has none: the first words of its text. */
function titleOf({ title, summary, analysis }: StoryText): string {
  if (title.trim() !== "") return title.trim();
  const words = plainWords([...summary, ...(analysis ? [analysis.heading, ...analysis.blocks] : [])]).trim();
  return words === "" ? "Untitled" : `${words.slice(0, 60).replace(/\s+\S*$/, "")}…`;
}

/** The posts by their times; one without is dated like the last of the archive, and told. */
function dateAll(posts: readonly Prepared[], zone: string): Dated[] {
  const known = posts.flatMap((from) => (from.post.when ? [{ from, at: localTime(from.post.when, zone) }] : []));
  if (posts.length > 0 && known.length === 0)
    throw new Refusal("no post of the archive has a date, so no edition can be named");
  const key = ({ at }: Dated) => `${at.date} ${at.time ?? ""}`;
  const last =
    known
      .map(({ at }) => at.date)
      .sort()
      .at(-1) ?? "";
  const undated = posts.filter(({ post }) => !post.when);
  for (const { losses } of undated)
    losses.push({
      what: `it has no date: it stands in an edition of the archive's last day, ${last}. Move it`,
      where: "",
    });
  return [...known, ...undated.map((from) => ({ from, at: { date: last, time: undefined } }))].sort((a, b) =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0,
  );
}

function gather(
  dated: readonly (Dated & { readonly dateline: Dateline })[],
  { slots, zone, language }: Settings,
): PlacedEdition[] {
  const groups = new Map<string, (typeof dated)[number][]>();
  for (const each of dated) {
    const identity = editionIdentity(each.dateline);
    groups.set(identity, [...(groups.get(identity) ?? []), each]);
  }
  return [...groups.values()].flatMap((group): PlacedEdition[] => {
    const [first] = group;
    if (!first) return [];
    const { dateline } = first;
    const slot = slots.find(({ id }) => id === dateline.slot);
    const folder = editionFolder(dateline);
    const taken = new Set<string>();
    const isHead = ({ from }: Dated) => from.text.kind === "edition";
    const stories = [...group.filter(isHead), ...group.filter((each) => !isHead(each))].flatMap(
      ({ from, at }): PlacedStory[] => {
        const { text, post } = from;
        const texts = text.kind === "edition" ? text.stories : text.kind === "story" ? [text] : [];
        const isWhole = text.kind === "story";
        return texts.map((own) => {
          const title = titleOf(own);
          const slug = claimSlug(isWhole ? post.name : "", title, language, taken);
          const publish = isWhole ? publishTime(at, slot, zone) : undefined;
          return { from, text: own, title, slug, file: `${folder}/${slug}.md`, publish, isWhole };
        });
      },
    );
    const times = group.map(({ at }) => publishTime(at, slot, zone) ?? `${dateline.date}T${slot?.time ?? ""}`);
    const earliest = times.sort()[0];
    const publish = earliest === `${dateline.date}T${slot?.time ?? ""}` ? undefined : earliest;
    const heads = group.filter(isHead).map(({ from }) => from);
    return [{ dateline, file: `${folder}/edition.md`, publish, heads, stories }];
  });
}

/** Gives every text its place: a dateline, a slug, or the id of a page. The same posts get the same places whenever they are arranged. */
export function arrange(prepared: readonly Prepared[], settings: Settings): Arrangement {
  const posts = prepared.filter(({ text }) => text.kind !== "page");
  const dated = dateAll(posts, settings.zone);
  const datelines = placeAll(
    dated.map(({ from, at }) => ({ at, isEdition: from.text.kind === "edition" })),
    settings.slots,
  );
  const editions = gather(
    dated.map((each, index) => ({ ...each, dateline: datelines[index] ?? { date: each.at.date, slot: "" } })),
    settings,
  );
  const all = prepared.filter(({ text }) => text.kind === "page");
  const ids = new Set(settings.slots.map(({ id }) => id));
  const pages = all
    .filter(({ post }) => post.isPublic)
    .map((from) => {
      const id = claimPage(from.post.name, from.post.title, settings.language, ids);
      return { from, id, file: `pages/${id}.md` };
    });
  const targets = new Map<Post, string>();
  for (const { dateline, heads, stories } of editions) {
    for (const { post } of heads) targets.set(post, editionPath(dateline));
    for (const { from, slug, isWhole } of stories)
      if (isWhole) targets.set(from.post, `story:${storyIdentity(dateline, slug)}`);
  }
  for (const { from, id } of pages) targets.set(from.post, standingPath(id));
  const standing = [
    ...editions.flatMap(({ dateline, stories }) => [
      editionPath(dateline),
      ...stories.map(({ slug }) => storyPath(dateline, slug)),
    ]),
    ...pages.map(({ id }) => standingPath(id)),
  ];
  const hidden = all.filter(({ post }) => !post.isPublic);
  return { editions, pages, hidden, standing, target: (post) => targets.get(post) };
}
