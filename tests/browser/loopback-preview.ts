import { servePreview } from "../../src/pipeline/preview/preview.ts";
import { reachLoopback } from "../gather/loopback.ts";

/** Serves a preview as `npm start` does, whose desk finds every host of a feed at this computer. Arguments: the content, the port, the moment. */
const [content = "", port = "", now = ""] = process.argv.slice(2);

await servePreview({
  content,
  port: Number(port),
  clock: () => Date.parse(now),
  reach: reachLoopback(),
  onReady: () => undefined,
  onProblems: () => undefined,
  onFailure(error) {
    throw error;
  },
});
