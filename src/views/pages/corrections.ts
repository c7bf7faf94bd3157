import { feedOf, PAGES } from "../../content/addresses.ts";
import { readIdentity } from "../../content/dateline.ts";
import { firstIdentity } from "../../content/former/former.ts";
import type { EditionOutline } from "../../content/outline.ts";
import type { OverviewSite } from "../../content/site.ts";
import { messagesOf } from "../../locales/messages.ts";
import { editionLabels, editionTitle } from "../parts/edition.ts";
import { storyLabels } from "../parts/labels.ts";
import type { LinkView } from "../parts/link.ts";
import type { PageView } from "../page-view.ts";
import { defineWhole, type Page } from "../page.ts";
import { paginate } from "../parts/pager.ts";
import { perArchive } from "../per-setting.ts";
import { atomLink, type FeedLink } from "../shell.ts";
import { type CorrectionView, viewCorrections } from "../parts/story.ts";

/** A correction beside the text that it puts right. */
export interface CorrectionEntry {
  /** The identity of the story or edition, and the correction's moment. */
  readonly identity: string;
  /** The day of its edition, as it was at first. */
  readonly date: string;
  readonly of: LinkView;
  readonly labels: readonly string[];
  readonly correction: CorrectionView;
}

/** Names each correction of a text by what that was called first and by its moment, so that one added later renames none. */
function identify(
  corrections: readonly CorrectionView[],
  text: Parameters<typeof firstIdentity>[0],
  rest: Pick<CorrectionEntry, "of" | "labels">,
): CorrectionEntry[] {
  const identity = firstIdentity(text);
  const { date } = readIdentity(identity).dateline;
  const seen = new Map<string, number>();
  return [...corrections].reverse().map((correction) => {
    const moment = correction.at.iso.slice(0, 19).replace(/[:-]/g, "").toLowerCase();
    const count = (seen.get(moment) ?? 0) + 1;
    seen.set(moment, count);
    return { identity: `${identity}/correction-${moment}${count > 1 ? `-${count}` : ""}`, date, ...rest, correction };
  });
}

const listCorrected = perArchive((editions) =>
  editions.filter(
    ({ corrections, stories }) => corrections.length > 0 || stories.some((story) => story.corrections.length > 0),
  ),
);

/** Every correction of these editions and their stories, the newest first. */
export function listCorrections(site: OverviewSite, editions: readonly EditionOutline[]): CorrectionEntry[] {
  const { base } = site.publication;
  const m = messagesOf(site.publication);
  const entries = listCorrected(editions).flatMap((edition) => {
    const of = { href: base + edition.path, text: editionTitle(site, edition).whole };
    const own = viewCorrections(site, edition.corrections);
    return [
      ...identify(own, edition, { of, labels: editionLabels(edition, m) }),
      ...edition.stories.flatMap((story) => {
        const labels = storyLabels(story, m);
        const found = viewCorrections(site, story.corrections);
        return identify(found, story, { of: { href: base + story.path, text: story.title }, labels });
      }),
    ];
  });
  return entries.sort((a, b) => Date.parse(b.correction.at.iso) - Date.parse(a.correction.at.iso));
}

/** The public record of what was put right, the newest first. */
export interface CorrectionsPage extends PageView {
  readonly entries: readonly CorrectionEntry[];
  readonly feed: FeedLink;
  readonly newer: LinkView | undefined;
  readonly older: LinkView | undefined;
}

const correctionsPage = defineWhole<CorrectionsPage>("corrections");

export function listCorrectionsPages(site: OverviewSite, editions: readonly EditionOutline[]): Page[] {
  const { base, url, name } = site.publication;
  const m = messagesOf(site.publication);
  const title = m.feed.corrections({ name });
  const feed = atomLink(base + feedOf(PAGES.corrections), title);
  return paginate(PAGES.corrections, listCorrections(site, editions), site.publication).map(
    ({ path, items, newer, older }) =>
      correctionsPage({
        path,
        head: {
          title: m.text.corrections,
          description: m.corrections.description,
          canonical: url + path,
          trail: [],
        },
        entries: items,
        feed,
        newer,
        older,
      }),
  );
}
