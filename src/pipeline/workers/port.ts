import { parentPort } from "node:worker_threads";
import type { PlacedEdition } from "../../content/time/schedule.ts";
import type { ReadMeeting, WorkerMessage } from "./protocol.ts";

/** How the thread of a worker hears from the main one, and tells it something. */

const port = parentPort;
if (!port) throw new Error("this is the beginning of a thread and not of a program");

/** The next message. */
export function receive<T>(): Promise<T> {
  return new Promise((resolve) => port?.once("message", resolve));
}

export function tell<Result>(message: WorkerMessage<Result>): void {
  port?.postMessage(message);
}

/** Tells where the thread's own editions stand, and hears where all others do, with what else it is to know. */
export function exchangePlaces<Met extends ReadMeeting>(placed: readonly PlacedEdition[]): Promise<Met> {
  const meeting = receive<Met>();
  tell({ placed });
  return meeting;
}
