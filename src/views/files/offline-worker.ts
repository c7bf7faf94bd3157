import { FILES, LOOK, PAGES } from "../../content/addresses.ts";
import type { EditionOutline } from "../../content/outline.ts";
import type { OverviewSite } from "../../content/site.ts";
import { escapeHtml } from "../../content/words/escape-html.ts";
import { isComplete, tagOfWords } from "../../locales/languages.ts";
import { textsOf } from "../../locales/messages.ts";
import type { Shell } from "../shell.ts";
import type { OfflineSite } from "./offline-site.ts";
import type { TextFile } from "./text-file.ts";

/**
 * The service worker by which pages that were opened, and the last edition, can be read without a network. Where a site has
 * none, and in the preview, the file is there as well, since only that rids browsers of one that they have.
 */
export function viewOfflineWorker(site: OverviewSite, editions: readonly EditionOutline[], shell: Shell): TextFile {
  const { publication } = site;
  const { base, language } = publication;
  const { worker, isKept } = shell.assets;
  if (!isKept) return { path: FILES.offline, text: `${worker}\n` };
  const latest = editions.findLast(({ status }) => status === "published");
  const { copy, instead } = textsOf(publication, "offline");
  const tag = tagOfWords(language);
  const told: OfflineSite = {
    look: base + LOOK,
    pages: [PAGES.home, ...(latest ? [latest.path] : [])].map((path) => base + path),
    language: tag,
    attributes: isComplete(language) ? "" : ` lang="${tag}" dir="ltr"`,
    copy: escapeHtml(copy),
    instead: escapeHtml(instead),
  };
  return { path: FILES.offline, text: `const SITE=${JSON.stringify(told)};\n${worker}\n` };
}
