import { readFileSync } from "node:fs";
import { join } from "node:path";
import { definePages, type Given, type Page } from "../../views/page.ts";
import { MARKER, type Output } from "../output/output.ts";
import { PROJECT } from "../project.ts";
import { listPublicFiles } from "../read/publication.ts";

const copy = definePages("copy", {
  view: ({ path, around: { content } }: Given<Pick<Output, "content">, unknown>) => ({ copies: [{ path, content }] }),
});

/** The files that are written as they are: public ones, the look's, and the mark of a build. */
export function listCopies(look: readonly Output[]): Page[] {
  const own = listPublicFiles().map((path) => ({ path, content: readFileSync(join(PROJECT, "public", path)) }));
  return [...own, ...look, MARKER].map(({ path, content }) => copy(path, { content }));
}
