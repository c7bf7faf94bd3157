import type { Messages } from "../../locales/locale.ts";
import { escapeHtml } from "../words/escape-html.ts";

/** What stands behind every paid link, as the UK's advertising code asks: known before clicking (CAP 2.1). */
export function paidMark(m: Messages): string {
  return ` <span class="paid">${escapeHtml(m.text.paidLink)}</span>`;
}
