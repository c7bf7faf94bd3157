import type { Instant } from "../../content/time/calendar.ts";
import { type Diagnostic, isError } from "../../content/problems/diagnostic.ts";
import { type KnownFolder, UNKNOWN } from "../../content/files/files.ts";
import { viewProblems } from "../../views/problems.ts";
import type { Viewer } from "../begin-site.ts";
import { type Made, makeSite } from "../make-site.ts";
import type { Finished } from "../output/stage.ts";
import type { KeptTexts } from "../pages/page-record.ts";
import { startEleventy } from "../print/views.ts";
import type { OpenPublication } from "../read/archive.ts";
import { labelOf } from "../read/label.ts";
import type { TextRecord, TextRecords } from "../read/text-record.ts";
import type { ServedFolder } from "./served-folder.ts";
import { type Input, isSameInput, knowInput, takeChanged } from "../state/inputs.ts";
import type { Knowledge } from "../state/knowledge.ts";
import { findReadings, type Readings } from "../state/readings.ts";
import type { Order } from "../state/receipt.ts";
import { keepState, type LastBuild, takeInputs } from "../state/state.ts";
import { createLatest } from "./latest.ts";
import type { Changed } from "./watch.ts";

/** A preview as it was just made. */
export interface Preview {
  /** Everything that is wrong with the content. */
  readonly problems: readonly Diagnostic[];
  /** Where the site begins at its host. */
  readonly base: string;
  /** The files that were made, and those that are no more. */
  readonly touched: Pick<Finished, "changed" | "gone">;
}

/** The preview of a content folder, made again and again in one folder. */
export interface PreviewSite {
  /** Makes what changed; `viewer` looks at it meanwhile. */
  refresh(changed: Changed, viewer?: Viewer): Promise<Preview>;
  /** Keeps what is known for the next preview, if that is not kept yet. */
  keep(): void;
  /** The content as it was read last, once it was. */
  read(): Promise<OpenPublication>;
  /** Everything that was wrong with it. */
  problems(): readonly Diagnostic[];
}

export interface PreviewSiteOptions {
  readonly order: Order;
  readonly folder: ServedFolder;
  /** Read at each making. */
  readonly clock: () => Instant;
  /** The last preview, which still stands in the folder. */
  readonly last: LastBuild | undefined;
}

/** What one making of the preview leaves to the next. */
interface Before {
  readonly inputs: readonly Input[];
  readonly knowledge: Knowledge;
  /** Files with which something is wrong, as diagnostics name them. */
  readonly wrong: ReadonlySet<string>;
}

/** What is known of a making, to be kept. */
interface Due {
  readonly site: NonNullable<Made["site"]>;
  readonly diagnostics: readonly Diagnostic[];
  readonly inputs: readonly Input[];
  readonly read: ReadonlySet<string>;
  readonly finished: Finished;
}

function filesOf(diagnostics: readonly Diagnostic[]): Set<string> {
  return new Set(diagnostics.map(({ path }) => path));
}

/** What the last making found out about the content folder; that with which something is wrong is read again, and told again. */
function knowFolder(input: Input, last: Before, label: string): KnownFolder {
  const foldersOfWrong = new Set([...last.wrong].map((path) => path.slice(0, path.lastIndexOf("/") + 1)));
  const { isSame, namesIn } = knowInput(input, last.inputs[0]);
  return {
    ...UNKNOWN,
    isSame: (path) => isSame(path) && !last.wrong.has(`${label}/${path}`),
    namesIn: (path) => (foldersOfWrong.has(`${label}/${path}`) ? undefined : namesIn(path)),
  };
}

/** The texts in which nothing is wrong: all others are read again, and told again. */
function rightOf(texts: TextRecords): TextRecords {
  return new Map([...texts].filter(([, { diagnostics }]) => !diagnostics.some(isError)));
}

/** What the last preview in this folder knew. */
function recallLast(last: LastBuild): Before {
  return { inputs: last.inputs, knowledge: last.recall(), wrong: filesOf(last.statement.diagnostics) };
}

/**
 * What any build of this content knew of its texts. One for readers tells nothing of editions of which something is hidden from
 * them, or will change with time; all others read the same in a preview.
 */
