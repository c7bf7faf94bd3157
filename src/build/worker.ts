import { parentPort, workerData } from "node:worker_threads";
import { makeShare, type ShareOrder, type Surroundings } from "./share.ts";

/** The beginning of a second thread: it is given its order at once, and its surroundings when it has told what it found. */
const port = parentPort;
if (!port) throw new Error("this is the beginning of a thread and not of a program");
const result = await makeShare(
  workerData as ShareOrder,
  (placed) =>
    new Promise((resolve) => {
      port.once("message", (surroundings: Surroundings) => {
        resolve(surroundings);
      });
      port.postMessage({ placed });
    }),
  (pages) => {
    port.postMessage({ pages });
  },
);
port.postMessage({ result });
