import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import createParser from "markdown-it";
import { parse } from "yaml";

/**
 * The least that any program would do with a publication, in milliseconds a story: read it, parse its front matter, render its
 * Markdown with the plain parser, write a page of its size in a folder of its own.
 *
 *     node --import tsx tests/bench/floor.ts CONTENT
 */

const [content = "content"] = process.argv.slice(2);
const editions = join(content, "editions");
const paths = readdirSync(editions, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".md") && !path.endsWith("edition.md"))
  .map((path) => join(editions, path));

function measure<T>(name: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  process.stdout.write(`${name}: ${((performance.now() - start) / paths.length).toFixed(3)} ms a story\n`);
  return result;
}

const texts = measure("read", () => paths.map((path) => readFileSync(path, "utf8")));
const split = texts.map((text) => {
  const end = text.indexOf("\n---", 3);
  return { head: text.slice(4, end), body: text.slice(end + 4) };
});
measure("parse front matter (yaml)", () => split.map(({ head }) => parse(head) as unknown));
const markdown = createParser({ typographer: true });
const pages = measure("render Markdown (markdown-it, no rule of ours)", () =>
  split.map(({ body }) => markdown.render(body)),
);
const out = mkdtempSync(join(tmpdir(), "evening-update-floor-"));
measure("write, a folder a page", () => {
  for (const [index, page] of pages.entries()) {
    mkdirSync(join(out, String(index)));
    writeFileSync(join(out, String(index), "index.html"), page);
  }
});
rmSync(out, { recursive: true });
