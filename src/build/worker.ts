import { parentPort } from "node:worker_threads";
import type { PlacedEdition } from "../content/schedule.ts";
import { makeShare, type ShareOrder, type Surroundings } from "./share.ts";

/** The beginning of a second thread, which loads the program while the first finds out what there is to do. */
const port = parentPort;
if (!port) throw new Error("this is the beginning of a thread and not of a program");

function receive<T>(): Promise<T> {
  return new Promise((resolve) => port?.once("message", resolve));
}

const order = await receive<ShareOrder>();
const surround = (placed: readonly PlacedEdition[]) => {
  const surroundings = receive<Surroundings>();
  port.postMessage({ placed });
  return surroundings;
};
const result = await makeShare(order, surround, (pages) => {
  port.postMessage({ pages });
});
port.postMessage({ result });