function recallReadings(readings: Readings): Before {
  const { inputs, statement, preview } = readings;
  const { setting, texts } = readings.recall();
  const isAlike = ({ outline, span }: TextRecord) =>
    preview || (span.until === null && [outline, ...outline.stories].every(({ status }) => status === "published"));
  const knowledge = {
    setting,
    texts: new Map([...texts].filter(([, record]) => isAlike(record))),
    overview: { digest: "", paths: [] },
    recall: () => undefined,
    recallTexts: () => undefined,
  };
  return { inputs, knowledge, wrong: filesOf(statement.diagnostics) };
}

/** Makes what makes the preview of a content folder: with drafts and scheduled stories, whatever is wrong. */
export async function createPreviewSite({ order, folder, clock, last }: PreviewSiteOptions): Promise<PreviewSite> {
  const { content } = order;
  const views = await startEleventy();
  const label = labelOf(content);
  const readings = last ? undefined : findReadings(order);
  let before = last ? recallLast(last) : readings && recallReadings(readings);
  // Of pages that were made since, what they took of their texts: all of it, and what is not kept yet.
  let taken = new Map<string, KeptTexts>();
  let fresh = new Map<string, KeptTexts>();
  let kept = last;
  let due: Due | undefined;
  let found: readonly Diagnostic[] = last?.statement.diagnostics ?? [];
  const reading = createLatest<OpenPublication>();
  const atFirst = before?.knowledge;

  const refresh = async (changed: Changed, viewer?: Viewer): Promise<Preview> => {
    const known = before;
    const inputs =
      known && changed ? known.inputs.map((own) => takeChanged(own, changed)) : takeInputs(order, known?.inputs);
    const [input] = inputs as [Input];
    const read = new Set<string>();
    const onRead = (path: string) => read.add(path);
    if (viewer) folder.update(await views({ problems: [viewProblems(undefined)] }));
    const { diagnostics, site } = await makeSite({
      content,
      now: clock(),
      digests: input.digests,
      known: { ...(known ? knowFolder(input, known, label) : UNKNOWN), onRead },
      last: known?.knowledge,
      strict: false,
      preview: true,
      extras: order.extras,
      views,
      stage: folder,
      onPage: () => undefined,
      onRead: reading.put,
      ...(viewer && { viewer }),
    });
    if (!site) throw new Error("a preview is made whatever is wrong");
    found = diagnostics;
    folder.update(await views({ problems: [viewProblems(diagnostics)] }));
    const finished = folder.finish();
    const { setting, texts, pages, overview, kept: own } = site.knowledge;
    taken = new Map([...taken, ...own]);
    fresh = new Map([...fresh, ...own]);
    const knowledge = {
      setting,
      texts: rightOf(texts),
      overview,
      recall: (path: string) => pages.get(path),
      recallTexts: (path: string) => taken.get(path) ?? atFirst?.recallTexts(path),
    };
    before = { inputs, knowledge, wrong: filesOf(diagnostics) };
    const touched = [...new Set([...(due?.finished.touched ?? []), ...(finished.touched ?? [])])];
    for (const path of due?.read ?? []) read.add(path);
    due = { site, diagnostics, inputs, read, finished: { ...finished, touched } };
    return { problems: diagnostics, base: site.base, touched: finished };
  };

  return {
    read: reading.get,
    problems: () => found,
    async refresh(changed, viewer) {
      folder.begin();
      try {
        return await refresh(changed, viewer);
      } catch (error) {
        // What was written before it failed is not what is known to be there.
        if (folder.written().length > 0) before = kept = due = undefined;
        throw error;
      }
    },
    keep() {
      if (!due) return;
      const { site, diagnostics, inputs, read, finished } = due;
      const isKept = finished.touched?.length === 0 && kept?.findUnchanged(clock()) !== undefined;
      if (isKept && inputs.every((input, at) => isSameInput(kept?.inputs[at] ?? input, input))) return;
      const statement = { diagnostics, account: "", files: finished.count, base: site.base };
      const findings = { ...site.knowledge, texts: rightOf(site.knowledge.texts), kept: kept ? fresh : taken };
      const replacement = { last: kept, replaced: undefined, finished };
      kept = keepState(order, { inputs, read }, site.span, statement, findings, replacement);
      fresh = new Map();
      due = undefined;
    },
  };
}
