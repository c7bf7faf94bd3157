import { fileAt, PAGES, readPath } from "../../content/addresses.ts";
import { type Diagnostic, diagnose, START } from "../../content/problems/diagnostic.ts";
import { isRefusal, type Purpose, rootOf } from "../print/made-for.ts";
import { describeError } from "../describe-error.ts";
import { type Labelled, sourceOf } from "../verify/budget.ts";

/** The file of the content folder for which a file of the site is made, as far as that is one. */
function sourceOfFile(file: string, site: Labelled): string {
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  const source = sourceOf(readPath(file).type === "other" ? folder : file, site);
  if (source !== folder) return source;
  const vocabulary = [PAGES.topics, PAGES.publishers].find((path) => folder.startsWith(path));
  return vocabulary === undefined ? site.label : `${site.label}/${vocabulary.slice(1, -1)}.yaml`;
}

/**
 * What to tell of a page that could not be made, whatever failed: the content file that it was made for, and how to find out more.
 * Throws what the operating system refused, for which no page is to blame.
 */
export function describeNotMade(error: unknown, path: string, site: Labelled): Diagnostic {
  const cause = rootOf(error);
  if (isRefusal(cause)) throw cause;
  const { madeFor, madeFrom } = { ...(error as Purpose), ...(cause as Purpose) };
  const file = madeFor ?? fileAt(path);
  return diagnose(madeFrom === undefined ? sourceOfFile(file, site) : `${site.label}/${madeFrom}`, START, {
    rule: "not-made",
    message: `${madeFrom === undefined ? file : `a copy of this picture for ${path}`} could not be made: ${describeError(cause)}`,
    hint: "tell whoever keeps the program (TRACE=1 before the command says where); change what is unusual here meanwhile",
  });
}
