import { cpSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "../files.ts";
import { PUBLICATIONS } from "../fixtures.ts";
import { buildOnce } from "../sites.ts";

/** What the pages of the fixture's site call it. */
export const ORIGIN = "https://lantern.example";

/** Copies a site and gives its main stylesheet other text and so another name, as an edit of the look does. */
function restyle(site: string, folder: string): string {
  cpSync(site, folder, { recursive: true });
  const old = listFiles(folder).find((path) => /^-\/style\.\w+\.css$/.test(path)) ?? "";
  const name = "-/style.0000000000.css";
  renameSync(join(folder, old), join(folder, name));
  writeFileSync(join(folder, name), `${readFileSync(join(folder, name), "utf8")}main{color:#123}`);
  for (const path of listFiles(folder).filter((each) => /\.(?:html|xml|json)$|_headers$/.test(each))) {
    const text = readFileSync(join(folder, path), "utf8");
    if (text.includes(old)) writeFileSync(join(folder, path), text.replaceAll(old, name));
  }
  return folder;
}

/**
 * Two versions of one site: from the first to the second, stories and an edition are added, lists and feeds change, and so does
 * the stylesheet of every page; from the second to the first, they go.
 */
export function makeVersions(folder: string): readonly [string, string] {
  const before = buildOnce({ ...PUBLICATIONS.fixture, now: "2026-03-03T12:00:00Z" }, "--no-cards");
  const after = buildOnce(PUBLICATIONS.fixture, "--no-cards");
  return [before, restyle(after, join(folder, "restyled"))];
}

/** Every file of a site by its path from the root. */
export function readAll(folder: string): Map<string, Buffer> {
  return new Map(listFiles(folder).map((path) => [`/${path}`, readFileSync(join(folder, path))]));
}
