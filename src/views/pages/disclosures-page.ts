import { FILES, PAGES } from "../../content/addresses.ts";
import { formatIso } from "../../content/time/calendar.ts";
import type { EditionOutline } from "../../content/outline.ts";
import type { Setting, OverviewSite } from "../../content/site.ts";
import type { Vocabularies } from "../../content/vocabularies.ts";
import { type AdvertisementView, viewAdvertisement } from "../parts/advertisement.ts";
import { viewAi } from "../parts/ai.ts";
import { messagesOf } from "../../locales/messages.ts";
import { editionTitle } from "../parts/edition.ts";
import type { LinkView } from "../parts/link.ts";
import type { PageView } from "../page-view.ts";
import { paginate } from "../parts/pager.ts";
import { definePages, type Given, type Page } from "../page.ts";
import { viewCorrections } from "../parts/story.ts";
import { jsonFile } from "../files/text-file.ts";

/** One thing that the public record says of a text. */
interface Statement {
  readonly label: string;
  readonly text: string;
  /** Whether the text is the program's own. */
  readonly isSaid?: boolean;
}

interface TextRecord {
  readonly of: LinkView;
  readonly statements: readonly Statement[];
}

/** What an edition and its stories disclose, in public and for good. */
export interface EditionDisclosures {
  readonly edition: LinkView;
  /** Only the texts that have something to disclose. */
  readonly texts: readonly TextRecord[];
}

export interface DisclosuresPage extends PageView {
  readonly records: readonly EditionDisclosures[];
  readonly json: string;
  readonly newer: LinkView | undefined;
  readonly older: LinkView | undefined;
}

const RECORDS_A_PAGE = 25;

type Disclosing = Pick<EditionOutline, "ai" | "signOff" | "corrections" | "paidLinks">;

/** An edition of the record, with what was sold on its page. */
interface Row {
  readonly edition: EditionOutline;
  readonly advertisement: AdvertisementView | undefined;
}

/** What the record shows beside its words. */
interface Recorded {
  readonly rows: readonly Row[];
  /** The people who reviewed any text of it. */
  readonly people: Vocabularies["people"];
}

/** The setting, and who the reviewers are. */
interface RecordSite extends Setting {
  readonly vocabularies: Setting["vocabularies"] & Pick<Vocabularies, "people">;
}

function recall(site: OverviewSite, editions: readonly EditionOutline[]): Recorded {
  const texts = editions.flatMap((edition) => [edition, ...edition.stories]);
  const reviewers = new Set(texts.flatMap(({ signOff }) => signOff?.by ?? []));
  return {
    rows: editions.map((edition) => ({ edition, advertisement: viewAdvertisement(site, edition) })),
    people: Object.fromEntries(Object.entries(site.vocabularies.people).filter(([id]) => reviewers.has(id))),
  };
}

function siteOf(setting: Setting, { people }: Recorded): RecordSite {
  return { ...setting, vocabularies: { ...setting.vocabularies, people } };
}

function statementsOf(site: RecordSite, text: Disclosing): Statement[] {
  const m = messagesOf(site.publication);
  const nameOf = (programme: string) => site.vocabularies.affiliates[programme]?.name ?? programme;
  return [
    ...(text.ai === "human-only" ? [] : [{ label: m.disclosures.ai, text: viewAi(site, text).line, isSaid: true }]),
    ...text.paidLinks.map(({ programme, url }) => ({
      label: m.disclosures.paidLink,
      text: m.disclosures.paid({ name: nameOf(programme), url }),
    })),
    ...viewCorrections(site, text.corrections).map(({ label, at, text }) => ({
      label,
      text: m.corrections.entry({ time: at.text, text }),
    })),
  ];
}

function recordOf(site: RecordSite, { edition, advertisement }: Row): EditionDisclosures {
  const { base } = site.publication;
  const m = messagesOf(site.publication);
  const title = editionTitle(site, edition).whole;
  const sold = advertisement && {
    label: m.text.advertisement,
    text: m.disclosures.paid({ name: advertisement.advertiser, url: advertisement.link.href }),
  };
  const own = [...(sold ? [sold] : []), ...statementsOf(site, edition)];
  const stories = edition.stories.map((story) => ({
    of: { href: base + story.path, text: story.title },
    statements: statementsOf(site, story),
  }));
  const texts = [{ of: { href: base + edition.path, text: m.disclosures.edition }, statements: own }, ...stories];
  return {
    edition: { href: base + edition.path, text: title },
    texts: texts.filter(({ statements }) => statements.length > 0),
  };
}

type DisclosuresAround = Recorded & Omit<DisclosuresPage, "path" | "shell" | "records">;

const disclosuresPage = definePages("disclosures", {
  view({ setting, shell, path, around }: Given<DisclosuresAround, unknown>) {
    const { head, json, newer, older, rows } = around;
    const site = siteOf(setting, around);
    const records = rows.map((row) => recordOf(site, row));
    return { disclosures: [{ path, shell, head, json, newer, older, records }] };
  },
});

/** The public record: for every edition its commercial links, advertiser, AI levels, reviewers and corrections. */
export function listDisclosuresPages(site: OverviewSite, editions: readonly EditionOutline[]): Page[] {
  const { base, url } = site.publication;
  const m = messagesOf(site.publication);
  const newest = [...editions].reverse();
  return paginate(PAGES.disclosures, newest, site.publication, { size: RECORDS_A_PAGE }).map(
    ({ path, items, newer, older }) =>
      disclosuresPage(path, {
        head: {
          title: m.disclosures.disclosures,
          description: m.disclosures.description,
          canonical: url + path,
          trail: [],
        },
        json: base + FILES.disclosures,
        newer,
        older,
        ...recall(site, items),
      } satisfies DisclosuresAround),
  );
}

function describeText(site: RecordSite, text: Disclosing): object {
  const reviewer = text.signOff && site.vocabularies.people[text.signOff.by];
  const { zone } = site.publication;
  return {
    ai: text.ai,
    ...(text.signOff &&
      reviewer && { reviewed: { by: reviewer.name, role: reviewer.role, at: formatIso(text.signOff.at, zone) } }),
    paidLinks: text.paidLinks,
    corrections: text.corrections.map(({ at, kind, text }) => ({ at: formatIso(at, zone), kind, text })),
  };
}

function describeEdition(site: RecordSite, { edition, advertisement }: Row): object {
  const { url, zone } = site.publication;
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

const disclosuresFile = definePages("disclosures-file", {
  view({ setting, path, around }: Given<Recorded, unknown>) {
    const site = siteOf(setting, around);
    const editions = around.rows.map((row) => describeEdition(site, row));
    const record = { publication: setting.publication.name, editions };
    return { textFiles: [jsonFile(path, record)] };
  },
});

/** The same record for machines. */
export function listDisclosuresFile(site: OverviewSite, editions: readonly EditionOutline[]): Page {
  return disclosuresFile(FILES.disclosures, recall(site, [...editions].reverse()));
}
