import type { Headers } from "./store.ts";

/** A program that speaks to stores, as far as a deploy needs it. What fails is thrown as a `DeployError`. */
export interface Client {
  list(): Promise<Map<string, number>>;
  read(path: string): Promise<string | undefined>;
  /** Sends everything in a folder, with these headers, whatever is there. */
  send(folder: string, headers: Headers): Promise<void>;
  /** `folder` is an empty one for what the program wants to be told in a file. */
  remove(paths: readonly string[], folder: string): Promise<void>;
}

/** What a client needs to know beside its target. */
export interface Surroundings {
  /** Where the program lies. */
  readonly program: string;
  /** An open file, locked for as long as anything is sent; undefined where nothing will be. */
  readonly lock: number | undefined;
}
