import type { Ledger } from "../content/ledger.ts";
import { PAID_MARK } from "../content/paid-mark.ts";

/** A written page or feed has a paid link that is not disclosed: a mistake of a template, never of the content. */
export class UndisclosedLink extends Error {}

const LINK = /<a href="(https:[^"]*)"([^>]*)>(.*?)<\/a>/gs;
const DISCLOSURE = 'class="disclosure"';
const ENTITIES: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };

function unescape(text: string): string {
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** The texts of a file that a reader may see apart from one another: a page is one, a feed has one in each entry. */
function textsOf(path: string, written: string): string[] {
  if (path.endsWith(".html")) return [written];
  if (path.endsWith(".xml")) return written.split("<entry>").map(unescape);
  if (!path.endsWith("feed.json")) return [];
  const { items } = JSON.parse(written) as { items: { content_html: string }[] };
  return items.map(({ content_html }) => content_html);
}

function problemOf(text: string, ledger: Ledger): string | undefined {
  for (const { 0: link, 1: escaped = "", 2: attributes = "", index } of text.matchAll(LINK)) {
    const address = unescape(escaped);
    if (ledger.programmeOf(address) === undefined) continue;
    const disclosed = text.indexOf(DISCLOSURE);
    if (disclosed < 0 || disclosed > index) return `no disclosure stands before the paid link to ${address}`;
    if (!/\brel="sponsored nofollow"/.test(attributes))
      return `the paid link to ${address} lacks rel="sponsored nofollow"`;
    if (!text.startsWith(PAID_MARK, index + link.length))
      return `“(paid link)” does not stand behind the link to ${address}`;
  }
  return undefined;
}

/**
 * Looks at a file before the site that holds it is put in place and throws an UndisclosedLink where a paid link is not disclosed, marked
 * and told to search engines (US FTC 16 CFR 255; UK CAP 2.1). Every output passes here, whatever template made it.
 */
export function verifyPaidLinks(path: string, written: string, ledger: Ledger): void {
  // Most files name no programme's host at all, which is quickly seen.
  if (!ledger.isNamedIn(written)) return;
  for (const text of textsOf(path, written)) {
    const problem = problemOf(text, ledger);
    if (problem !== undefined) throw new UndisclosedLink(`${path}: ${problem}`);
  }
}
