import { beginSite, type MakeOptions, type Rest } from "./begin-site.ts";
import type { Diagnostic } from "../content/problems/diagnostic.ts";
import { sortDiagnostics } from "../content/problems/diagnostic-order.ts";
import {
  digestOverview,
  listIndex,
  listOutlines,
  listPartsPage,
  listTextPages,
  listWithoutTexts,
  type Overview,
  overviewOf,
} from "./pages/list-pages.ts";
import type { PageMaker } from "./pages/make-pages.ts";
import type { PageRecord } from "./pages/page-record.ts";
import { checkArchive } from "./read/archive.ts";
import { commonSpan, type Span, spanOf } from "./read/span.ts";
import { type Findings, type Knowledge } from "./state/knowledge.ts";
import { type Account, accountFor } from "./verify/account.ts";
import { describeHeavy, verifyLook } from "./verify/budget.ts";
import type { Fault } from "./verify/promise.ts";
import { keepsBack, type Share } from "./workers/share.ts";

/** What became of making a site. */
export interface Made {
  readonly diagnostics: readonly Diagnostic[];
  readonly account: Account;
  /** Undefined when a problem of the content kept the site from being made. */
  readonly site:
    | { readonly base: string; readonly faults: readonly Fault[]; readonly span: Span; readonly knowledge: Findings }
    | undefined;
}

/** Makes the pages that show no texts, or carries all of them over where they are listed from the same; tells whether they are. */
async function makeOverview(overview: Overview, maker: PageMaker, last: Knowledge["overview"], recordOf: Recall) {
  const digest = digestOverview(overview);
  const records = last.paths.map((path) => [path, recordOf(path)] as const);
  const isSame = digest === last.digest && records.every(([, record]) => record !== undefined);
  if (!isSame) {
    const pages = listWithoutTexts(overview);
    await maker.make(pages, { from: overview.outlines });
    return { isSame, overview: { digest, paths: pages.map(({ path }) => path) } };
  }
  let pages: ReturnType<typeof maker.indexLeads> | undefined;
  for (const [path, record] of records)
    if (record) maker.carry(path, record, () => (pages ??= maker.indexLeads(listWithoutTexts(overview)))(path));
  return { isSame, overview: last };
}

type Recall = (path: string) => PageRecord | undefined;

/** Makes what is left of the search index: its program, and the parts with texts of several shares. */
async function makeIndex({ archive, maker, packed }: Share): Promise<void> {
  const pages = listIndex(archive);
  await packed;
  await maker.make(
    pages.filter(({ path }) => !maker.records.has(path)),
    { from: [] },
  );
  if (maker.failures.length > 0) return;
  const recordOf = (path: string) => maker.records.get(path) as PageRecord;
  await maker.make([listPartsPage(archive.site.publication.base, pages, recordOf)]);
}

/** Makes the whole site of a publication into a stage. */
export function makeSite(options: MakeOptions): Promise<Made> {
  return beginSite(options, finishSite);
}

/** Makes everything beside the editions' own pages, once all texts are known, and verifies the whole. */
async function finishSite(share: Share, { setting, last, look, ...options }: Rest): Promise<Made> {
  const { archive, maker, verifier, shell } = share;
  const { site, editions } = archive;
  const { extras, stage, preview } = options;
  const all = editions.map((edition) => edition.outline());
  const found = checkArchive(archive);
  /** Everything that is wrong so far. */
  const tellAll = (more: readonly Diagnostic[] = []) => sortDiagnostics([...found, ...maker.failures, ...more]);
  const account = accountFor(site, all);
  const isFatal = (diagnostic: Diagnostic): boolean => keepsBack(diagnostic, options);
  const early = tellAll();
  if (early.some(isFatal)) return { diagnostics: early, account, site: undefined };

  const outlines = listOutlines(archive);
  const common = { setting: archive.setting, shell };
  const overview = overviewOf(archive, outlines, common);
  const about = await makeOverview(overview, maker, last.overview, last.recall);
  const texts = listTextPages(archive, outlines, look).filter(({ path }) => !maker.records.has(path));
  await maker.make(texts, { from: outlines });
  const weights = Array.from(maker.records.values(), ({ heavy = {} }) => heavy);
  if (extras.search && maker.failures.length === 0) await makeIndex(share);
  const diagnostics = tellAll(describeHeavy(weights, site));
  if (diagnostics.some(isFatal)) return { diagnostics, account, site: undefined };
  const faults = preview
    ? []
    : [
        ...verifier.conclude(all, (path) => stage.read(path), {
          gone: stage.gone(),
          isSame: about.isSame,
        }),
        ...verifyLook(look),
      ];
  const records = new Map(editions.map((edition) => [edition.placed.identity, edition.record()]));
  const span = commonSpan([spanOf(site.clock.span()), ...Array.from(records.values(), (record) => record.span)]);
  const knowledge = { setting, texts: records, pages: maker.records, overview: about.overview, kept: maker.texts };
  return { diagnostics, account, site: { base: site.publication.base, faults, span, knowledge } };
}
