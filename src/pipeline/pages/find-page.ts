import { fileAt } from "../../content/addresses.ts";
import type { Page } from "../../views/page.ts";
import type { Shell } from "../../views/shell.ts";
import type { Output } from "../output/output.ts";
import type { Archive } from "../read/archive.ts";
import { listEditions, listOutlines, listTextPages, listWithoutTexts, overviewOf } from "./list-pages.ts";

/** Finds the page for which a file of the site is made, by the file's path. */
export type PageFinder = (file: string) => Page | undefined;

/** Makes the function that finds one page among all of a site without search index, before any of them is made. */
export function createPageFinder(archive: Archive, shell: Shell, look: readonly Output[]): PageFinder {
  let others: ReadonlyMap<string, Page> | undefined;
  const listOthers = (): ReadonlyMap<string, Page> => {
    const outlines = listOutlines(archive);
    const overview = overviewOf(archive, outlines, { setting: archive.setting, shell });
    const pages = [...listTextPages(archive, outlines, look), ...listWithoutTexts(overview)];
    return new Map(pages.map((page) => [fileAt(page.path), page]));
  };
  return (file) => {
    // All files of an edition stand below its own page.
    const edition = archive.visible.find(({ placed }) => file.startsWith(placed.path));
    if (!edition) return (others ??= listOthers()).get(file);
    const [page] = listEditions(archive, (other) => other === edition);
    return page;
  };
}
