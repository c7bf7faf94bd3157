import type { Diagnostic } from "../content/problems/diagnostic.ts";
import { UNKNOWN } from "../content/files/files.ts";
import type { MakeOptions } from "./begin-site.ts";
import { makeSite } from "./make-site.ts";
import { discard } from "./output/discard.ts";
import { type Places, swap } from "./output/output.ts";
import { createStage } from "./output/stage.ts";
import { countTaken, type Part, type TakenPart } from "./parts/part.ts";
import { recallParts } from "./parts/recall-parts.ts";
import { readFormerAddresses } from "./state/former-addresses.ts";
import { knowInput } from "./state/inputs.ts";
import type { Order } from "./state/receipt.ts";
import { sizeOfFiles } from "./state/stamps.ts";
import { keepState, type LastBuild, type OpenSpare, takeInputs } from "./state/state.ts";
import { describeAccount } from "./verify/account.ts";
import type { Fault } from "./verify/promise.ts";
import { countWorkers, startWorker } from "./workers/crew.ts";

/** What became of a build: the number of its files and their size, or why nothing was put in place. */
export type BuildResult = { readonly diagnostics: readonly Diagnostic[] } & (
  | {
      readonly files: number;
      /** Of all files together, where that is known. */
      readonly bytes: number | undefined;
      readonly account: string;
      readonly parts: readonly TakenPart[];
    }
  | { readonly faults: readonly Fault[] }
  | { readonly refused: true }
);

export interface BuildOptions extends Pick<MakeOptions, "now" | "strict" | "onPage" | "addresses"> {
  readonly order: Order;
  readonly places: Places;
  readonly last: LastBuild | undefined;
  /** Parts that other builds made, to be taken over as far as they are still so. */
  readonly parts?: readonly Part[];
  /** Whether nobody has the addresses of the site that is replaced. */
  readonly isUnpublished?: boolean;
}

/** The addresses of two lists, either of which may be missing. */
function mergeAddresses(a: readonly string[] | undefined, b: readonly string[] | undefined): string[] | undefined {
  return a || b ? [...new Set([...(a ?? []), ...(b ?? [])])] : undefined;
}

/**
 * Makes the site of a publication and puts it in place: it is printed to a stage and verified, and takes the place of the last
 * site when it is whole. Only for whoever holds the lock and has recovered what an earlier build left. Throws what the disk refuses; the last site then stays.
 */
export async function buildSite(options: BuildOptions): Promise<BuildResult> {
  const { order, places, last, parts = [], now, strict, onPage } = options;
  const isKnown = last !== undefined || parts.length > 0;
  // What was known is read sooner than workers have loaded the program.
  const crew = Array.from({ length: isKnown ? 0 : countWorkers(order) }, startWorker);
  let spare: OpenSpare | undefined;
  const clear = async (): Promise<void> => {
    await Promise.all([spare?.end(), ...crew.map((worker) => worker.end())]);
    await discard([places.stage], places.leftover)();
  };
  try {
    const inputs = last ? last.takeInputs() : takeInputs(order);
    const [input, before] = [inputs[0], last?.inputs[0]];
    const read = new Set<string>();
    const stage = createStage(places, last && { files: last.files(), spare: (spare = last.openSpare()).found });
    const { diagnostics, account, site } = await makeSite({
      content: order.content,
      now,
      digests: input?.digests ?? new Map(),
      known: {
        ...(input ? knowInput(input, before) : UNKNOWN),
        onRead: (path) => read.add(path),
      },
      last: parts.length > 0 ? recallParts(parts) : last?.recall(),
      strict,
      preview: false,
      addresses: mergeAddresses(
        options.addresses,
        options.isUnpublished === true ? undefined : readFormerAddresses(order, now),
      ),
      extras: order.extras,
      stage,
      help: { crew, places },
      onPage,
    });
    if (!site) return { diagnostics, refused: true };
    // What other builds knew must never stand in the way of a site that is right.
    if (site.faults.length > 0 && isKnown) {
      // Files of the stage may be those of the last site, into which nothing must be written.
      await clear();
      return await buildSite({ ...options, last: undefined, parts: [] });
    }
    if (site.faults.length > 0) return { diagnostics, faults: site.faults };
    await stage.open();
    const finished = stage.finish();
    swap(places);
    const files = finished.count;
    const said = { diagnostics, account: describeAccount(account), files };
    const kept = keepState(order, { inputs, read }, site.span, { ...said, base: site.base }, site.knowledge, {
      last,
      replaced: places.stage,
      finished,
    });
    return {
      ...said,
      bytes: kept && sizeOfFiles(kept.output),
      parts: parts.map((part) => countTaken(part, site.knowledge.pages)),
    };
  } finally {
    await clear();
  }
}
