import { UNKNOWN } from "../../content/files/files.ts";
import type { PlacedEdition } from "../../content/time/schedule.ts";
import { startEleventy } from "../print/views.ts";
import { recordsOf } from "../read/archive.ts";
import { openPublication } from "../read/publication.ts";
import { createStage } from "../output/stage.ts";
import { isReadable } from "../state/inputs.ts";
import type { Verifier } from "../verify/verify.ts";
import type { Meeting, WorkerOrder, WorkerResult } from "./protocol.ts";
import { exchangePlaces, receive, tell } from "./port.ts";
import { makeShare } from "./share.ts";

/** The beginning of a worker thread, which loads the program while the main thread finds out what there is to do. */

/** Each address once, under the first file that leads there; those of parts of pages under each, which are few. */
function listPromised(paths: readonly string[], { promisedBy }: Pick<Verifier, "promisedBy">) {
  const known = new Set<string>();
  const first = new Map<string, string[]>();
  for (const path of paths) {
    const fresh = promisedBy(path).filter((address) => address.includes("#") || !known.has(address));
    for (const address of fresh) known.add(address);
    if (fresh.length > 0) first.set(path, fresh);
  }
  return first;
}

async function work({ places, editions, digests, strict, ...read }: WorkerOrder): Promise<WorkerResult> {
  // Every file is left until it is needed: half of them never are.
  const known = { ...UNKNOWN, isSame: (path: string) => isReadable(digests.get(`/${path}`)) };
  const stage = createStage(places, undefined);
  let meeting: Promise<Meeting> | undefined;
  const { archive, maker, verifier, index, packed } = await makeShare({
    ...read,
    strict,
    frame: openPublication(read, known),
    isOwn: ({ identity }) => editions.has(identity),
    files: { digestOf: (path) => digests.get(`/${path}`) ?? "", isSame: () => false },
    records: new Map(),
    known: { recall: () => undefined, recallTexts: () => undefined },
    stage,
    startViews: startEleventy,
    exchange: {
      async place(placed: readonly PlacedEdition[]) {
        meeting = exchangePlaces<Meeting>(placed);
        return (await meeting).placed;
      },
      surround: () => meeting as Promise<Meeting>,
    },
    onPages: (pages) => {
      tell({ pages });
    },
  });
  await packed;
  await index.end();
  const written = stage.written();
  return {
    texts: recordsOf(archive, editions),
    pages: maker.records,
    excerpts: maker.shelf.excerpts,
    written,
    promised: listPromised(written, verifier),
    faults: verifier.faults(),
    failures: maker.failures,
  };
}

tell({ result: await work(await receive<WorkerOrder>()) });
