import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ICONS } from "../../content/addresses.ts";
import { definePages, type Given, type Page } from "../../views/page.ts";
import { MARKER, type Output } from "../output/output.ts";
import { PROJECT } from "../project.ts";
import { listPublicFiles } from "../read/publication.ts";

const copy = definePages("copy", {
  view: ({ path, around: { content } }: Given<Pick<Output, "content">, unknown>) => ({ copies: [{ path, content }] }),
});

const ICON_PATHS: ReadonlySet<string> = new Set(Object.values(ICONS));

/** The files that are written as they are: the look's, the project's public ones where the look has no other, and the mark of a build. */
export function listCopies(look: readonly Output[]): Page[] {
  const taken = new Set(look.map(({ path }) => path));
  const hasIcons = taken.has(ICONS.favicon);
  const own = listPublicFiles()
    .filter((path) => !taken.has(path) && !(hasIcons && ICON_PATHS.has(path)))
    .map((path) => ({ path, content: readFileSync(join(PROJECT, "public", path)) }));
  return [...own, ...look, MARKER].map((file) => copy(file.path, laterOf(file)));
}

/** A file's content, read when it is asked for: what a publication has to be copied may be large. */
function laterOf(file: Output): Pick<Output, "content"> {
  return {
    get content() {
      return file.content;
    },
  };
}
