import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/content/problems/diagnostic.ts";
import { scaffoldEdition } from "../../src/content/scaffold.ts";
import type { Site } from "../../src/content/site.ts";
import { openText } from "../../src/pipeline/desk/open-text.ts";
import { bringBackText, publishText, takeBackText, withdrawText } from "../../src/pipeline/desk/publish.ts";
import { changedSinceReview, type Reviewed, signText } from "../../src/pipeline/desk/review.ts";
import { checkArchive } from "../../src/pipeline/read/archive.ts";
import { readArchive } from "../../src/pipeline/read/publication.ts";
import { freshContent, taken } from "./desk-content.ts";

const fresh = freshContent();
const NAME = "editions/2026/03-04-evening/open-model.md";
const EDITION = "editions/2026/03-04-evening/edition.md";
const NOW = Date.parse("2026-03-04T17:00:00Z");
const REVIEW = { by: "robin-example", factChecked: true, now: NOW };
let site: Site;
let diagnostics: readonly Diagnostic[];

async function look(): Promise<void> {
  const archive = await readArchive({ content: fresh.content, now: NOW, preview: true });
  ({ site } = archive);
  diagnostics = checkArchive(archive);
}

beforeEach(async () => {
  const path = join(fresh.content, NAME);
  writeFileSync(path, readFileSync(path, "utf8").replace("topic: models", "ai: ai-assisted\ntopic: models"));
  await look();
});

function text(name = NAME): string {
  return readFileSync(join(fresh.content, name), "utf8");
}

function edit(replace: (text: string) => string, name = NAME): void {
  writeFileSync(join(fresh.content, name), replace(text(name)));
}

function reviewed(name = NAME): Reviewed {
  return { content: fresh.content, site, name, version: taken(openText(fresh.content, name)).version, diagnostics };
}

const since = async (now = text()) => taken(await changedSinceReview(fresh.content, site, NAME, now));

test("a review is recorded of exactly the text that was opened", async () => {
  const missing = () => diagnostics.filter(({ rule }) => /sign-off/.test(rule));
  expect(missing()).toHaveLength(1);
  const own = reviewed();
  expect(await signText(own, { ...REVIEW, factChecked: false })).toHaveProperty("refused");
  expect(await signText(own, { ...REVIEW, by: "nobody" })).toHaveProperty(
    "refused",
    expect.stringContaining("people.yaml"),
  );
  edit((now) => `${now}Changed meanwhile.\n`);
  expect(await signText(own, REVIEW)).toHaveProperty("conflict.text", text());
  expect(await signText(reviewed(), REVIEW)).toHaveProperty("version");
  await look();
  expect(missing()).toEqual([]);
  edit((now) => now.replace("topic: models", "topic: nothing"));
  await look();
  expect(await signText(reviewed(), REVIEW)).toHaveProperty("refused", expect.stringContaining("nothing"));
});

test("what changed since the review is told by its parts, and by its words where git has the text", async () => {
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", fresh.root, "-c", "user.name=K", "-c", "user.email=k@example.org", ...args]);
  expect((await since()).signed).toBeUndefined();
  taken(await signText(reviewed(), REVIEW));
  expect(await since()).toMatchObject({ signed: { by: "robin-example" }, parts: [] });
  const changed = text()
    .replace(/^title: .*$/m, "title: Another headline")
    .replace(/\s*$/, " And one more word.\n");
  expect(await since(changed)).toMatchObject({ parts: ["title", "summary"], words: undefined });
  git("init", "--quiet");
  git("add", "content");
  git("commit", "--quiet", "-m", "Signed");
  edit(() => changed);
  git("commit", "--quiet", "--all", "-m", "Changed");
  const { words } = await since(changed.replace("one more", "two more"));
  expect(words?.map(({ part }) => part)).toEqual(["title", ""]);
  expect(words?.at(-1)?.changes).toEqual([{ from: "web.", to: "web. And two more word." }]);
});

