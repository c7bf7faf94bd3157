import { expect, test } from "vitest";
import { countWords } from "../../src/content/markdown/count-words.ts";

test.each([
  ["one two three", 3],
  ["it’s 3.5 kB, well-known", 4],
  ["so\u00ADfar, word\u2060joined", 2],
  ["通义千问", 2],
  ["Qwen 通义", 2],
  ["データ", 2],
  ["인공 지능", 2],
  ["कृत्रिम बुद्धिमत्ता के नए मॉडल", 5],
  ["কৃত্রিম বুদ্ধিমত্তার নতুন মডেল", 4],
  ["செயற்கை நுண்ணறிவின் புதிய மாதிரி", 4],
  ["الذَّكَاءُ الاِصْطِنَاعِيُّ", 2],
  ["می‌خواهم بروم", 2],
  ["בִּינָה מְלָאכוּתִית, צה״ל", 3],
  ["Trí tuệ nhân tạo tiếng Việt", 6],
  ["col·lecció", 1],
  ["ปัญญาประดิษฐ์ ในประเทศไทย", 4],
  ["ຂ່າວ\u200Bໃໝ່", 2],
  ["ព័ត៌មាន\u200Bថ្មី", 2],
  ["", 0],
  ["\u0301 \u093E", 0],
])("“%s” has %i words, in NFC and NFD alike", (text, words) => {
  for (const form of ["NFC", "NFD"]) expect(countWords(text.normalize(form))).toBe(words);
});
