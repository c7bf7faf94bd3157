import { parentPort, workerData } from "node:worker_threads";
import { makeTwin, type TwinOrder } from "./make-twin.ts";

/** The beginning of the thread in which `startTwin` has a twin made. */
parentPort?.postMessage(makeTwin(workerData as TwinOrder));
