import type { Edition } from "../../content/edition.ts";
import type { Ledger } from "../../content/links/ledger.ts";
import type { Messages } from "../../locales/locale.ts";
import { readPlainText } from "../../content/markup/html.ts";
import { labelOfAi } from "../../views/parts/ai.ts";
import type { Fault } from "./promise.ts";
import { unescape } from "./texts.ts";

/** The two parts of a mail by their paths, as they were printed. */
export interface MailParts {
  readonly html: { readonly path: string; readonly content: string };
  readonly text: { readonly path: string; readonly content: string };
}

const LINK = /<(https:[^>\s]*)>/g;
const IN_HTML = /<a href="(https:[^"]*)"/g;

function count(text: string, words: string): number {
  return text.split(words).length - 1;
}

function addressesOf(text: string, link: RegExp, ledger: Ledger): string[] {
  return Array.from(text.matchAll(link), ([, address = ""]) => unescape(address))
    .filter((address) => ledger.programmeOf(address) !== undefined)
    .sort();
}

/** What the plain part does not say of its paid links: each is disclosed before it and marked behind it (US FTC 16 CFR 255; UK CAP 2.1). */
function* faultsOfPaid(text: string, ledger: Ledger, m: Messages): Generator<string> {
  for (const { 0: link, 1: address = "", index } of text.matchAll(LINK)) {
    if (ledger.programmeOf(address) === undefined) continue;
    const disclosed = text.indexOf(m.text.paidLinks);
    if (disclosed < 0 || disclosed > index) yield `no disclosure stands before the paid link to ${address}`;
    if (!text.startsWith(` ${m.text.paidLink}`, index + link.length))
      yield `“${m.text.paidLink}” does not stand behind the link to ${address}`;
  }
}

/** What must stand in both parts of the mail of an edition: titles, labels of AI, and corrections, each as often as it is due. */
function* dueOf(
  { ai, stories, corrections }: Edition,
  m: Messages,
): Generator<readonly [words: string, times: number]> {
  const labels = new Map<string, number>();
  for (const story of stories) {
    yield [story.title, 1];
    const label = labelOfAi(story.ai, m);
    if (label !== undefined) labels.set(label, (labels.get(label) ?? 0) + 1);
    for (const { text } of story.corrections) yield [text, 1];
  }
  for (const { text } of corrections) yield [text, 1];
  yield* labels;
  const levels = new Set([ai, ...stories.map((story) => story.ai)]);
  if (levels.size === 1 && levels.has("human-only")) yield [m.levels.people, 1];
}

/**
 * What is wrong with the parts of a mail, a mistake of a template or a view: `edition` is what is printed in this form. A mail tells of paid
 * links if it holds one, and only then; both parts lead to the same ones, and tell the same of machines and mistakes. `said` are words that
 * must stand in both beside.
 */
export function verifyMail(
  { html, text }: MailParts,
  edition: Edition,
  ledger: Ledger,
  m: Messages,
  said: readonly string[] = [],
): Fault[] {
  const faults: Fault[] = [];
  const paid = { html: addressesOf(html.content, IN_HTML, ledger), text: addressesOf(text.content, LINK, ledger) };
  for (const message of faultsOfPaid(text.content, ledger, m)) faults.push({ path: text.path, message });
  if (paid.html.join("\n") !== paid.text.join("\n"))
    faults.push({ path: text.path, message: "it does not have the paid links of the other part" });
  for (const { path, content } of [html, text]) {
    const words = path === html.path ? readPlainText(content) : content.replace(/\s+/g, " ");
    const isDisclosed =
      path === html.path ? content.includes('class="disclosure"') : content.includes(m.text.paidLinks);
    if (isDisclosed && paid.html.length === 0) faults.push({ path, message: "it tells of paid links, and holds none" });
    for (const [due, times] of [...dueOf(edition, m), ...said.map((own) => [own, 1] as const)])
      if (count(words, due.replace(/\s+/g, " ")) < times) faults.push({ path, message: `“${due}” is not in it` });
    const relative = /(?:href|src)="(?!https:\/\/|mailto:)([^"]*)"/.exec(content)?.[1];
    if (relative !== undefined) faults.push({ path, message: `it leads to “${relative}”, which is no whole address` });
  }
  return faults;
}
