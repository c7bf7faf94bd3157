import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browser, example, openExample } from "./example.ts";
import { walkByKeyboard } from "./keyboard.ts";
import { PAGE_TYPES, screen, visit, type Visit, WIDTHS } from "./visits.ts";

openExample();

describe.each(WIDTHS)("the keyboard, at %i pixels", (width) => {
  let reader: Visit;

  beforeAll(async () => {
    reader = await visit(browser, example.url, screen(width, { javaScriptEnabled: false }));
  });

  afterAll(() => reader.page.context().close());

  test.each(Object.entries(PAGE_TYPES))(
    "goes through the %s in the order of its text, and is seen where it is",
    async (_, path) => {
      expect(await walkByKeyboard(reader.page, example.url + path)).toEqual([]);
    },
  );
});

test("the focus is seen all through an edition, in colours that the reader’s system forces on the page", async () => {
  const { page } = await visit(browser, example.url, screen(320, { forcedColors: "active", bypassCSP: true }));
  expect(await walkByKeyboard(page, example.url + PAGE_TYPES.edition)).toEqual([]);
  await page.context().close();
});
