import type { Diagnostic } from "../../content/problems/diagnostic.ts";
import type { PlacedEdition } from "../../content/time/schedule.ts";
import type { Places } from "../output/output.ts";
import type { PageRecord } from "../pages/page-record.ts";
import type { ReadOptions } from "../read/read-options.ts";
import type { TextRecord } from "../read/text-record.ts";
import type { Fault } from "../verify/promise.ts";
import type { Surroundings } from "./share.ts";

/** What a worker is asked to read: the editions of a share of a publication, of which nothing is known from before. */
export interface ReadOrder extends ReadOptions {
  /** Identities of the editions. */
  readonly editions: ReadonlySet<string>;
}

/** What it is told once all front matter is read. */
export interface ReadMeeting {
  /** The editions that are not in its share. */
  readonly placed: readonly PlacedEdition[];
}

/** What it read. */
export interface ReadResult {
  /** By the identity of the edition. */
  readonly texts: ReadonlyMap<string, TextRecord>;
}

/** What a worker is asked to make. */
export interface WorkerOrder extends ReadOrder {
  readonly strict: boolean;
  readonly places: Places;
  /** Digests of the content folder's files, by path within. */
  readonly digests: ReadonlyMap<string, string>;
}

export interface Meeting extends ReadMeeting, Surroundings {}

/** What it made. */
export interface WorkerResult extends ReadResult {
  /** By the path of the page. */
  readonly pages: ReadonlyMap<string, PageRecord>;
  /** What pages to come show of its texts, by name. */
  readonly excerpts: ReadonlyMap<string, unknown>;
  readonly written: readonly string[];
  /** Every address that its pages lead to, by the first of them that does. */
  readonly promised: ReadonlyMap<string, readonly string[]>;
  readonly faults: readonly Fault[];
  /** What is to be told of the pages that could not be made. */
  readonly failures: readonly Diagnostic[];
}

/** What a worker says: where its editions stand, how many pages more are done, or what came of its order. */
export type WorkerMessage<Result = WorkerResult> =
  { readonly placed: readonly PlacedEdition[] } | { readonly pages: number } | { readonly result: Result };
