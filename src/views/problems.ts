import { lookPath } from "../content/addresses.ts";
import type { Diagnostic } from "../content/problems/diagnostic.ts";

/** Where every page of the preview fetches what is wrong, so that no page changes with it; no content can have this address. */
export const PROBLEMS = lookPath("problems.html");

/** Where every page of the preview hears of each new making of it; no content can have this address either. */
export const LIVE = lookPath("versions");

/** The server timing under which every response of the preview says which making of it it is. */
export const VERSION = "version";

/** What is wrong with the content right now, as an editor's preview shows it above each page. */
export interface ProblemsView {
  readonly path: string;
  /** Undefined while the preview is being made, and not everything was looked at. */
  readonly problems: readonly Diagnostic[] | undefined;
}

export function viewProblems(problems: readonly Diagnostic[] | undefined): ProblemsView {
  return { path: PROBLEMS, problems };
}
