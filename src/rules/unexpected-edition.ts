import { type Dateline, editionFolder } from "../content/dateline.ts";
import { diagnose, START } from "../content/problems/diagnostic.ts";
import { addDays, formatDay } from "../content/time/calendar.ts";
import { type Calendar, HORIZON, whyUnexpected } from "../content/time/rhythm.ts";
import type { OutlinedSite, OutlineRule } from "./rule.ts";

/** The next day on which the slot of a dateline is expected, as the name of a folder. */
function nextFolder(calendar: Calendar, { date, slot }: Dateline): string | undefined {
  for (let day = 1; day <= HORIZON; day++) {
    const dateline = { date: addDays(date, day), slot };
    if (!whyUnexpected(calendar, dateline)) return editionFolder(dateline);
  }
  return undefined;
}

/** What is wrong with an edition's day, and the place in site.yaml that says so. */
function describe({ calendar, vocabularies }: OutlinedSite, { date, slot }: Dateline) {
  const why = whyUnexpected(calendar, { date, slot });
  if (!why) return undefined;
  const day = formatDay(date, "en", "full");
  if ("except" in why) {
    const { from, to } = why.except;
    return {
      message: `no edition is expected on ${day}, which the calendar excepts`,
      change: `take ${from === to ? from : `${from}/${to}`} out of “except” in the calendar of site.yaml`,
    };
  }
  const own = Object.hasOwn(vocabularies.site.calendar?.slots ?? {}, slot) ? `the “days” of “${slot}”` : "“days”";
  return {
    message: `no “${slot}” edition is expected on ${day}`,
    change: `add ${why.weekday} to ${own} in the calendar of site.yaml`,
  };
}

/** An edition stands on a day and in a slot for which the calendar expects one: else nothing led readers to look for it. */
export const checkUnexpectedEditions: OutlineRule = (site) =>
  site.editions.flatMap(({ dateline, file }) => {
    // One in a slot that is not there is told for that.
    const wrong = Object.hasOwn(site.calendar.days, dateline.slot) ? describe(site, dateline) : undefined;
    if (!wrong) return [];
    const folder = nextFolder(site.calendar, dateline);
    return [
      diagnose(file ?? `${site.label}/${editionFolder(dateline)}`, START, {
        severity: "warning",
        rule: "unexpected-edition",
        message: wrong.message,
        hint: folder === undefined ? wrong.change : `rename its folder to ${folder}, or ${wrong.change}`,
      }),
    ];
  });
