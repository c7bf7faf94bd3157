import { FILES } from "../../content/addresses.ts";
import { listLasting } from "../../content/links/lasting-addresses.ts";
import type { EditionOutline } from "../../content/outline.ts";
import type { OverviewSite } from "../../content/site.ts";
import { defineWhole, type Page } from "../page.ts";
import type { TextFile } from "./text-file.ts";

const addressFile = defineWhole<TextFile>("textFiles");

/** The file by which a later build knows the addresses that readers have; a preview has no readers. */
export function listAddressFile(site: OverviewSite, editions: readonly EditionOutline[]): Page[] {
  if (site.preview) return [];
  const addresses = listLasting({ ...site, editions });
  return [addressFile({ path: FILES.addresses, text: addresses.map((address) => `${address}\n`).join("") })];
}
