import { slotPath } from "../../content/addresses.ts";
import type { EditionOutline } from "../../content/outline.ts";
import type { Setting } from "../../content/site.ts";
import { formatClock } from "../../content/time/calendar.ts";
import { messagesOf } from "../../locales/messages.ts";
import type { LinkView } from "./link.ts";
import { inPhrases } from "./phrase.ts";
import { type TimeView, viewClock, viewDay, viewMoment } from "./time.ts";

/** The edition after another, by its slot and the moment at which it appears. */
export interface NextEditionView {
  readonly slot: LinkView;
  readonly time: TimeView;
}

/** Views the edition that came next, or the one that is promised. */
export function viewNextEdition(
  { publication }: Setting,
  { slot, publish }: Pick<EditionOutline, "slot" | "publish">,
): NextEditionView {
  const moment = viewMoment(publication, publish);
  const day = viewDay(inPhrases(publication), publish, "weekday").text;
  const clock = viewClock(inPhrases(publication), formatClock(publish, publication.zone));
  return {
    slot: { href: publication.base + slotPath(slot.id), text: slot.name },
    time: { iso: moment.iso, text: messagesOf(publication).time.dayAt({ day, clock }) },
  };
}
