import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { LinkChecker } from "linkinator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../command.ts";
import { serveSite } from "../site-server.ts";
import { listFiles, readFiles } from "../files.ts";
import { fixtureSite } from "../sites.ts";
import { PUBLICATIONS } from "../fixtures.ts";

const CONTENT = PUBLICATIONS.fixture.content;
// The fixture’s morning edition of 5 March appears at 07:00 in Kolkata.
const SLOT = "2026-03-05T01:30:00Z";
const MINUTE_BEFORE = "2026-03-05T01:29:00Z";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-clock-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function build(
  name: string,
  now: string,
  content: string = CONTENT,
  options: { env?: Record<string, string>; cwd?: string } = {},
): string {
  const out = join(folder, name);
  const args = ["build", "--content", content, "--out", out, "--now", now, "--unpublished"];
  const { code, stdout, stderr } = run(args, options);
  expect(`${String(code)} ${code === 0 ? "" : stdout + stderr}`).toBe("0 ");
  return out;
}

/** How a site differs from the fixture's, built by the same clock. */
function differences(site: string): string[] {
  const built = fixtureSite();
  expect(listFiles(site)).toEqual(listFiles(built));
  return listFiles(built).filter((path) => !readFileSync(join(site, path)).equals(readFileSync(join(built, path))));
}

/** A file's bytes as they are and, if it is compressed, as they were before. */
function allBytes(path: string): Buffer[] {
  const bytes = readFileSync(path);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return [
    bytes,
    ...(isGzip ? [gunzipSync(bytes)] : []),
    ...(path.endsWith(".br") ? [brotliDecompressSync(bytes)] : []),
  ];
}

/** The files whose name or bytes hold any of these. */
function filesWith(site: string, needles: readonly string[]): string[] {
  return listFiles(site).filter((path) => {
    const contents = allBytes(join(site, path));
    return needles.some((needle) => path.includes(needle) || contents.some((bytes) => bytes.includes(needle)));
  });
}

function copiesOf(site: string, picture: string): string[] {
  const bytes = readFileSync(join(CONTENT, "editions", picture));
  const isCopy = (path: string) => path.includes(basename(picture)) || readFileSync(join(site, path)).equals(bytes);
  return listFiles(site).filter(isCopy);
}

describe("an edition", () => {
  const signs = ["canaryscheduled", "canary-scheduled", "2026/03/05", "2026-03-05-morning"];
  const picture = "2026/03-05-morning/canary-scheduled.jpg";

  test("is in no byte of any file a minute before its slot", () => {
    const site = build("before", MINUTE_BEFORE);
    expect(filesWith(site, signs)).toEqual([]);
    expect(copiesOf(site, picture)).toEqual([]);
  });

  test("is at its slot on every page, feed and map that it belongs to", () => {
    const site = build("at", SLOT);
    expect(filesWith(site, ["canaryscheduled"])).toEqual(
      expect.arrayContaining([
        "index.html",
        "404.html",
        "2026/03/05/morning/index.html",
        "2026/03/05/morning/canary-scheduled-story/index.html",
        "morning/index.html",
        "archive/2026/03/index.html",
        "topics/weather/index.html",
        "topics/weather/feed.xml",
        "feed.xml",
        "feed.json",
        "stories.xml",
        "morning/feed.xml",
      ]),
    );
    expect(readFileSync(join(site, "index.html"), "utf8")).toMatch(/<h1>.*canaryschedulededitiontitle/);
    expect(readFileSync(join(site, "sitemap.xml"), "utf8")).toContain("/2026/03/05/morning/canary-scheduled-story/");
    expect(copiesOf(site, picture)).toEqual(
      ["avif", "jpg", "webp"].map((ending) => `2026/03/05/morning/canary-scheduled.jpg.27.${ending}`),
    );
  });
});

describe("a draft and a scheduled story", () => {
  const signs = ["canary", "unwritten", "unheard"];

  test("are in no byte of the site, nor are the words, people and pictures that only they use", () => {
    const written = readFiles(CONTENT, "").filter(
      ({ path, text }) => path.includes("canary") || text.includes("canary"),
    );
    expect(written.length).toBeGreaterThan(10);
    const site = fixtureSite();
    expect(filesWith(site, signs)).toEqual([]);
    expect(copiesOf(site, "2026/03-03-late-evening/canary-draft.png")).toEqual([]);
    expect(copiesOf(site, "2026/03-04-late-evening/canary-story.png")).toEqual([]);
  });

  test("keep the words of a link to them as words", () => {
    const page = (path: string) => readFileSync(join(fixtureSite(), "2026/03/04", path, "index.html"), "utf8");
    expect(page("morning/lamps-by-post")).toContain(", and a coming story keeps its words.");
    expect(page("late-evening/night-boat")).toContain("The first word is kept by a draft.");
  });
});

