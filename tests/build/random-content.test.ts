import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isError } from "../../src/content/problems/diagnostic.ts";
import { labelOf } from "../../src/pipeline/read/label.ts";
import { run } from "../command.ts";
import { layMistakes } from "../fixtures.ts";
import { encodePicture, type RandomContent, randomContent } from "../fuzz/random-content.ts";
import { LONG } from "../fuzz/runs.ts";
import { readWhole } from "../publication.ts";

const NOW = "2026-03-05T00:00:00Z";
const TEN_MINUTES = 600_000;

let work = "";

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), "evening-update-random-"));
});

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

async function lay(content: string, { texts, pictures }: RandomContent): Promise<void> {
  rmSync(content, { recursive: true, force: true });
  layMistakes(content);
  rmSync(join(content, "editions/2026/03-04-evening/open-model.md"));
  const write = (path: string, bytes: string | Uint8Array) => {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), bytes);
  };
  for (const [path, text] of Object.entries(texts)) write(path, text);
  for (const [path, picture] of Object.entries(pictures)) {
    const bytes = await encodePicture(picture);
    if (bytes) write(path, bytes);
  }
}

/** Takes away what the check finds an error in, a line of a vocabulary or a file, until it finds none; returns how many stories are left. */
async function tidy(content: string): Promise<number> {
  const label = `${labelOf(content)}/`;
  for (;;) {
    const { site, diagnostics } = await readWhole(content, Date.parse(NOW));
    const wrong = diagnostics.filter(isError);
    if (wrong.length === 0) return site.editions.reduce((sum, { stories }) => sum + stories.length, 0);
    const [{ path, line, message } = { path: "", line: 0, message: "" }] = wrong;
    const file = join(content, path.slice(label.length));
    expect(existsSync(file), message).toBe(true);
    // From below, so that the lines above keep their numbers.
    const lines = wrong.filter((own) => own.path === path).map((own) => own.line);
    if (!file.endsWith(".yaml")) rmSync(file);
    else if (file.endsWith("site.yaml")) layMistakesOver(content, "site.yaml");
    else {
      const kept = readFileSync(file, "utf8")
        .split("\n")
        .filter((_, at) => !lines.includes(at + 1));
      expect(line).toBeGreaterThan(1);
      writeFileSync(file, kept.join("\n"));
    }
  }
}

/** Puts back a file of the valid publication. */
function layMistakesOver(content: string, name: string): void {
  const usual = layMistakes(join(work, "usual"));
  writeFileSync(join(content, name), readFileSync(join(usual, name)));
}

test(
  "content that a check passes is built, whatever is in it",
  async () => {
    const content = join(work, "content");
    let stories = 0;
    const property = fc.asyncProperty(randomContent, async (random) => {
      await lay(content, random);
      stories += await tidy(content);
      rmSync(join(work, "site"), { recursive: true, force: true });
      const args = ["build", "--content", content, "--out", join(work, "site"), "--now", NOW];
      const { code, stdout, stderr } = run(args, { env: { EVENING_UPDATE_CACHE: join(work, "cache") } });
      expect(code, stdout.replace(/^.* warning [\s\S]*?\n(?! )/gm, "") + stderr).toBe(0);
    });
    const long = { numRuns: 100_000, interruptAfterTimeLimit: TEN_MINUTES };
    await fc.assert(property, { ...(LONG ? long : { numRuns: 2 }), endOnFailure: true });
    expect(stories).toBeGreaterThan(0);
  },
  LONG ? 2 * TEN_MINUTES : 240_000,
);
