import type { Edition } from "../content/edition.ts";
import type { Site } from "../content/site.ts";
import { editionLabels, editionTitle } from "./edition.ts";
import type { LinkView } from "./link.ts";
import { type Light, lightAt } from "./light.ts";
import { viewLabels } from "./story.ts";
import { type TimeView, viewDay } from "./time.ts";
import type { Placed } from "./visible.ts";

/** A row of a list that leads to a story or an edition. */
export interface Teaser extends LinkView {
  /** The slot's name before a composed headline, to be set apart. */
  readonly prefix: string | undefined;
  readonly light: Light;
  readonly slotName: string;
  readonly date: TimeView;
  readonly topic: LinkView | undefined;
  readonly labels: readonly string[];
  readonly notice: string | undefined;
}

export function viewStoryTeaser(site: Site, { story, edition }: Placed): Teaser {
  const { base } = site.publication;
  const topic = story.topic === undefined ? undefined : site.vocabularies.topics[story.topic];
  return {
    href: base + story.path,
    text: story.title,
    prefix: undefined,
    light: lightAt(edition.slot.time),
    slotName: edition.slot.name,
    date: viewDay(site.publication, story.publish, "day"),
    topic: topic && { href: `${base}/topics/${story.topic ?? ""}/`, text: topic.name },
    labels: viewLabels(story.ai, story.programmes.length > 0),
    notice: site.preview && story.status !== "published" ? story.status : undefined,
  };
}

export function viewEditionTeaser(site: Site, edition: Edition): Teaser {
  const { slot, rest } = editionTitle(site, edition);
  return {
    href: site.publication.base + edition.path,
    text: rest,
    prefix: slot,
    light: lightAt(edition.slot.time),
    slotName: edition.slot.name,
    date: viewDay(site.publication, edition.publish, "day"),
    topic: undefined,
    labels: editionLabels(edition),
    notice: site.preview && edition.status !== "published" ? edition.status : undefined,
  };
}
