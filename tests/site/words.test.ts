import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { categoriesOf } from "../../src/locales/languages.ts";
import { en } from "../../src/locales/en.ts";
import { PROJECT, run } from "../command.ts";
import { listFiles, readFiles } from "../files.ts";
import { FOREIGN, rewrite } from "../pseudo-words.ts";

/**
 * No word that readers see is written anywhere but in the messages: of a German publication that words every message in
 * Greek letters, no Latin word is left but those of its editors, of German dates and of names that are the same everywhere.
 */
const GERMAN = join(PROJECT, "tests/fixtures/german/content");
const NOW = "2026-11-26T08:00:00Z";

/** Names and codes that no language translates. */
const EVERYWHERE = new Set(["AI", "AM", "HTML", "UTC", "Atom", "Feed", "JSON", "Bluesky", "LinkedIn", "Mastodon"]);

/** Attributes whose words are read by people or spoken to them. */
const SPOKEN = ["aria-label", "alt", "title", "placeholder", "aria-description", "label"];

const WORD = /\p{Script=Latin}[\p{Script=Latin}\p{M}]+/gu;

function wordsIn(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** The words of a page that people read or hear. */
function spokenWords(html: string): string[] {
  // An address is one word, wherever it may break.
  const { document } = parseHTML(html.replaceAll("<wbr>", ""));
  for (const element of document.querySelectorAll("script, style, code")) element.remove();
  const attributes = [...document.querySelectorAll("*")].flatMap((element) =>
    SPOKEN.map((name) => element.getAttribute(name) ?? ""),
  );
  const meta = [...document.querySelectorAll("meta[name=description], meta[property^='og:'], meta[name^='twitter:']")]
    .filter((element) => !/url|image$|type|locale|card/.test(element.outerHTML.split("content=")[0] ?? ""))
    .map((element) => element.getAttribute("content") ?? "");
  const texts = [...document.querySelectorAll("*")].flatMap((element) =>
    [...element.childNodes].flatMap((node) => (node.nodeType === 3 ? (node.textContent ?? "") : [])),
  );
  return [...texts, ...attributes, ...meta]
    .map((text) => text.replace(/https?:\/\/\S+|\S+@\S+|\/[\w/-]+/g, ""))
    .flatMap(wordsIn);
}

function germanDates(): string[] {
  const names = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, month + 1)).flatMap((at) =>
    (["long", "short"] as const).flatMap((style) =>
      new Intl.DateTimeFormat("de", { month: style, weekday: style }).formatToParts(at).map(({ value }) => value),
    ),
  );
  return [
    ...names.flatMap(wordsIn),
    "Uhr",
    "und",
    "Europe",
    "Berlin",
    "Deutschland",
    "MEZ",
    "Zeit",
    "Mitteleuropäische",
  ];
}

/** The German publication with paid links, an advertisement and words of its own, at a folder of its own. */
function lay(folder: string): string {
  const content = join(folder, "content");
  cpSync(GERMAN, content, { recursive: true });
  for (const [path, text] of Object.entries(FOREIGN)) writeFileSync(join(content, path), text);
  const language = "de";
  writeFileSync(join(content, "messages.yaml"), stringify(rewrite(en, categoriesOf(language))));
  return content;
}

let folder: string;
let site: string;
let known: Set<string>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "words-"));
  const content = lay(folder);
  site = join(folder, "site");
  const { code, stdout, stderr } = run(["build", "--content", content, "--out", site, "--now", NOW]);
  expect(code, stdout + stderr).toBe(0);
  const written = listFiles(content)
    .filter((path) => /\.(?:md|yaml)$/.test(path) && path !== "messages.yaml")
    .flatMap((path) => wordsIn(readFileSync(join(content, path), "utf8")));
  known = new Set([...written, ...germanDates(), ...EVERYWHERE]);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function strangers(words: readonly string[]): string[] {
  return [...new Set(words.filter((word) => !known.has(word)))];
}

describe("in a publication that words every message itself, no word of the program is left", () => {
  test("in any page", () => {
    const left = readFiles(site, ".html").map(({ path, text }) => [path, strangers(spokenWords(text))] as const);
    expect(left.length).toBeGreaterThan(20);
    expect(left.filter(([, words]) => words.length > 0)).toEqual([]);
  });

  test("in any feed, or in what machines read to people", () => {
    const texts = [...readFiles(site, ".xml"), ...readFiles(site, ".json"), ...readFiles(site, ".webmanifest")]
      .filter(({ path }) => !path.includes("pagefind") && !path.includes("sitemap"))
      .map(({ path, text }) => {
        const values = path.endsWith(".xml")
          ? [...text.matchAll(/<(?:title|subtitle|summary|name)[^>]*>([^<]*)</g)].map(([, value = ""]) => value)
          : [
              ...text.matchAll(
                /"(?:title|description|summary|name|short_name|content_text|text|label)":\s*"((?:[^"\\]|\\.)*)"/g,
              ),
            ].map(([, value = ""]) => value);
        return [path, strangers(values.map((value) => value.replace(/https?:\/\/\S+/g, "")).flatMap(wordsIn))] as const;
      });
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.filter(([, words]) => words.length > 0)).toEqual([]);
  });

  test("in any script", () => {
    const sentences = readFiles(site, ".js")
      .filter(({ path }) => !path.includes("pagefind"))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/(["'`])((?:(?!\1)[^\\\n]|\\.){3,200})\1/g)].flatMap(([, , literal = ""]) =>
          /^[A-Z][a-z]+(?: [A-Za-z]+)+[.:…]?$/.test(literal) ? [`${path}: ${literal}`] : [],
        ),
      );
    expect(sentences).toEqual([]);
  });
});
