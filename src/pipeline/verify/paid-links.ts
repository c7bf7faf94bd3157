import type { Ledger } from "../../content/links/ledger.ts";
import { paidMark } from "../../content/links/paid-mark.ts";
import type { Messages } from "../../locales/locale.ts";
import { unescape } from "./texts.ts";
import type { Fault, Written } from "./promise.ts";

const LINK = /<a href="(https:[^"]*)"([^>]*)>(.*?)<\/a>/gs;
const DISCLOSURE = 'class="disclosure"';

function problemOf(text: string, ledger: Ledger, m: Messages): string | undefined {
  for (const { 0: link, 1: escaped = "", 2: attributes = "", index } of text.matchAll(LINK)) {
    const address = unescape(escaped);
    if (ledger.programmeOf(address) === undefined) continue;
    const disclosed = text.indexOf(DISCLOSURE);
    if (disclosed < 0 || disclosed > index) return `no disclosure stands before the paid link to ${address}`;
    if (!/\brel="sponsored nofollow"/.test(attributes))
      return `the paid link to ${address} lacks rel="sponsored nofollow"`;
    if (!text.startsWith(paidMark(m), index + link.length))
      return `“${m.text.paidLink}” does not stand behind the link to ${address}`;
  }
  return undefined;
}

/** Every paid link is disclosed before it, marked behind it in the publication's own words and told to search engines (US FTC 16 CFR 255; UK CAP 2.1). */
export function verifyPaidLinks({ texts }: Written, ledger: Ledger, m: Messages): Fault[] {
  return [...texts].flatMap(([path, own]) =>
    own.flatMap((text) => {
      // Most texts name no programme's host at all, which is quickly seen.
      const message = ledger.isNamedIn(text) ? problemOf(text, ledger, m) : undefined;
      return message === undefined ? [] : [{ path, message }];
    }),
  );
}
