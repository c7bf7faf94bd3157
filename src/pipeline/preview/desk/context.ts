import type { Instant } from "../../../content/time/calendar.ts";
import type { Diagnostic } from "../../../content/problems/diagnostic.ts";
import type { Reach } from "../../gather/round.ts";
import type { OpenPublication } from "../../read/archive.ts";

/** What a desk is a desk of. */
export interface DeskContext {
  /** The content folder, as the user named it. */
  readonly content: string;
  readonly clock: () => Instant;
  /** The content as it was read last, once it was. */
  readonly read: () => Promise<OpenPublication>;
  /** Everything that was wrong with it. */
  readonly problems: () => readonly Diagnostic[];
  /** How feeds are reached; hosts of the public Internet alone where it is left out. */
  readonly reach?: Reach | undefined;
  /** The folder in which readers' letters wait; the publication's own where it is left out. */
  readonly queue?: string | undefined;
}
