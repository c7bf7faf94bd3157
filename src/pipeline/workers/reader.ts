import { UNKNOWN } from "../../content/files/files.ts";
import { openPictures } from "../pictures/pictures.ts";
import { recordsOf } from "../read/archive.ts";
import { UNKNOWN_FILES } from "../read/opened.ts";
import { openPublication } from "../read/publication.ts";
import { openShare } from "../read/open-share.ts";
import { exchangePlaces, receive, tell } from "./port.ts";
import type { ReadOrder, ReadResult } from "./protocol.ts";

/** The beginning of a thread that reads editions and makes no page. */

async function read({ editions, ...order }: ReadOrder): Promise<ReadResult> {
  const archive = await openShare(
    {
      ...order,
      frame: openPublication(order, UNKNOWN),
      isOwn: ({ identity }) => editions.has(identity),
      files: UNKNOWN_FILES,
      records: new Map(),
    },
    async (own) => (await exchangePlaces(own)).placed,
    openPictures(),
  );
  return { texts: recordsOf(archive, editions) };
}

tell({ result: await read(await receive<ReadOrder>()) });
