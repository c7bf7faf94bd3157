import type { Refused } from "./refused.ts";

/** A file that was not sent yet. */
export interface ChangedFile {
  /** Its path in the content folder, with `/`. */
  readonly path: string;
  readonly kind: "new" | "changed" | "removed";
  /** What it is, in words: `story “A model is open” of 2026-03-04-evening`. */
  readonly what: string;
}

/** What would be sent, as it is proposed. */
export interface Proposal {
  readonly files: readonly ChangedFile[];
  /** `desk/2026-03-04-evening`: the branch of the last sending as long as that was not taken over, else a new one. */
  readonly branch: string;
  readonly message: string;
  /** The remote to which the branch is pushed; undefined where there is none. */
  readonly remote: string | undefined;
}

/** Lists what of the content folder was not sent yet. Refused where git does not keep it. Nothing is changed. */
export function proposeSending(_content: string): Promise<Proposal | Refused> {
  throw new Error("to come");
}

/** What was sent. */
export interface Sent {
  readonly branch: string;
  readonly commit: string;
  readonly files: readonly ChangedFile[];
  /** The remote that has it now; undefined where there is none, or where `problem` says why it has not. The commit is kept. */
  readonly pushedTo: string | undefined;
  readonly problem: string | undefined;
}

export interface Sending {
  readonly message: string;
  /** Who commits, where git knows nobody. */
  readonly author?: { readonly name: string; readonly email: string } | undefined;
}

/**
 * Commits all of the content folder to a branch `desk/…`, and pushes that where there is a remote. Working files, index and current branch stay as they
 * are; no hook of commits runs, and nothing is ever forced. Refused, in words, where there is nothing to send or git cannot commit.
 */
export function send(_content: string, _sending: Sending): Promise<Sent | Refused> {
  throw new Error("to come");
}
