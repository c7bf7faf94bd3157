import { join, resolve } from "node:path";
import { PROBLEMS } from "../../views/problems.ts";
import type { Instant } from "../../content/time/calendar.ts";
import type { Diagnostic } from "../../content/problems/diagnostic.ts";
import type { Reach } from "../gather/round.ts";
import { createDemand } from "./demand.ts";
import { createDesk } from "./desk/desk.ts";
import { createLatest } from "./latest.ts";
import { clearPlace, type Place, takePlace } from "./place.ts";
import type { PreviewSite } from "./preview-site.ts";
import { PROJECT } from "../project.ts";
import { createServedFolder } from "./served-folder.ts";
import { type Live, serve } from "./server.ts";
import type { Order } from "../state/receipt.ts";
import { findLast } from "../state/state.ts";
import { type Changed, watchFolders } from "./watch.ts";

export interface PreviewOptions {
  readonly content: string;
  readonly port: number;
  /** The clock, read anew for each rebuild. */
  readonly clock: () => Instant;
  /** Called with the address when the preview can be looked at. */
  readonly onReady: (address: string) => void;
  /** Called after each reading with everything that is wrong. */
  readonly onProblems: (problems: readonly Diagnostic[]) => void;
  /** How the desk reaches feeds; hosts of the public Internet alone where it is left out. */
  readonly reach?: Reach | undefined;
  /** The folder in which readers' letters wait for the desk; the publication's own where it is left out. */
  readonly queue?: string | undefined;
  /** From when on no page is told of a new version, since nobody will answer for long. */
  readonly ending?: AbortSignal | undefined;
  /** Called when a preview could not be made again; the last one stays. */
  readonly onFailure: (error: unknown) => void;
}

/** A preview that is served, and whole. */
export interface OpenPreview {
  readonly live: Live;
  /** The files that were made when it was opened; undefined where the last preview stood as it should, and none was looked at. */
  readonly made: readonly string[] | undefined;
  readonly site: PreviewSite;
  readonly place: Place;
}

const LOOK = [join(PROJECT, "templates", "styles"), join(PROJECT, "templates", "fonts"), join(PROJECT, "public")];

/** After so long without a change, what is known is kept for the next preview; in milliseconds. */
const IDLE = 1000;

/**
 * Opens the preview of some content: the last one, where nothing has changed since; else it is served while it is made, and
 * a page that is asked for is made first. A second one of the same content has a folder of its own.
 */
export async function openPreview(options: Omit<PreviewOptions, "onFailure">): Promise<OpenPreview> {
  const { content, port, clock, onReady, onProblems, reach, queue, ending } = options;
  const place = takePlace(content);
  const order: Order = { content, target: place.site, extras: { cards: false, search: false }, preview: true };
  const last = findLast(order);
  const unchanged = last?.findUnchanged(clock());
  if (!last) clearPlace(place);
  const folder = createServedFolder(place.site, last?.files() ?? []);
  const demand = createDemand();
  let isMade = unchanged !== undefined;
  const find = async (path: string): Promise<Uint8Array | undefined> => {
    if (!isMade && !folder.isDone(path)) await demand.ask(path);
    return isMade || folder.isDone(path) ? folder.find(path) : undefined;
  };
  let live: Live | undefined;
  let problems: () => readonly Diagnostic[] = () => [];
  const opened = createLatest<PreviewSite>();
  const read = async () => (await opened.get()).read();
  const desk = createDesk({ content, clock, read, problems: () => problems(), reach, queue });
  const open = async (base: string): Promise<void> => {
    live = await serve(port, base, find, desk, ending);
    onReady(live.address());
  };
  if (unchanged) {
    onProblems(unchanged.diagnostics);
    await open(unchanged.base);
  }
  // Most of the program, which a preview that finds nothing changed can do without at first.
  const { createPreviewSite } = await import("./preview-site.ts");
  const site = await createPreviewSite({ order, folder, clock, last });
  opened.put(site);
  problems = () => site.problems();
  if (unchanged && live) return { live, made: undefined, site, place };
  const { problems: found, base, touched } = await site.refresh(undefined, { open, next: () => demand.next() });
  isMade = true;
  demand.end();
  onProblems(found);
  if (!live) throw new Error("a preview is served before it is made");
  live.renew(base);
  return { live, made: touched.changed.filter((path) => path !== PROBLEMS), site, place };
}

/**
 * Serves the publication with its drafts and scheduled stories on this computer only, and makes it again whenever
 * content, styles or public files change. Code and templates need a new process, which the command sees to.
 */
export async function servePreview(options: PreviewOptions): Promise<void> {
  const { content, onProblems, onFailure } = options;
  const { live, site } = await openPreview(options);
  let idle: NodeJS.Timeout | undefined;
  const keepSoon = (): void => {
    clearTimeout(idle);
    idle = setTimeout(() => {
      site.keep();
    }, IDLE);
  };
  keepSoon();
  const again = async (changed: Changed): Promise<void> => {
    clearTimeout(idle);
    try {
      const { problems, base, touched } = await site.refresh(changed);
      onProblems(problems);
      if (touched.changed.length + touched.gone.length > 0) live.renew(base);
    } catch (error) {
      onFailure(error);
    }
    keepSoon();
  };
  const catchUp = await watchFolders([resolve(content), ...LOOK], (path) => path.endsWith(".ts"), again);
  // For what changed between the first reading and the beginning of the watch, and not beside what has changed since.
  catchUp();
}
