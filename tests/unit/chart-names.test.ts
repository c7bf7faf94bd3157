import { expect, test } from "vitest";
import { drawBars } from "../../templates/charts/bars.ts";
import { startDrawing } from "../../templates/charts/draw.ts";

const draw = await startDrawing();

/** What is printed of a name beside its share, by the class of the letters' size; under "" where it is the same at every size. */
function namesOf(name: string, label = "4 %"): Record<string, string> {
  const { markup } = draw((plot) => drawBars(plot, { kind: "bars", bars: [{ name, value: 1, label }] }));
  const found = [...markup.matchAll(/<g[^>]*?(?: class="(narrow|middle|wide)")?>\s*<text[^>]*>([^<]*)</g)];
  const names = found.map(([, size = "", text = ""]) => [size, text] as const);
  return Object.fromEntries(names.filter(([, text]) => text !== label));
}

test("a short name is printed once and whole", () => {
  expect(namesOf("arXiv")).toEqual({ "": "arXiv" });
});

test("a name is cut only where the page is too narrow for it", () => {
  const coalition = "Coalition for Content Provenance and Authenticity";
  expect(namesOf(coalition)).toEqual({ narrow: coalition, middle: coalition, wide: coalition });
  const ministry = "Bundesministerium für Ernährung, Landwirtschaft und Heimat";
  const { narrow = "", middle, wide } = namesOf(ministry);
  expect(narrow).toMatch(/^Bundesministerium für Ernährung, .+…$/);
  expect([middle, wide]).toEqual([ministry, ministry]);
});

test.each([
  ["letters as wide as high", "中华人民共和国国家市场监督管理总局与国家标准化管理委员会联合发布的人工智能通用标准", 1],
  ["capitals", "THE QUITE EXTRAORDINARILY LONG NAMED NATIONAL ASSOCIATION OF MACHINE MAKERS", 0.6],
  ["Cyrillic letters", "Министерство цифрового развития, связи и массовых коммуникаций Российской Федерации", 0.58],
])("a name of %s is cut before the number, and not long before", (_, name, letter) => {
  const room = { narrow: 340 / 13, middle: 340 / 11, wide: 340 / 9.5 };
  for (const [size, text] of Object.entries(namesOf(name))) {
    const whole = room[size as keyof typeof room];
    expect(text.length * letter, `${size}: ${text}`).toBeLessThan(whole);
    expect(text.length * letter, `${size}: ${text}`).toBeGreaterThan(whole / 2);
  }
});
