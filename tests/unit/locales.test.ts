import { describe, expect, test } from "vitest";
import { ar } from "../../src/locales/ar.ts";
import { compileMessages, namesIn } from "../../src/locales/compile.ts";
import { de } from "../../src/locales/de.ts";
import { en } from "../../src/locales/en.ts";
import { es } from "../../src/locales/es.ts";
import { fr } from "../../src/locales/fr.ts";
import { categoriesOf, listComplete } from "../../src/locales/languages.ts";
import type { AnyLocale } from "../../src/locales/locale.ts";
import { messagesOf } from "../../src/locales/messages.ts";
import { zh } from "../../src/locales/zh.ts";

const LOCALES: Readonly<Record<string, AnyLocale>> = { ar, de, en, es, fr, zh };

type Text = string | Readonly<Record<string, string>>;

function* listTexts(locale: AnyLocale): Generator<[name: string, text: Text]> {
  for (const [group, texts] of Object.entries(locale) as [string, Record<string, Text>][])
    for (const [name, text] of Object.entries(texts)) yield [`${group}.${name}`, text];
}

const ENGLISH = new Map(listTexts(en));

test("every complete language is tried here", () => {
  expect(Object.keys(LOCALES).sort()).toEqual([...listComplete()].sort());
});

describe.each(Object.entries(LOCALES))("in %s", (language, locale) => {
  test("every message is there in the order of English", () => {
    expect([...listTexts(locale)].map(([name]) => name)).toEqual([...ENGLISH.keys()]);
  });

  test("every message that counts has a form for each plural category that CLDR has", () => {
    const categories = [...categoriesOf(language)].sort();
    for (const [name, text] of listTexts(locale))
      if (typeof text !== "string") expect(Object.keys(text).sort(), name).toEqual(categories);
  });

  test("every message says the values of the English one; a number may be said in a word", () => {
    for (const [name, text] of listTexts(locale)) {
      const wanted = namesIn(ENGLISH.get(name) ?? "").filter((value) => value !== "count");
      for (const form of typeof text === "string" ? [text] : Object.values(text))
        expect(
          namesIn(form)
            .filter((value) => value !== "count")
            .sort(),
          name,
        ).toEqual([...wanted].sort());
      if (namesIn(ENGLISH.get(name) ?? "").includes("count")) expect(namesIn(text), name).toContain("count");
    }
  });

  test("no message has braces or spaces that were forgotten", () => {
    for (const [name, text] of listTexts(locale))
      for (const form of typeof text === "string" ? [text] : Object.values(text)) {
        expect(form.replace(/\{\w+\}/g, "x"), name).not.toMatch(/[{}]|^ | $| {2}/);
        expect(form.trim(), name).not.toBe("");
      }
  });
});

describe("a message", () => {
  const say = (language: string, count: number) => messagesOf({ language, messages: {} }).text.stories({ count });

  test.each([
    ["en", ["0 stories", "1 story", "2 stories", "1,200 stories"], [0, 1, 2, 1200]],
    ["de-AT", ["0 Meldungen", "1 Meldung", "12 Meldungen"], [0, 1, 12]],
    ["de", ["1.200 Meldungen"], [1200]],
  ])("counts in %s", (language, said, counts) => {
    expect(counts.map((count) => say(language, count))).toEqual(said);
  });

  test("counts in Arabic in six forms", () => {
    const said = [0, 1, 2, 3, 11, 100, 103].map((count) => say("ar", count));
    expect(said).toEqual(["لا أخبار", "خبر واحد", "خبران", "3 أخبار", "11 خبرًا", "100 خبر", "103 أخبار"]);
  });

  test("says values as they are given, and in pieces where they are more than text", () => {
    const { edition, text } = messagesOf({ language: "en", messages: {} });
    expect(text.byline({ names: "A {B}" })).toBe("By A {B}");
    const value = { markup: "<a>" };
    expect(edition.nextIsOut.pieces({ edition: value })).toEqual(["The next edition is out: ", value, ""]);
  });

  test("is the publication's own where that words it, and the program's else", () => {
    const messages = { text: { byline: "Words: {names}", stories: { one: "one", other: "{count} bits" } } };
    const { text } = messagesOf({ language: "en", messages });
    expect([text.byline({ names: "A" }), text.stories({ count: 1 }), text.stories({ count: 2 })]).toEqual([
      "Words: A",
      "one",
      "2 bits",
    ]);
    expect(text.feed).toBe("Feed");
  });

  test("is English in a language that is not complete, its numbers too", () => {
    expect(say("pt-BR", 1200)).toBe("1,200 stories");
  });

  test("is found whichever way the tag is written", () => {
    expect(say("DE", 1)).toBe("1 Meldung");
    expect(compileMessages(de, "de").text.stories({ count: 1 })).toBe("1 Meldung");
  });
});
