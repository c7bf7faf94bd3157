import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { messagesOf } from "../../src/locales/messages.ts";
import { countGraphemes, type Post, type Room, viewPost, writePost } from "../../src/views/announce/post.ts";
import { LANGUAGES, PUBLICATIONS } from "../fixtures.ts";
import { openArchive } from "./deps.ts";

const ROOMS: readonly Room[] = [300, 500].map((most) => ({ most, measure: countGraphemes }));

describe.each(Object.entries({ ...PUBLICATIONS, ...LANGUAGES }))(
  "a post of each edition of %s",
  (name, publication) => {
    test("has its headline, its address whole, and every label that it needs", async () => {
      const archive = await openArchive(publication);
      const labels = new Set<string>();
      for (const text of archive.visible) {
        const { site, edition } = text.load();
        const m = messagesOf(site.publication);
        const post = viewPost({ site, edition });
        const texts = [edition, ...edition.stories];
        for (const room of ROOMS) {
          const written = writePost(post, room) ?? "";
          expect(countGraphemes(written)).toBeLessThanOrEqual(room.most);
          expect(written).toContain(post.title);
          expect(written.endsWith(`\n\n${site.publication.url}${edition.path}`)).toBe(true);
          const pays = texts.some(({ programmes }) => programmes.length > 0);
          expect(written.includes(m.label.paidLinks), `${edition.identity} ${written}`).toBe(pays);
          const generated = texts.filter(({ ai }) => ai === "ai-autonomous").length;
          const level =
            generated > 0
              ? generated === texts.length
                ? m.label.generated
                : m.label.partlyGenerated
              : texts.some(({ ai }) => ai === "ai-assisted") &&
                (texts.every(({ ai }) => ai === "ai-assisted") ? m.levels.assisted : m.ai.partlyAssisted);
          if (level !== false) expect(written).toContain(level);
        }
        for (const label of post.labels) labels.add(label);
      }
      expect(archive.visible.length).toBeGreaterThanOrEqual(name === "example" ? 8 : 1);
      // Without any label the test would say little of these two.
      if (name === "example" || name === "fixture") expect(labels.size).toBeGreaterThan(0);
    });
  },
);

describe("where there is little room", () => {
  const post: Post = {
    title: "A headline of some words",
    description: "What it is about, in more words than there may be room for.",
    labels: ["Partly AI-generated", "Contains paid links"],
    url: "https://update.example/2026/03/04/evening/",
    language: "en",
  };
  const write = (most: number) => writePost(post, { most, measure: countGraphemes });
  const least = `[Partly AI-generated · Contains paid links]\n\n${post.url}`;

  test("the description is shortened, then the headline, and never a label or the address", () => {
    expect(write(500)).toBe(
      `${post.title}\n\n[Partly AI-generated · Contains paid links] ${post.description}\n\n${post.url}`,
    );
    expect(write(150)).toBe(
      `${post.title}\n\n[Partly AI-generated · Contains paid links] What it is about, in more words…\n\n${post.url}`,
    );
    expect(write(115)).toBe(`${post.title}\n\n${least}`);
    expect(write(105)).toBe(`A headline of…\n\n${least}`);
    expect(write(least.length)).toBe(least);
    expect(write(least.length - 1)).toBeUndefined();
  });

  test("no letter is cut in two, whatever is told", () => {
    const words = fc.string({ unit: "grapheme", maxLength: 400 });
    fc.assert(
      fc.property(words, words, fc.integer({ min: least.length, max: 500 }), (title, description, most) => {
        const written = writePost({ ...post, title, description }, { most, measure: countGraphemes }) ?? "";
        expect(written).not.toMatch(/\p{Cs}/u);
        expect(countGraphemes(written)).toBeLessThanOrEqual(most);
        expect(written.endsWith(post.url)).toBe(true);
        for (const label of post.labels) expect(written).toContain(label);
      }),
    );
  });
});
