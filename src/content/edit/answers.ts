import { isStoryIdentity } from "../dateline.ts";
import { affiliateProblem } from "../links/affiliate-signs.ts";
import { trackingProblem } from "../links/tracking.ts";
import { httpsHint, httpsProblem } from "../links/web-address.ts";
import { describeProblem } from "../problems/diagnostic.ts";
import { isReservedSlug } from "../reserved-names.ts";
import { SLUG } from "../schema/fields.ts";
import { publishersSchema, storySchema } from "../schema/schema.ts";
import type { Site } from "../site.ts";
import { isDay, skippedDay } from "../time/calendar.ts";
import { findBadCharacters } from "../words/characters.ts";

/** What `new` is answered is held against what `check` would say of it. Each function tells what is wrong, or undefined. */

interface Field {
  safeParse(value: unknown): {
    readonly error?: { readonly issues: readonly { readonly message: string }[] } | undefined;
  };
}

function problemOf(field: Field, text: string): string | undefined {
  return field.safeParse(text).error?.issues[0]?.message ?? findBadCharacters(text)[0]?.message;
}

/** The day of an edition, which has to be one in the publication's zone. */
export function checkDay(day: string, zone: string): string | undefined {
  return isDay(day) ? skippedDay(day, zone) : `“${day}” is no day; write it as 2026-03-04`;
}

export function checkTitle(text: string): string | undefined {
  return problemOf(storySchema.shape.title, text);
}

/** A source's title is as long as a schema of sources says. */
export function checkSourceTitle(text: string): string | undefined {
  return problemOf(sourceField("title"), text);
}

function sourceField(key: "title" | "url"): Field {
  return {
    safeParse(value) {
      const whole = { publisher: "a", title: "a", url: "https://a.example/", [key]: value };
      return storySchema.shape.source.safeParse(whole);
    },
  };
}

export function checkPublisherName(text: string): string | undefined {
  return problemOf(publishersSchema.valueType.shape.name, text);
}

export function checkAddress(url: string): string | undefined {
  const problem = httpsProblem(url);
  if (problem !== undefined) return `“${url}” ${problem}; ${httpsHint(url)}`;
  return problemOf(sourceField("url"), url);
}

/** An address that a story cites: also without what follows readers, and without a mark for which nobody is known to pay. */
export function checkCited(url: string, { ledger }: Pick<Site, "ledger">): string | undefined {
  const wrong = checkAddress(url);
  if (wrong !== undefined || ledger.programmeOf(url) !== undefined) return wrong;
  const problem = affiliateProblem(url) ?? trackingProblem(url);
  return problem && describeProblem(problem);
}

/** A story that another one continues, by its identity. */
export function checkFollowed(identity: string): string | undefined {
  return isStoryIdentity(identity) ? undefined : `“${identity}” is no story; write it as 2026-03-04-evening/a-story`;
}

/** What is new in a story since the one that it continues. */
export function checkNews(text: string): string | undefined {
  return problemOf(storySchema.shape.whatsNew, text);
}

export function checkSlug(slug: string): string | undefined {
  if (!SLUG.test(slug)) return "a slug has lower-case letters, digits and hyphens only";
  return isReservedSlug(slug) ? `“${slug}” is a name that the site keeps for itself` : undefined;
}
