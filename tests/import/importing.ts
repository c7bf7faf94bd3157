import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../src/content/problems/diagnostic.ts";
import { storySchema } from "../../src/content/schema/schema.ts";
import type { Archive, Post } from "../../tools/import/archive/post.ts";
import { assemble, type Assembled } from "../../tools/import/assemble/assemble.ts";
import type { Existing } from "../../tools/import/assemble/settings.ts";
import { defaultMap, type ImportMap } from "../../tools/import/map.ts";
import { planFiles } from "../../tools/import/output/plan.ts";
import { listFolder } from "../../tools/import/read/folder.ts";
import { readFeed } from "../../tools/import/read/feed.ts";
import { readMarkdownArchive } from "../../tools/import/read/markdown.ts";
import { readWxr } from "../../tools/import/read/wxr.ts";
import { PROJECT } from "../command.ts";
import { readFiles } from "../publication.ts";

export const ARCHIVES = join(PROJECT, "tests/fixtures/import");
export const IMPORT = join(PROJECT, "tools/import/main.mjs");

/** Whether the format has the key that old addresses are written under. */
const HAS_FORMERLY = Object.hasOwn(storySchema.shape, "formerly");
const NOTHING: Existing = { site: undefined, topics: {}, publishers: {}, people: {} };

export function archive(name: string, map: ImportMap): Archive {
  const path = join(ARCHIVES, name);
  if (name.startsWith("feed")) return readFeed(readFileSync(path), name);
  if (name.endsWith(".xml")) return readWxr(readFileSync(path), name, map.types ?? ["post"]);
  const { posts = [], pages = [], keys, paths, site } = map;
  return readMarkdownArchive(
    listFolder(path, () => undefined),
    { posts, pages, keys, paths, site },
  );
}

/** Imports an archive of tests/fixtures/import into a new folder that is never written. */
export async function importFixture(name: string, own: Partial<ImportMap> = {}): Promise<Assembled> {
  const map = { ...defaultMap(), zone: "Europe/London", ...own };
  const read = archive(name, map);
  return assemble({ ...read, address: map.site ?? read.address }, map, NOTHING);
}

/** All files of an import into a new folder, as text where they are. */
export function filesOf(assembled: Assembled): Map<string, string> {
  const { create } = planFiles(join(PROJECT, "tests/fixtures/import/no-such-folder"), assembled);
  return new Map([...create].map(([path, content]) => [path, typeof content === "string" ? content : "(a picture)"]));
}

/** What `check` says of an import. */
export function checkImport(assembled: Assembled): readonly Diagnostic[] {
  const files = [...filesOf(assembled)].flatMap(([path, text]) =>
    /\.(?:md|yaml)$/.test(path) ? [{ path, bytes: Buffer.from(text) }] : [],
  );
  const { diagnostics } = readFiles(files, Date.parse("2026-06-01T00:00:00Z"), false);
  return diagnostics.filter(
    ({ rule, message }) => rule !== "unknown-key" || HAS_FORMERLY || !message.includes("formerly"),
  );
}

/** All losses of an import, as lines. */
export function lossesOf({ accounts }: Assembled): string[] {
  return accounts.flatMap(({ losses }) => losses.map(({ what }) => what));
}

/** The files below a folder, by path. */
export function listAll(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** Imports one post into a new folder. */
export async function importHtml(
  post: Partial<Post> & Pick<Post, "html">,
  own: Partial<ImportMap> = {},
): Promise<Assembled> {
  return importPosts([post], own);
}

/** Imports posts that come from no file. */
export async function importPosts(
  posts: readonly (Partial<Post> & Pick<Post, "html">)[],
  own: Partial<ImportMap> = {},
): Promise<Assembled> {
  const whole = posts.map((post, index): Post => ({
    kind: "post",
    title: "A post",
    name: "",
    address: undefined,
    aliases: [],
    when: { local: "2025-11-12T18:00", hasTime: true },
    authors: [],
    categories: ["Coast"],
    tags: [],
    excerpt: "",
    isPublic: true,
    hasLines: false,
    origin: `post ${index + 1}`,
    folder: undefined,
    losses: [],
    ...post,
  }));
  const map = { ...defaultMap(), zone: "Europe/London", ...own };
  const address = map.site ?? "https://old.example.org";
  return assemble({ title: "Old", address, language: "en", posts: whole, pictures: new Map(), left: [] }, map, NOTHING);
}
