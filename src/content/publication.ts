import type { Dateline } from "./dateline.ts";
import type { OwnMessages } from "../locales/locale.ts";
import { LETTER_DAYS } from "./schema/keys/letter-schema.ts";
import type { AiLevel, SiteConfig } from "./schema/schema.ts";
import { type Palette, paletteOf, type Theme } from "./theme/palette.ts";

/** A time of day at which an edition appears. */
export interface Slot {
  readonly id: string;
  readonly name: string;
  /** Wall-clock time `HH:MM` in the publication's zone. */
  readonly time: string;
}

/** site.yaml with its defaults filled in. */
export interface Publication {
  readonly name: string;
  readonly tagline: string | undefined;
  /** The site's address without a final slash. */
  readonly url: string;
  /** The path of `url` without a final slash; empty for a site at its host's root. */
  readonly base: string;
  readonly host: string;
  readonly language: string;
  /** The program's messages that the publication words otherwise. */
  readonly messages: OwnMessages;
  readonly zone: string;
  readonly publisher: SiteConfig["publisher"];
  /** In the order of the day. */
  readonly slots: readonly Slot[];
  readonly byline: string | undefined;
  readonly responsible: string | undefined;
  readonly ai: AiLevel;
  /** Whether stories take letters that say nothing of it. */
  readonly comments: boolean;
  /** Whether readers' browsers keep what they opened, to be read without a network. */
  readonly offline: boolean;
  /** For how many days a story takes letters, and where there is a form for them. */
  readonly letters: { readonly days: number; readonly endpoint: string | undefined };
  /** Whether programs may read the editions as JSON. */
  readonly api: boolean;
  /** Where readers sign up for what is sent to them by mail, at whoever sends it. */
  readonly subscribe: string | undefined;
  readonly theme: Partial<Theme>;
  /** Every colour of the publication. */
  readonly palette: Palette;
  /** The WebSub hub that tells subscribers of its feeds what is new. */
  readonly hub: string | undefined;
  /** The key by which IndexNow knows the site; it stands in a file, and is no secret. */
  readonly indexnow: string | undefined;
}

/** Where a site with its base path stands: its address without that path, before which paths from a host's root are put. */
export function originOf({ url, base }: Pick<Publication, "url" | "base">): string {
  return url.slice(0, url.length - base.length);
}

/** The slot of a dateline; one that site.yaml does not have stands for itself. */
export function slotOf({ slots }: Pick<Publication, "slots">, { slot }: Dateline): Slot {
  return slots.find(({ id }) => id === slot) ?? { id: slot, name: slot, time: "00:00" };
}

/** Stands in for a site.yaml that cannot be read, so that the rest can still be checked. */
export const NO_CONFIG: SiteConfig = {
  name: "Untitled",
  url: "https://example.org",
  zone: "UTC",
  publisher: { name: "Untitled" },
  slots: {},
};

export function assemblePublication(config: SiteConfig, messages: OwnMessages): Publication {
  const address = new URL(config.url);
  const base = address.pathname.replace(/\/+$/, "");
  const slots = Object.entries(config.slots).map(([id, { name, time }]) => ({ id, name, time }));
  return {
    name: config.name,
    tagline: config.tagline,
    url: address.origin + base,
    base,
    host: address.hostname,
    language: config.language ?? "en",
    messages,
    zone: config.zone,
    publisher: config.publisher,
    slots: slots.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0)),
    byline: config.byline,
    responsible: config.responsible,
    ai: config.ai ?? "human-only",
    comments: config.comments ?? false,
    offline: config.offline ?? true,
    letters: { days: config.letters?.days ?? LETTER_DAYS, endpoint: config.letters?.endpoint },
    api: config.api ?? false,
    subscribe: config.subscribe,
    theme: config.theme ?? {},
    palette: paletteOf(config.theme),
    hub: config.announce?.websub,
    indexnow: config.announce?.indexnow,
  };
}
