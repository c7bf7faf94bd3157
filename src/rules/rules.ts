import type { Diagnostic } from "../content/diagnostic.ts";
import type { Site } from "../content/site.ts";
import { limitRepeats } from "../content/repeats.ts";
import type { Rule } from "./rule.ts";
import { checkAffiliateFlag } from "./affiliate-flag.ts";
import { checkBylines } from "./bylines.ts";
import { checkCorrections } from "./corrections.ts";
import { checkEditionFile } from "./edition-file.ts";
import { checkFollows } from "./follows.ts";
import { checkFragments } from "./fragments.ts";
import { checkOverlappingBookings } from "./overlapping-bookings.ts";
import { checkPictures } from "./pictures.ts";
import { checkPublishTimes } from "./publish-times.ts";
import { checkRunningOrder } from "./running-order.ts";
import { checkSections } from "./sections.ts";
import { checkSignOffs } from "./sign-off.ts";
import { checkSlots } from "./slots.ts";
import { checkSources } from "./sources.ts";
import { checkSponsors } from "./sponsors.ts";
import { checkTopicAliases } from "./topic-aliases.ts";
import { checkTopics } from "./topics.ts";
import { checkUnsupportedClaims } from "./unsupported-claims.ts";
import { checkVocabularyLinks } from "./vocabulary-links.ts";

export const RULES: readonly Rule[] = [
  checkAffiliateFlag,
  checkBylines,
  checkCorrections,
  checkEditionFile,
  checkFollows,
  checkFragments,
  checkOverlappingBookings,
  checkPictures,
  checkPublishTimes,
  checkRunningOrder,
  checkSections,
  checkSignOffs,
  checkSlots,
  checkSources,
  checkSponsors,
  checkTopicAliases,
  checkTopics,
  checkUnsupportedClaims,
  checkVocabularyLinks,
];

export function checkRules(site: Site): Diagnostic[] {
  return RULES.flatMap((rule) => limitRepeats(rule(site)));
}
