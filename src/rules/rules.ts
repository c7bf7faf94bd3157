import type { Diagnostic } from "../content/problems/diagnostic.ts";
import type { Site } from "../content/site.ts";
import { limitRepeats } from "../content/problems/repeats.ts";
import type { OutlinedSite, OutlineRule, Rule } from "./rule.ts";
import { checkAffiliateFlag } from "./affiliate-flag.ts";
import { checkBylines } from "./bylines.ts";
import { checkCalendar } from "./calendar.ts";
import { checkCorrections } from "./corrections.ts";
import { checkEditionFile } from "./edition-file.ts";
import { checkFollows } from "./follows.ts";
import { checkFragments } from "./fragments.ts";
import { adviseOnHouse, checkHouse } from "./house/house.ts";
import { checkLetterBox } from "./letter-box.ts";
import { checkLetters } from "./letters.ts";
import { checkMessages } from "./messages.ts";
import { checkOverlappingBookings } from "./overlapping-bookings.ts";
import { checkPeople } from "./people.ts";
import { checkPictures } from "./pictures.ts";
import { checkPublishTimes } from "./publish-times.ts";
import { checkRecordings } from "./recordings.ts";
import { checkResponsible } from "./responsible.ts";
import { checkRunningOrder } from "./running-order.ts";
import { checkSections } from "./sections.ts";
import { checkSignOffs } from "./sign-off.ts";
import { checkSlots } from "./slots.ts";
import { checkSources } from "./sources.ts";
import { checkSponsors } from "./sponsors.ts";
import { checkTheme } from "./theme.ts";
import { checkTopicAliases } from "./topic-aliases.ts";
import { checkTopics } from "./topics.ts";
import { checkUnexpectedEditions } from "./unexpected-edition.ts";
import { checkUnsupportedClaims } from "./unsupported-claims.ts";
import { checkVocabularyLinks } from "./vocabulary-links.ts";

/** Rules about texts: whether one holds for an edition or a standing page does not depend on the others. */
const TEXT_RULES: readonly Rule[] = [
  checkAffiliateFlag,
  checkBylines,
  checkCorrections,
  checkEditionFile,
  checkFollows,
  checkHouse,
  checkPictures,
  checkPublishTimes,
  checkRecordings,
  checkRunningOrder,
  checkSections,
  checkSignOffs,
  checkSources,
  checkTopics,
  checkUnsupportedClaims,
];

/** Rules about the vocabularies, and those that hold all texts against one another. */
const SITE_RULES: readonly OutlineRule[] = [
  checkCalendar,
  checkFragments,
  checkLetterBox,
  checkLetters,
  checkMessages,
  checkOverlappingBookings,
  checkPeople,
  checkResponsible,
  checkSlots,
  checkSponsors,
  checkTheme,
  checkTopicAliases,
  checkUnexpectedEditions,
  checkVocabularyLinks,
];

/** Rules about texts that give advice alone. */
const TEXT_ADVICE: readonly Rule[] = [adviseOnHouse];

/** Rules about the whole that give advice alone. */
const SITE_ADVICE: readonly OutlineRule[] = [];

/** Checks the editions and standing pages of a site, which may be some of a publication's only; what gives `advice` runs where that is wanted. */
export function checkTexts(site: Site, advice = false): Diagnostic[] {
  const rules = advice ? [...TEXT_RULES, ...TEXT_ADVICE] : TEXT_RULES;
  return rules.flatMap((rule) => limitRepeats(rule(site)));
}

/** Checks a publication as a whole, its texts aside; what gives `advice` runs where that is wanted. */
export function checkWhole(site: OutlinedSite, advice = false): Diagnostic[] {
  const rules = advice ? [...SITE_RULES, ...SITE_ADVICE] : SITE_RULES;
  return rules.flatMap((rule) => limitRepeats(rule(site)));
}

export function checkRules(site: Site): Diagnostic[] {
  return [...checkTexts(site), ...checkWhole(site)];
}
