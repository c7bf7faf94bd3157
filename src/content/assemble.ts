import type { Diagnostic } from "./diagnostic.ts";
import type { Listing } from "./files.ts";
import { type FrameOptions, listPictures, readFolder, readFrame, renderStandingPages, targetsOf } from "./frame.ts";
import type { Measured } from "./pictures.ts";
import { namePictures, type RenderContext, renderEdition } from "./render.ts";
import { byMoment, placeEdition } from "./schedule.ts";
import type { Site } from "./site.ts";

export interface AssembleOptions extends FrameOptions {
  /** Sizes of the pictures, by path within the content folder. */
  readonly pictures: ReadonlyMap<string, Measured>;
}

/** Reads, checks and assembles everything; a mistake becomes a diagnostic and the rest goes on. */
export function assembleSite(listing: Listing, options: AssembleOptions): { site: Site; diagnostics: Diagnostic[] } {
  const frame = readFrame(listing, options);
  const { site, folders } = frame;
  const diagnostics = [...frame.diagnostics];
  const dated = folders.map((folder) => readFolder(folder, site, diagnostics));
  const pictures = folders.flatMap((folder) => listPictures(folder, (path) => options.pictures.get(path)));
  const context: RenderContext = {
    ...site,
    targets: targetsOf(
      frame,
      dated.map((edition) => placeEdition(edition, site.topics)),
    ),
    pictures: namePictures(pictures),
    diagnostics,
  };
  const editions = dated.map((edition) => renderEdition(edition, context)).sort(byMoment(site.publication.slots));
  const whole = {
    ...site,
    stories: new Map(editions.flatMap(({ stories }) => stories.map((story) => [story.identity, story] as const))),
    editions,
    pages: renderStandingPages(frame, context),
    pictures,
  };
  return { site: Object.freeze(whole), diagnostics };
}
