import type { Account } from "../assemble/account.ts";
import type { Assembled } from "../assemble/assemble.ts";
import { spellOut } from "../../../src/content/words/invisible.ts";
import type { Plan } from "./plan.ts";

const MOST_WORDS = 40;

/** A text in a line of the report, in which none of its signs means anything. */
function show(text: string): string {
  return spellOut(text.replace(/\s+/g, " ").trim()).replace(/[\\`*_[\]<>|]/g, "\\$&");
}

function percent(kept: number, words: number): string {
  return words === 0 ? "–" : `${(Math.floor((kept / words) * 1000) / 10).toFixed(1)} %`;
}

function nameOf({ title, origin }: Account): string {
  return title === "" ? `(no title, ${origin})` : title;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

function summary({ accounts, files }: Assembled, name: string): string[] {
  const words = accounts.reduce((sum, account) => sum + account.words, 0);
  const lost = accounts.reduce((sum, account) => sum + account.lost.length, 0);
  const paths = [...files.keys()];
  const editions = paths.filter((path) => path.endsWith("/edition.md")).length;
  const pages = paths.filter((path) => path.startsWith("pages/")).length;
  const stories = paths.filter((path) => path.endsWith(".md")).length - editions - pages;
  const rules = accounts.flatMap((account) => account.rules);
  const html = rules.filter((rule) => rule === "raw-html").length;
  return [
    `From ${show(name)}: ${count(accounts.length, "text")} became ${count(editions, "edition")}, ${count(stories, "story", "stories")} and ${count(pages, "page")}.`,
    `Of ${count(words, "word")}, ${percent(words - lost, words)} are kept. Raw HTML left: ${html}.`,
  ];
}

const NEXT = (folder: string): string[] => [
  `1. \`npm run check -- --content ${folder}\` says what each text lacks: a story that linked nowhere has no source, for one.`,
  "2. Read site.yaml (name, url, zone, slots, publisher), and write who is responsible.",
  "3. Name publishers and topics as readers know them: publishers.yaml and topics.yaml have what the archive called them.",
  "4. Go through the losses below, the pictures first: add a file to the edition's folder and show it where its description stands.",
  "5. Everything is a draft. Delete the line `draft: true` of an edition and its stories when they may be read.",
];

function table(accounts: readonly Account[]): string[] {
  const rows = accounts.map((account) => {
    const { words, lost, furniture, address } = account;
    const dropped = furniture.length === 0 ? "" : String(furniture.length);
    return `| ${show(nameOf(account))} | ${show(address ?? "")} | ${words} | ${words - lost.length} | ${percent(words - lost.length, words)} | ${dropped} |`;
  });
  return ["| text | old address | words | kept | % | furniture |", "|---|---|---:|---:|---:|---:|", ...rows];
}

function lossesOf(account: Account): string[] {
  const { losses, furniture, lost, files, address, origin } = account;
  const lines = [
    ...losses.map(({ what, where }) => `- ${show(what)}${where === "" ? "" : ` (in ${where})`}`),
    ...furniture.map((said) => `- furniture: “${show(said)}”`),
    ...(lost.length === 0
      ? []
      : [
          `- words that are not there again: ${show(lost.slice(0, MOST_WORDS).join(" "))}${lost.length > MOST_WORDS ? ` … (${lost.length})` : ""}`,
        ]),
  ];
  if (lines.length === 0) return [];
  const now = files.length === 0 ? "not written" : files.join(", ");
  return [`### ${show(nameOf(account))}`, "", `${show(address ?? origin)} → ${now}`, "", ...lines, ""];
}

/** The report of an import: what came along, what did not, by text, and what an editor does next. */
export function writeReport(name: string, folder: string, assembled: Assembled, plan: Plan): string {
  const { accounts, left, settings } = assembled;
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`## ${title}`, "", ...lines, ""];
  const byHand = [...plan.byHand].flatMap(([path, lines]) => [
    `Add to ${path}:`,
    "",
    "```yaml",
    lines.trimEnd(),
    "```",
    "",
  ]);
  return [
    "# Import report",
    "",
    ...summary(assembled, name),
    "",
    ...section("What to do next", NEXT(folder)),
    ...section(
      "To be looked at",
      settings.doubts.map((doubt) => `- ${show(doubt)}`),
    ),
    ...section(
      "Files that were there already and stay as they are",
      plan.kept.map((path) => `- ${path}`),
    ),
    ...section(
      "Vocabularies with new terms at their end",
      [...plan.extend.keys()].map((path) => `- ${path}`),
    ),
    ...section("Terms to be added by hand", byHand),
    ...section(
      "Not taken",
      left.map((what) => `- ${show(what)}`),
    ),
    ...section("Words", table(accounts)),
    ...section("Losses, by text", accounts.flatMap(lossesOf)),
  ].join("\n");
}