describe("publishing", () => {
  const DRAFT = "# Delete this line when readers may see the story.\ndraft: true\n";

  test("takes the line of the draft out, and nothing else", async () => {
    const before = text();
    edit((now) => now.replace("topic: models", `${DRAFT}topic: models`).replace("ai: ai-assisted\n", ""));
    await look();
    expect(await publishText(reviewed())).toHaveProperty("version");
    expect(text()).toBe(before.replace("ai: ai-assisted\n", ""));
  });

  test("is undone by the line of a draft, and nothing else", async () => {
    const before = text();
    expect(await withdrawText(reviewed())).toHaveProperty("version");
    const lines = text().split("\n");
    expect(lines.filter((line) => !before.split("\n").includes(line))).toEqual(["draft: true"]);
    expect(lines).toHaveLength(before.split("\n").length + 1);
    expect(await withdrawText(reviewed("site.yaml"))).toHaveProperty("refused");
    expect(await withdrawText({ ...reviewed(), version: "x" })).toHaveProperty("conflict");
  });

  test("is refused while errors stand in the story, or of an edition in any text of its folder", async () => {
    edit((now) => now.replace("ai: ai-assisted\n", "draft: true\n").replace("topic: models", "topic: nothing"));
    writeFileSync(join(fresh.content, EDITION), scaffoldEdition(["open-model"]));
    await look();
    const before = [text(), text(EDITION)];
    expect(await publishText(reviewed())).toHaveProperty("refused", expect.stringContaining("while errors stand"));
    expect(await publishText(reviewed(EDITION))).toHaveProperty("refused");
    expect([text(), text(EDITION)]).toEqual(before);
  });
});

describe("a text that is taken back", () => {
  const gone = { at: "2026-03-04T20:00", reason: "The sources took it back: “no”." };
  const isError = ({ severity }: Diagnostic) => severity === "error";

  beforeEach(async () => {
    edit((now) => now.replace("ai: ai-assisted\n", ""));
    await look();
  });

  test.each([NAME, EDITION])(
    "has lines more and all others as they were, and is as before when it is brought back: %s",
    async (name) => {
      if (name === EDITION)
        writeFileSync(join(fresh.content, EDITION), "---\nstories: [open-model] # in order\n---\nA lede.\n");
      const before = text(name);
      taken(await takeBackText(reviewed(name), gone));
      const lines = text(name).split("\n");
      const added = lines.filter((line) => !before.split("\n").includes(line));
      expect(added).toEqual(["gone:", "  at: 2026-03-04T20:00", '  reason: "The sources took it back: “no”."']);
      expect(lines.filter((line) => !added.includes(line)).join("\n")).toBe(before);
      const archive = await readArchive({
        content: fresh.content,
        now: Date.parse("2026-03-05T00:00:00Z"),
        preview: false,
      });
      const identity = name === NAME ? "2026-03-04-evening/open-model" : "2026-03-04-evening";
      expect(archive.site.gone).toMatchObject([
        { identity, gone: { reason: gone.reason } },
        ...(name === NAME ? [] : [{}]),
      ]);
      expect(checkArchive(archive).filter(isError)).toEqual([]);
      taken(await bringBackText(reviewed(name)));
      expect(text(name)).toBe(before);
    },
  );

  test("needs no reason, and is the text that was looked at", async () => {
    expect(await takeBackText({ ...reviewed(), version: "x" }, gone)).toHaveProperty("conflict");
    expect(await takeBackText(reviewed("site.yaml"), gone)).toHaveProperty("refused");
    taken(await takeBackText(reviewed(), { at: gone.at, reason: undefined }));
    expect(text()).toMatch(/^gone:\n {2}at: 2026-03-04T20:00\n---$/m);
  });

  test("is not brought back while errors stand in it", async () => {
    taken(await takeBackText(reviewed(), gone));
    const wrong = {
      severity: "error",
      rule: "x",
      message: "wrong",
      path: `${site.label}/${NAME}`,
      line: 1,
      column: 1,
    } as const;
    const before = text();
    expect(await bringBackText({ ...reviewed(), diagnostics: [wrong] })).toHaveProperty("refused");
    expect(text()).toBe(before);
  });
});
