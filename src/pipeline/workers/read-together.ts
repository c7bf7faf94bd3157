import { UNKNOWN } from "../../content/files/files.ts";
import { readOwn } from "../look/own.ts";
import { openPictures } from "../pictures/pictures.ts";
import type { Archive } from "../read/archive.ts";
import { UNKNOWN_FILES } from "../read/opened.ts";
import { openPublication } from "../read/publication.ts";
import type { ReadOptions } from "../read/read-options.ts";
import { countWorkers, startReader } from "./crew.ts";
import { openShare } from "../read/open-share.ts";
import { dealShares } from "./shares.ts";

/**
 * Reads the archive of a content folder and all its texts, of which nothing is known from before: those of a large one in threads, each a
 * share. Throws only when the folder itself cannot be read.
 */
export async function readTogether(options: ReadOptions): Promise<Archive> {
  const crew = Array.from(
    { length: countWorkers({ ...options, extras: { cards: false, search: false } }) },
    startReader,
  );
  try {
    const pictures = openPictures();
    const { frame } = await readOwn(openPublication(options, UNKNOWN), pictures);
    const shares = dealShares(crew, frame.folders, (editions) => ({ ...options, addresses: undefined, editions }));
    const archive = await openShare(
      { ...options, frame, isOwn: (edition) => shares.isLeft(edition), files: UNKNOWN_FILES, records: new Map() },
      () => shares.placed,
      pictures,
    );
    const own = archive.placed.filter((edition) => shares.isLeft(edition));
    // Before this thread's own texts, which take it all that it has.
    await shares.meet(own, {});
    for (const { identity } of own) archive.get(identity)?.record();
    for (const { texts } of await shares.results())
      for (const [identity, record] of texts) archive.get(identity)?.adopt(record);
    return archive;
  } finally {
    await Promise.all(crew.map((worker) => worker.end()));
  }
}
