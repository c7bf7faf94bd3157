import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { FILES } from "../../content/addresses.ts";
import { digestOf } from "../digest.ts";
import { readHeaders } from "./headers.ts";
import { DeployError, type SiteFile } from "./store.ts";

/** The files of a built site; with `keepsHeaders`, a file that is to have other headers counts as another. */
export function readSite(folder: string, keepsHeaders: boolean): SiteFile[] {
  const headersOf = readHeaders(readFileSync(join(folder, FILES.headers), "utf8"));
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => {
      const from = join(entry.parentPath, entry.name);
      if (!entry.isFile()) throw new DeployError(`${from} is no plain file, so no build made it; run “npm run build”`);
      const path = from.slice(folder.length).split(sep).join("/");
      const bytes = readFileSync(from);
      const headers = headersOf(path);
      const digest = digestOf(bytes, ...(keepsHeaders ? [JSON.stringify(headers)] : []));
      return { path, from, size: bytes.length, digest, headers };
    });
}
