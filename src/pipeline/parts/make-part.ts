import type { Diagnostic } from "../../content/problems/diagnostic.ts";
import { sortDiagnostics } from "../../content/problems/diagnostic-order.ts";
import { beginSite, type MakeOptions, type Rest } from "../begin-site.ts";
import { listIndex } from "../pages/list-pages.ts";
import { type Findings, NOTHING } from "../state/knowledge.ts";
import type { Fault } from "../verify/promise.ts";
import { keepsBack, type Share } from "../workers/share.ts";
import type { Anchors } from "./part.ts";

/** What became of making a part. */
export interface MadePart {
  /** Problems of its own editions and of what all editions have in common. */
  readonly diagnostics: readonly Diagnostic[];
  readonly faults: readonly Fault[];
  /** Undefined when a problem keeps the part from being made. */
  readonly part: { readonly findings: Findings; readonly anchors: Anchors } | undefined;
}

/** Makes those parts of the search index that are of these editions alone. */
async function makeIndex({ archive, maker, packed }: Share, isOwn: (edition: string) => boolean): Promise<void> {
  await packed;
  const pages = listIndex(archive).filter(
    ({ path, texts }) => texts.length > 0 && texts.every(({ edition }) => isOwn(edition)) && !maker.records.has(path),
  );
  await maker.make(pages, { from: [] });
}

/** Where the pages of a share lead to parts of other pages. */
function anchorsOf({ maker, verifier }: Share): Anchors {
  const found = Array.from(maker.records, ([path, { files }]) => {
    const led = files.flatMap((file) => verifier.promisedBy(file)).filter((address) => address.includes("#"));
    return [path, [...new Set(led)].sort()] as const;
  });
  return Object.fromEntries(found.filter(([, led]) => led.length > 0));
}

/** Reads, checks and makes those editions of a publication into a stage that are `isIn`, with all that is made of them alone. */
export function makePart(options: MakeOptions & Required<Pick<MakeOptions, "isIn">>): Promise<MadePart> {
  return beginSite(options, (share, rest) => finishPart(share, rest, options.isIn));
}

async function finishPart(
  share: Share,
  { setting, ...options }: Rest,
  isIn: Required<MakeOptions>["isIn"],
): Promise<MadePart> {
  const { archive, maker, verifier } = share;
  const own = archive.editions.filter(({ placed }) => isIn(placed));
  const found = [...archive.diagnostics, ...own.flatMap((edition) => edition.diagnostics())];
  const isFatal = (diagnostics: readonly Diagnostic[]) => diagnostics.some((problem) => keepsBack(problem, options));
  if (options.extras.search && !share.isBroken && !isFatal(found)) {
    const identities = new Set(own.map(({ placed }) => placed.identity));
    await makeIndex(share, (edition) => identities.has(edition));
  }
  const diagnostics = sortDiagnostics([...found, ...maker.failures]);
  const faults = verifier.faults();
  if (isFatal(diagnostics)) return { diagnostics, faults, part: undefined };
  const texts = new Map(own.map((edition) => [edition.placed.identity, edition.record()]));
  const { overview } = NOTHING;
  const findings = { setting, texts, pages: maker.records, overview, kept: maker.texts };
  return { diagnostics, faults, part: { findings, anchors: anchorsOf(share) } };
}
