import { remember } from "../words/remember.ts";

/** Zones of no place: `Etc/GMT+5` is five hours behind (IANA's theory file: the sign is POSIX's). */
const FIXED = /^(?:Etc\/)?(?:GMT|UTC|UCT|Zulu|Universal|Greenwich)([+-]?)(\d*)$/;
/** Old short names, and names of rules instead of places, which browsers know by the place they now stand for. */
const PLACELESS = /^(?:[^/]+|(?:US|Canada|Brazil|Chile|Mexico|SystemV)\/.+)$/;
/** Zones that are called by the letters of their time. */
const LETTERS = /^(?:[CEMW]ET|[EHM]ST)$/;

/** A moment of our days, at which zones with summer time have it: old rules of a zone have other names. */
const TODAY = Date.UTC(2026, 6);

/** What CLDR calls a zone's time in a language, whichever season it is. */
function nameIn(language: string, zone: string): string {
  const format = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: "longGeneric" });
  return format.formatToParts(TODAY).find(({ type }) => type === "timeZoneName")?.value ?? zone;
}

/**
 * What a zone's time is called: in English derived from its IANA name (“London time”, “New York time”), in other languages as
 * CLDR has it, and “UTC”, “UTC−5” in all. It is told beside a clock, since readers elsewhere cannot know which clock is meant.
 */
export const nameZoneTime = remember((zone: string, language: string): string => {
  const [fixed, sign = "", hours = ""] = FIXED.exec(zone) ?? [];
  if (fixed !== undefined) return Number(hours) === 0 ? "UTC" : `UTC${sign === "+" ? "−" : "+"}${Number(hours)}`;
  if (LETTERS.test(zone)) return zone;
  if (!/^en(?:-|$)/i.test(language)) return nameIn(language, zone);
  const known = PLACELESS.test(zone)
    ? new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone
    : zone;
  return `${known.slice(known.lastIndexOf("/") + 1).replaceAll("_", " ")} time`;
});
