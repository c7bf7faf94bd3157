import type { Diagnostic } from "../../content/problems/diagnostic.ts";
import type { BuildOptions } from "../build.ts";
import { discard } from "../output/discard.ts";
import { swap } from "../output/output.ts";
import { createStage } from "../output/stage.ts";
import { isStill, knowInput } from "../state/inputs.ts";
import { takeInputs } from "../state/state.ts";
import type { Fault } from "../verify/promise.ts";
import { countWorkers, startWorker } from "../workers/crew.ts";
import { makePart } from "./make-part.ts";
import { type BadPart, type Part, placesOfSite, writePart } from "./part.ts";
import { recallParts } from "./recall-parts.ts";
import { isInYears, type Years } from "./years.ts";

/** What became of building a part: the numbers of its editions and files, or why nothing was put in place. */
export type PartResult =
  | { readonly editions: number; readonly files: number }
  | { readonly diagnostics: readonly Diagnostic[] }
  | { readonly faults: readonly Fault[] }
  | { readonly changed: true };

export interface PartOptions extends Pick<BuildOptions, "order" | "places" | "now" | "strict" | "onPage"> {
  readonly years: Years;
  /** The part that stands there. */
  readonly last: Part | BadPart;
}

/**
 * Makes the editions of some years and puts them in place as a part, which `build` takes over with others; of the part that was there what is still so stays. Only for whoever
 * holds the lock and has recovered what an earlier build left. Throws what the disk refuses; the last part then stays.
 */
export async function buildPart(options: PartOptions): Promise<PartResult> {
  const { order, places, now, strict, years, last, onPage } = options;
  const { content, extras } = order;
  const isKnown = "known" in last;
  const crew = Array.from({ length: isKnown ? 0 : countWorkers(order, (year) => isInYears(year, years)) }, startWorker);
  try {
    const inputs = takeInputs(order);
    const [input] = inputs;
    if (!input) throw new Error("nothing was taken down");
    const own = placesOfSite(places);
    const read = new Set<string>();
    const stage = createStage(own, undefined);
    const { diagnostics, faults, part } = await makePart({
      content,
      now,
      digests: input.digests,
      known: { ...knowInput(input, undefined), onRead: (path) => read.add(path) },
      last: isKnown ? recallParts([last]) : undefined,
      isIn: ({ dateline }) => isInYears(dateline.date, years),
      strict,
      preview: false,
      extras,
      stage,
      help: { crew, places: own },
      onPage,
    });
    if (!part) return { diagnostics };
    // What it knew must never stand in the way of a part that is right.
    if (faults.length > 0 && isKnown) return await buildPart({ ...options, last: { folder: "", reason: "faults" } });
    if (faults.length > 0) return { faults };
    // What was changed while it was read would be known by other bytes than those it was made of.
    if (!inputs.every((one, at) => isStill(one, undefined, (path) => at > 0 || read.has(path))))
      return { changed: true };
    const { count } = stage.finish();
    writePart(places.stage, part, stage.written(), extras);
    swap(places);
    return { editions: part.findings.texts.size, files: count };
  } finally {
    await Promise.all(crew.map((worker) => worker.end()));
    await discard([places.stage], places.leftover)();
  }
}
