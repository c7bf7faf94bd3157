import { describe, expect, test } from "vitest";
import { quotationMarksOf } from "../../src/content/typography/quotation-marks.ts";
import { findQuotes } from "../../src/content/typography/quotes.ts";

function set(text: string, language = "en"): string {
  const marks = findQuotes(text, quotationMarksOf(language), language);
  return Array.from({ length: text.length }, (_, at) => marks.get(at) ?? text[at]).join("");
}

describe("an apostrophe is told from a quotation mark", () => {
  test.each([
    // Behind signs and closing marks.
    "C++’s lead, C#’s runtime, Yahoo!’s sale, (sic)’s end, [sic]’s end, 4.5%’s worth, AT&T’s, Inc.’s, 5’s, H₂’s",
    "“Foo”’s end, the “developers’” tools, “Foo’s”",
    "👍’s rise, x²’s root, $100’s worth, foo…’s end, *’s place, _’s",
    "C++’ın, C#’ta, %50’si",
    // For lost letters.
    "Rock ’n’ roll, drum ’n’ bass, fish ’n’ chips, rock’n’roll, rock-’n’-roll, Guns N’ Roses, ol’ man, mid-’90s, ’80s-style",
    "’Tis the season, ’twas so, get ’em, ’til dawn, ’cause it is, ’nuff said, ’bout time",
    "the class of ’26, ’24 elections, the ’90s, (’26), “’Tis so”, Q1’26, FY’26’s, summer of ’68.",
    "In ’26 the ‘best’ model, in ’26 the developers’ tools",
    // Elsewhere in and behind words.
    "It’s developers’ tools, James’ own, O’Reilly’s, don’t, y’all’d’ve, 1’000’000",
    "‘It’s ‘fine’,’ they said",
  ])("%s", (expected) => {
    expect(set(expected.replace(/[‘’]/g, "'").replace(/[“”]/g, '"'))).toBe(expected);
  });

  test.each([
    ["nl", "‘s avonds".replace("‘", "’") + ", ’t is, zo’n, ’n man"],
    ["de", "Wie geht’s, ’ne Sache, ’raus damit, Grimm’sche"],
    ["af", "dit is ’n man"],
    ["fr", "l’IA d’OpenAI, aujourd’hui"],
    ["it", "l’IA, un po’ di, gli anni ’60"],
  ])("in %s: %s", (language, expected) => {
    expect(set(expected.replaceAll("’", "'"), language)).toBe(expected);
  });
});

describe("quotation marks face their quotation", () => {
  test.each([
    "‘Round two.’ ‘Cause and effect’ and ‘24 hours’, ‘404’ are “titles”.",
    "the variable ‘n’ is set, where ‘n’ of them",
    "“It’s ‘fine’,” she said. ‘Round two.’",
    "(“Hi”) [“Hi”] “—” —“Hi”— “…” ‘Hi’/‘Ho’ “Hi”/“Ho” and/or “Hi”",
    "said:‘no’, said:“no”, a=“b”, a=‘b’",
    "“But I—” she said; “no”—“yes”; “foo —“bar” baz”",
    "“He said ‘no’” and ‘he said “no”’ and “‘no’ is no”",
    '“Llama 3” and “GPT-4”, “a 27" monitor” of 5’10" and 27"',
    "‘The developers’ tools’ and ‘the plans’",
    "“OpenAI”nin, “Foo”s, ‘end.’",
  ])("%s", (expected) => {
    expect(set(expected.replace(/[‘’]/g, "'").replace(/[“”]/g, '"'))).toBe(expected);
  });

  test.each([
    ["对“本地优先”体验的需求，以及‘终端原生’的体验。", "en"],
    ["日本語の“生成AI”技術、“AI”と‘IA’も。", "en"],
    ["他说：“你好。”然后“OpenAI”的人走了；OpenAI’s模型", "zh"],
    ["그는 “생성 AI”는 ‘갤럭시’가 “안녕”이라고", "ko"],
    ["เขาพูดว่า“สวัสดี”ครับ", "th"],
    ["“你好，”他说，“再见。”开发者’s工具", "zh"],
    ["قال “مرحبا” و“شكرا” بال“شبكة”", "xx"],
    ["គាត់និយាយ“សួស្តី”ហើយ", "km"],
  ])("between letters that nothing parts: %s", (expected, language) => {
    expect(set(expected.replace(/[‘’]/g, "'").replace(/[“”]/g, '"'), language)).toBe(expected);
  });

  test.each([
    ["日本語の\"生成'AI'技術\"", "ja", "日本語の「生成『AI』技術」"],
    ["l'\"IA\" et 'non'", "fr", "l’«\u202FIA\u202F» et «\u202Fnon\u202F»"],
    ["'Hans' Buch,' sagte er. \"Nein\"", "de", "‚Hans’ Buch,‘ sagte er. „Nein“"],
    ['אמר "צה"ל" היום', "he", 'אמר ”צה"ל” היום'],
  ])("%s in %s", (text, language, expected) => {
    expect(set(text, language)).toBe(expected);
  });

  test.each(['a " b', "a ' b", '"', "'", '""', '"unended', "'unended", '5" and 6"', 'ב"כ', '" a "', 'x"y'])(
    "or stay straight where they might not: %s",
    (text) => {
      expect(set(text)).toBe(text);
    },
  );
});

test.each(["\"'", "'", '"', "a'", "'a", '"a', "a\" 'b "])("20,000 times %s are read at once", (sign) => {
  expect(set(sign.repeat(20_000))).toHaveLength(sign.length * 20_000);
});