describe("a build", () => {
  test.each([
    { TZ: "Pacific/Auckland", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" },
    { TZ: "America/Los_Angeles", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" },
  ])("writes the same bytes on a computer in $TZ that speaks $LANG", (env) => {
    const site = build(env.TZ.replace("/", "-"), PUBLICATIONS.fixture.now, CONTENT, { env });
    expect(differences(site)).toEqual([]);
  });

  test("writes the same bytes from another folder, of a copy with other file times that was made the other way round", () => {
    const content = join(folder, "an other ünit", "inhalt");
    for (const path of listFiles(CONTENT).reverse()) {
      mkdirSync(dirname(join(content, path)), { recursive: true });
      writeFileSync(join(content, path), readFileSync(join(CONTENT, path)));
      utimesSync(join(content, path), 1, 1);
    }
    expect(differences(build("elsewhere", PUBLICATIONS.fixture.now, "inhalt", { cwd: dirname(content) }))).toEqual([]);
  });

  test("into the same folder drops a story that was deleted", () => {
    const content = join(folder, "shrinking");
    cpSync(CONTENT, content, { recursive: true });
    const site = build("again", PUBLICATIONS.fixture.now, content);
    expect(filesWith(site, ["weather-house", "house.jpg"]).length).toBeGreaterThan(5);
    const edition = join(content, "editions/2026/03-01-morning");
    for (const name of ["weather-house.md", "house.jpg", "gut.webp"]) rmSync(join(edition, name));
    // Letters to a story that is nowhere are told.
    rmSync(join(content, "letters"), { recursive: true });
    const change = (path: string, from: string, to: string) => {
      writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
    };
    change(join(edition, "edition.md"), "[weather-house, bridge-mended]", "[bridge-mended]");
    const citing = join(content, "editions/2026/03-04-morning/lamps-by-post.md");
    change(citing, "(story:2026-03-01-morning/weather-house#weather-house_measured-over-a-week)", "(/about/)");
    build("again", PUBLICATIONS.fixture.now, content);
    expect(filesWith(site, ["weather-house", "house.jpg", "gut.webp"])).toEqual([]);
    expect(existsSync(join(site, "2026/03/01/morning/bridge-mended/index.html"))).toBe(true);
  });
});

describe("a publication at a sub-path", () => {
  let site: string;

  beforeAll(() => {
    const content = join(folder, "sub-path");
    cpSync(CONTENT, content, { recursive: true });
    const config = join(content, "site.yaml");
    writeFileSync(config, readFileSync(config, "utf8").replace(/^url: .*$/m, "url: https://example.org/digest"));
    site = build("host/digest", PUBLICATIONS.fixture.now, content);
  });

  test("names no address of its host but those below its path", () => {
    const inAttributes = readFiles(site, ".html").flatMap(({ path, text }) =>
      [...text.matchAll(/\s(?:href|src|content)="((?:0; url=)?\/[^"]*)"/g)].map(([, found = ""]) => ({ path, found })),
    );
    expect(inAttributes.length).toBeGreaterThan(500);
    expect(inAttributes.filter(({ found }) => !/^(0; url=)?\/digest\//.test(found))).toEqual([]);
    const texts = [".html", ".xml", ".json", ".txt"].flatMap((ending) => readFiles(site, ending));
    const whole = texts.flatMap(({ path, text }) =>
      // Where a long address may be broken, it is one still.
      [...text.replaceAll("<wbr>", "").matchAll(/https:\/\/example\.org[^\s"'<>&)\\]*/g)].map(([found]) => ({
        path,
        found,
      })),
    );
    expect(whole.length).toBeGreaterThan(500);
    expect(whole.filter(({ found }) => !found.startsWith("https://example.org/digest/"))).toEqual([]);
    for (const { text } of readFiles(site, ".css")) expect(text).not.toMatch(/url\(["']?\/(?!digest\/)/);
  });

  test("has no dead link when it stands there", async () => {
    const server = await serveSite(join(folder, "host"));
    try {
      const { links } = await new LinkChecker().check({
        path: `${server.url}/digest/`,
        recurse: true,
        checkCss: true,
        linksToSkip: (link) => Promise.resolve(!link.startsWith(server.url)),
      });
      expect(links.filter(({ state }) => (state as string) === "BROKEN").map(({ url }) => url)).toEqual([]);
      expect(links.length).toBeGreaterThan(100);
    } finally {
      await server.close();
    }
  });
});
