import { parentPort, workerData } from "node:worker_threads";
import { buildSite } from "./build.ts";
import type { Apart, ApartMessage } from "./build-apart.ts";

/** The beginning of the thread in which `buildApart` has a site built. */
const port = parentPort;
if (!port) throw new Error("this is the beginning of a thread and not of a program");

function tell(message: ApartMessage): void {
  port?.postMessage(message);
}

const result = await buildSite({
  ...(workerData as Apart),
  last: undefined,
  onPage: (done, all) => {
    tell({ done, all });
  },
});
tell({ result });
