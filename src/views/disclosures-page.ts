import { formatIso } from "../content/calendar.ts";
import type { EditionOutline } from "../content/outline.ts";
import type { Site } from "../content/site.ts";
import { viewAdvertisement } from "./advertisement.ts";
import { viewAi } from "./ai.ts";
import { editionTitle } from "./edition.ts";
import type { LinkView } from "./link.ts";
import type { Page } from "./page.ts";
import { paginate } from "./pager.ts";
import { type Planned, planRows } from "./planned.ts";
import type { Shell } from "./shell.ts";
import { viewCorrections } from "./story.ts";
import type { TextFile } from "./text-file.ts";

/** One thing that the public record says of a text. */
interface Statement {
  readonly label: string;
  readonly text: string;
}

interface TextRecord {
  readonly of: LinkView;
  readonly statements: readonly Statement[];
}

/** What an edition and its stories disclose, in public and for good. */
export interface EditionRecord {
  readonly edition: LinkView;
  /** Only the texts that have something to disclose. */
  readonly texts: readonly TextRecord[];
}

export interface DisclosuresPage extends Page {
  readonly records: readonly EditionRecord[];
  readonly json: string;
  readonly newer: LinkView | undefined;
  readonly older: LinkView | undefined;
}

const RECORDS_A_PAGE = 25;
const JSON_PATH = "/disclosures.json";

type Disclosing = Pick<EditionOutline, "ai" | "signOff" | "corrections" | "paidLinks">;

function statementsOf(site: Site, text: Disclosing): Statement[] {
  const nameOf = (programme: string) => site.vocabularies.affiliates[programme]?.name ?? programme;
  return [
    ...(text.ai === "human-only" ? [] : [{ label: "AI", text: viewAi(site, text).line }]),
    ...text.paidLinks.map(({ programme, url }) => ({ label: "Paid link", text: `${nameOf(programme)}: ${url}` })),
    ...viewCorrections(site, text.corrections).map(({ label, at, text }) => ({ label, text: `${at.text}: ${text}` })),
  ];
}

function recordOf(site: Site, edition: EditionOutline): EditionRecord {
  const { base } = site.publication;
  const title = editionTitle(site, edition).whole;
  const advertisement = viewAdvertisement(site, edition);
  const sold = advertisement && {
    label: "Advertisement",
    text: `${advertisement.advertiser}: ${advertisement.link.href}`,
  };
  const own = [...(sold ? [sold] : []), ...statementsOf(site, edition)];
  const stories = edition.stories.map((story) => ({
    of: { href: base + story.path, text: story.title },
    statements: statementsOf(site, story),
  }));
  const texts = [{ of: { href: base + edition.path, text: "The edition itself" }, statements: own }, ...stories];
  return {
    edition: { href: base + edition.path, text: title },
    texts: texts.filter(({ statements }) => statements.length > 0),
  };
}

/** The public record: for every edition its commercial links, advertiser, AI levels, reviewers and corrections. */
export function planDisclosuresPages(
  site: Site,
  editions: readonly EditionOutline[],
  shell: Shell,
): Planned<DisclosuresPage>[] {
  const { base, url } = site.publication;
  const newest = [...editions].reverse();
  return paginate("/disclosures/", newest, base, { size: RECORDS_A_PAGE }).map(({ path, items, newer, older }) => {
    const frame = {
      head: {
        title: "Disclosures",
        description: "Every commercial link, advertisement, use of AI, reviewer and correction, edition by edition.",
        canonical: url + path,
        previous: newer?.href,
        next: older?.href,
      },
      json: `${base}${JSON_PATH}`,
      newer,
      older,
    };
    const rows = items.map((edition) => ({ edition }));
    return planRows(path, shell, frame, rows, () => ({ records: items.map((edition) => recordOf(site, edition)) }));
  });
}

function describeText(site: Site, text: Disclosing): object {
  const reviewer = text.signOff && site.vocabularies.people[text.signOff.by];
  const { zone } = site.publication;
  return {
    ai: text.ai,
    ...(text.signOff &&
      reviewer && { reviewed: { by: reviewer.name, role: reviewer.role, at: formatIso(text.signOff.at, zone) } }),
    paidLinks: text.paidLinks,
    corrections: text.corrections
      .filter(({ at }) => site.preview || site.clock.hasCome(at))
      .map(({ at, kind, text }) => ({ at: formatIso(at, zone), kind, text })),
  };
}

function describeEdition(site: Site, edition: EditionOutline): object {
  const { url, zone } = site.publication;
  const advertisement = viewAdvertisement(site, edition);
  return {
    url: url + edition.path,
    published: formatIso(edition.publish, zone),
    ...(advertisement && { advertisement: { advertiser: advertisement.advertiser, url: advertisement.link.href } }),
    ...describeText(site, edition),
    stories: edition.stories.map((story) => ({
      url: url + story.path,
      title: story.title,
      ...describeText(site, story),
    })),
  };
}

/** The same record for machines. */
export function planDisclosuresJson(site: Site, editions: readonly EditionOutline[]): Planned<TextFile> {
  const newest = [...editions].reverse();
  const publication = site.publication.name;
  return {
    path: JSON_PATH,
    shell: undefined,
    frame: { publication },
    rows: newest.map((edition) => ({ edition })),
    derive() {
      const record = { publication, editions: newest.map((edition) => describeEdition(site, edition)) };
      return { path: JSON_PATH, text: `${JSON.stringify(record, null, 1)}\n` };
    },
  };
}
