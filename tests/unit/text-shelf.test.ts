import { expect, test } from "vitest";
import type { KeptTexts } from "../../src/pipeline/pages/page-record.ts";
import { createTextShelf } from "../../src/pipeline/pages/text-shelf.ts";
import type { EditionText } from "../../src/pipeline/read/edition-text.ts";
import { defineWhole, type Loaded, type Page } from "../../src/views/page.ts";

const EDITIONS = ["one", "two", "three"];
const { kind } = defineWhole<{ path: string }>("any")({ path: "/" });

/** A page with an excerpt of each edition that is as long as its text. */
const PAGE: Page = {
  kind: { ...kind, excerpt: { name: "long", of: (loaded) => loaded, isKept: "if-known", isTakenOnce: true } },
  path: "/page/",
  around: {},
  texts: EDITIONS.map((edition) => ({ edition })),
};

/** Takes the page's texts from a shelf, of which those of `changed` have another key, and tells which were read. */
function take(last: KeptTexts | undefined, isKnown: boolean, changed: readonly string[] = []) {
  const read: string[] = [];
  const shelf = createTextShelf((edition) => {
    const key = changed.includes(edition) ? "new" : "old";
    const load = () => {
      read.push(edition);
      return `${key} ${edition}` as unknown as Loaded;
    };
    return { key: () => key, load } as EditionText;
  });
  shelf.want([PAGE]);
  const { texts, kept } = shelf.take(PAGE, {
    recall: () => (isKnown ? {} : undefined),
    recallTexts: () => last,
  });
  return { read: [...new Set(read)], texts, kept, left: shelf.excerpts.size };
}

test("long excerpts are not kept of a page that no build made before, and one changed text then has only itself read", () => {
  expect(take(undefined, false)).toEqual({
    read: EDITIONS,
    texts: ["old one", "old two", "old three"],
    kept: undefined,
    left: 0,
  });
  const first = take(undefined, true, ["two"]);
  expect(first).toMatchObject({ read: EDITIONS, texts: ["old one", "new two", "old three"], left: 0 });
  const second = take(first.kept, true, ["two", "three"]);
  expect(second).toMatchObject({ read: ["three"], texts: ["old one", "new two", "new three"], left: 0 });
});
