import { formatLocal, type Instant } from "../content/time/calendar.ts";
import type { Diagnostic } from "../content/problems/diagnostic.ts";
import { type Document, diagnoseValue, hasKey } from "../content/parse/document.ts";
import type { AiLevel } from "../content/schema/schema.ts";
import { changedParts, type Digests, type SignOff } from "../content/sign-off.ts";
import type { Site } from "../content/site.ts";
import { formatList } from "../locales/format.ts";
import { knownIds } from "./known-ids.ts";
import type { Rule } from "./rule.ts";
import { allStories } from "./stories.ts";

interface Signed {
  readonly identity: string;
  readonly document: Document;
  readonly ai: AiLevel;
  readonly draft: boolean;
  readonly publish: Instant;
  readonly signOff: SignOff | undefined;
  readonly digest: () => Digests;
}

function list(parts: readonly string[]): string {
  return formatList("en", parts);
}

function checkSigned(
  site: Site,
  people: ReadonlySet<string> | undefined,
  { identity, document, ai, draft, publish, signOff, digest }: Signed,
): Diagnostic[] {
  const hint = `once somebody has reviewed it: npm run sign -- ${identity} --by ID --fact-checked`;
  // A sign-off that is not required may be out of date without harm, and so may that of a draft.
  const severity = ai === "ai-assisted" && !draft ? "error" : "warning";
  const say = (path: readonly string[], problem: { rule: string; message: string }) =>
    diagnoseValue(document, path, { severity, hint, ...problem }, path.length === 1 ? "key" : "value");
  if (!signOff) {
    if (ai !== "ai-assisted" || hasKey(document, "signoff")) return [];
    return [say(["ai"], { rule: "missing-sign-off", message: "an AI-assisted text needs a person's recorded review" })];
  }
  const found: Diagnostic[] = [];
  const changed = changedParts(signOff.digests, digest());
  if (changed.length > 0) {
    const message = `${list(changed)} changed after sign-off, so it no longer counts`;
    found.push(say(["signoff"], { rule: "stale-sign-off", message }));
  }
  if (people && !people.has(signOff.by)) {
    const message = `“${signOff.by}”, who signed this, is nobody in people.yaml`;
    found.push(say(["signoff", "by"], { rule: "unknown-reviewer", message }));
  }
  // Later than the text itself appears, too: a clock set back for a rebuild makes every review a future one.
  if (signOff.at > publish && !site.clock.hasCome(signOff.at)) {
    const message = `this sign-off is dated in the future (${formatLocal(signOff.at, site.publication.zone)})`;
    found.push(say(["signoff", "at"], { rule: "future-sign-off", message }));
  }
  return found;
}

/**
 * An AI-assisted text stands only with a review by a named person, of exactly the text that is there, that has already
 * taken place (EU AI Act Art. 50(4): the exception for reviewed text is void once the text changes).
 */
export const checkSignOffs: Rule = (site) => {
  const people = knownIds(site, "people");
  const stories = allStories(site).flatMap((story) => checkSigned(site, people, story));
  const editions = site.editions.flatMap((edition) => {
    const { document, digest } = edition;
    return document && digest ? checkSigned(site, people, { ...edition, document, digest }) : [];
  });
  return [...stories, ...editions];
};
