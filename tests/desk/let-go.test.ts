import { execFileSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { deskFolder } from "../../src/pipeline/desk/desk-folder.ts";
import { listLate } from "../../src/pipeline/desk/late.ts";
import { letGo } from "../../src/pipeline/desk/let-go.ts";
import { openText } from "../../src/pipeline/desk/open-text.ts";
import { saveText } from "../../src/pipeline/desk/save-text.ts";
import { freshContent, taken } from "./desk-content.ts";

const NAME = "editions/2026/03-04-evening/open-model.md";
const DAY = 24 * 60 * 60 * 1000;
const soon = () => Date.now() + 29 * DAY;
const later = () => Date.now() + 31 * DAY;
const fresh = freshContent();

/** What of a text differs from the others, of each that is kept; the newest may come first. */
function kept(what: "copies" | "replaced", desk = deskFolder(fresh.content)): string[] {
  const folder = join(desk, what);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.map((name) => /^---\n# (.*)$/m.exec(readFileSync(join(folder, name), "utf8"))?.[1] ?? "").sort();
}

async function save(mark: string, content = fresh.content): Promise<void> {
  const { text, version } = taken(openText(content, NAME));
  const marked = text.replace(/^---\n(?:# .*\n)?/, `---\n# ${mark}\n`);
  taken(await saveText(content, NAME, marked, version));
  // Two texts of one millisecond have no order.
  await new Promise((resolve) => setTimeout(resolve, 2));
}

function git(...args: string[]): void {
  const who = ["-c", "user.name=K. Example", "-c", "user.email=k@example.org"];
  execFileSync("git", ["-C", fresh.root, ...who, ...args], { stdio: "ignore" });
}

test("what was replaced and what was written goes after 30 days, when the last text stands in the content", async () => {
  await save("one");
  await save("two");
  await letGo(fresh.content, soon());
  expect([kept("copies"), kept("replaced")]).toEqual([
    ["one", "two"],
    ["", "one"],
  ]);
  await letGo(fresh.content, later());
  expect([kept("copies"), kept("replaced")]).toEqual([[], []]);
});

test("the last text of a file that is deleted stays, until it stands elsewhere in the content", async () => {
  await save("one");
  await save("two");
  const moved = join(fresh.root, "moved.md");
  renameSync(join(fresh.content, NAME), moved);
  await letGo(fresh.content, later());
  expect(kept("copies")).toEqual(["two"]);
  renameSync(moved, join(fresh.content, "editions/2026/03-04-evening/renamed.md"));
  await letGo(fresh.content, later());
  expect(kept("copies")).toEqual([]);
});

test("the last text of a file that is deleted stays, until a commit has it", async () => {
  await save("one");
  git("init", "--quiet");
  git("commit", "--quiet", "--allow-empty", "-m", "Nothing");
  const text = readFileSync(join(fresh.content, NAME), "utf8");
  rmSync(join(fresh.content, NAME));
  await letGo(fresh.content, later());
  expect(kept("copies")).toEqual(["one"]);
  writeFileSync(join(fresh.content, NAME), text);
  git("checkout", "--quiet", "-b", "another");
  git("add", "content");
  git("commit", "--quiet", "-m", "The text");
  rmSync(join(fresh.content, NAME));
  await letGo(fresh.content, later());
  expect(kept("copies")).toEqual([]);
});

test("what a program wrote too late stays for as long as nobody has said what becomes of it", async () => {
  const editor = openSync(join(fresh.content, NAME), "r+");
  await save("one");
  writeSync(editor, "---\n# late\n", 0);
  closeSync(editor);
  await letGo(fresh.content, later());
  expect(kept("replaced")).toEqual(["late"]);
  expect(listLate(fresh.content)).toHaveLength(1);
});

test("of content that has another path now, the same holds, and its folder goes with the last text", async () => {
  await save("one");
  const old = deskFolder(fresh.content);
  const elsewhere = join(fresh.root, "elsewhere");
  renameSync(fresh.content, elsewhere);
  const path = join(elsewhere, NAME);
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replace("# one", "# other"));
  await letGo(elsewhere, later());
  expect(kept("copies", old)).toEqual(["one"]);
  writeFileSync(path, text);
  await letGo(elsewhere, soon());
  expect(kept("copies", old)).toEqual(["one"]);
  await letGo(elsewhere, later());
  expect(existsSync(old)).toBe(false);
  expect(existsSync(deskFolder(elsewhere))).toBe(true);
});
