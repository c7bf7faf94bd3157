import type { ImportMap } from "../map.ts";
import type { Archive } from "../archive/post.ts";
import type { People, Publishers, SiteConfig, Topics } from "../../../src/content/schema/schema.ts";
import { isZone } from "../../../src/content/time/calendar.ts";
import { isLanguage } from "../../../src/content/words/language-tag.ts";

export interface Slot {
  readonly id: string;
  /** `HH:MM`. */
  readonly time: string;
}

/** What a content folder holds already, as far as it can be read; of a new one nothing. */
export interface Existing {
  readonly site: SiteConfig | undefined;
  readonly topics: Topics;
  readonly publishers: Publishers;
  readonly people: People;
}

/** By what an archive becomes content. */
export interface Settings {
  readonly name: string;
  readonly url: string;
  readonly language: string;
  readonly zone: string;
  /** In the order of the day. */
  readonly slots: readonly Slot[];
  /** What to look at, since the content folder says otherwise than the map, or nobody says it. */
  readonly doubts: readonly string[];
}

const SLOTS = { morning: "07:00", evening: "18:00" };

function secure(address: string | undefined): string | undefined {
  return address
    ?.replace(/^http:/, "https:")
    .replace(/\/+$/, "")
    .replace(/[?#].*$/, "");
}

/** The settings of an import: what the content folder says, else the map, else the archive, else what a new folder begins with. */
export function settle(map: ImportMap, { site }: Existing, archive: Archive): Settings {
  const doubts: string[] = [];
  const zone = site?.zone ?? map.zone ?? "UTC";
  const times = site
    ? Object.fromEntries(Object.entries(site.slots).map(([id, { time }]) => [id, time]))
    : (map.slots ?? SLOTS);
  const slots = Object.entries(times).map(([id, time]) => ({ id, time }));
  if (site && map.zone !== undefined && map.zone !== site.zone)
    doubts.push(`site.yaml has the zone ${site.zone} and the map ${map.zone}: the former was taken`);
  if (site && map.slots && JSON.stringify(map.slots) !== JSON.stringify(times))
    doubts.push("site.yaml has other slots than the map: the former were taken");
  if (!site && map.zone === undefined)
    doubts.push(
      "nobody said in which zone the times of the archive are: site.yaml has UTC. Write “zone” into the map and import again",
    );
  const language = archive.language !== undefined && isLanguage(archive.language) ? archive.language : "en";
  return {
    name: site?.name ?? map.name ?? (archive.title === "" ? "Imported publication" : archive.title),
    url: site?.url ?? secure(map.url) ?? secure(archive.address) ?? "https://publication.example",
    language: site?.language ?? map.language ?? language,
    zone: isZone(zone) ? zone : "UTC",
    slots: slots.sort((a, b) => (a.time < b.time ? -1 : 1)),
    doubts,
  };
}
