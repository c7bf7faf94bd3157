import { type Finding, orAllow } from "./text/finding.ts";
import { type Hit, type Listed, ofKind } from "./text/lexicon.ts";

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const MONTH =
  "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
const DAY = "(\\d{1,2})(?:st|nd|rd|th)?(?![\\d–-])";
const YEAR = "(?:,? (\\d{4})(?!\\d))?";
const DATE = new RegExp(`^,? (?:the )?(?:${DAY} (?:of )?${MONTH}${YEAR}|${MONTH} ${DAY}${YEAR})`);

/** The weekday of a day of the calendar, as 2026-03-04; undefined where there is no such day. */
export function weekdayOf(date: string): string | undefined {
  const day = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== date ? undefined : WEEKDAYS[day.getUTCDay()];
}

export function listWeekdays(): Listed[] {
  return WEEKDAYS.map((day) => [day.toLowerCase(), { kind: "weekday" }]);
}

/** A date so far from a text's, in days, may be of another year than the nearest. */
const NEAR = 120;
const DAY_LONG = 86_400_000;

/** The weekdays that a date without a year may mean in a text of a day: that of the nearest year alone where it is near. */
function daysNear(date: string, written: string): (string | undefined)[] {
  const near = Number(date.slice(0, 4));
  const distance = (year: number) => Math.abs(Date.parse(`${year}-${written}`) - Date.parse(date)) / DAY_LONG;
  const years = [near, near - 1, near + 1].sort((a, b) => distance(a) - distance(b));
  const [nearest = near] = years;
  return (distance(nearest) <= NEAR ? [nearest] : years).map((year) => weekdayOf(`${year}-${written}`));
}

/** Finds weekdays beside a date that is another's. */
export function findWrongWeekdays(masked: string, hits: readonly Hit[], date: string | undefined): Finding[] {
  return ofKind(hits, "weekday").flatMap(({ at, end, word }): Finding[] => {
    const found = WEEKDAYS.includes(word) ? DATE.exec(masked.slice(end, end + 40).replace(/\n/g, " ")) : null;
    if (!found) return [];
    const [whole, day = found[5], month = found[4], given = found[6]] = found;
    if (given === undefined && date === undefined) return [];
    const written = `${String(MONTHS.indexOf(month?.slice(0, 3) ?? "") + 1).padStart(2, "0")}-${(day ?? "").padStart(2, "0")}`;
    const days = given === undefined ? daysNear(date ?? "", written) : [weekdayOf(`${given}-${written}`)];
    const [right] = days;
    if (right === undefined || days.includes(word)) return [];
    const shown = `${word}${whole}`;
    return [
      {
        at,
        end: end + whole.length,
        severity: "warning",
        rule: "weekday",
        message: `“${shown}” is a ${right}`,
        hint: `type “${right}${whole}”, or the date that is meant${orAllow("weekday", shown)}`,
      },
    ];
  });
}
