import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { publisherPath, standingPath, topicPath } from "../../src/content/addresses.ts";
import { editionFolder, editionIdentity, fileOfIdentity, readIdentity } from "../../src/content/dateline.ts";
import { openEditable } from "../../src/content/edit/editable.ts";
import { removeFromRunningOrder } from "../../src/content/edit/front-matter.ts";
import { formerPath } from "../../src/content/former/former.ts";
import { createRandom } from "../bench/corpus/random.ts";
import { runWithin } from "../within.ts";

const DAYS = 12;
const WORDS = ["harbour", "lantern", "bridge", "ferry", "weather", "ladder", "anchor", "signal"];

/** Adds editions of three stories each to the fixture publication: of each day the first follows the day before, and all lead to one another. */
export function addEditions(content: string): void {
  for (let day = 1; day <= DAYS; day++) {
    const folder = join(content, `editions/2026/02-${String(day).padStart(2, "0")}-morning`);
    mkdirSync(folder, { recursive: true });
    const slugs = WORDS.slice(day % 3, (day % 3) + 3);
    if (day % 4 > 0)
      writeFileSync(
        join(folder, "edition.md"),
        `---\nstories: [${slugs.join(", ")}]\n---\nDay ${day} of the harbour.\n`,
      );
    for (const [at, slug] of slugs.entries()) {
      const before = `2026-02-${String(day - 1).padStart(2, "0")}-morning`;
      const other = WORDS[(day - 1) % 3] ?? "";
      const follows = at === 0 && day > 1 ? `follows: ${before}/${other}\nwhatsNew: Another day.\n` : "";
      const link = day > 1 ? ` It was [told before](story:${before}/${other}#${other}_more-of-it).` : "";
      const source = `source: { publisher: town-crier, title: Day ${day}, url: "https://crier.example/${day}/${slug}" }`;
      writeFileSync(
        join(folder, `${slug}.md`),
        `---\ntitle: The ${slug} on day ${day}\ntopic: lamps\n${source}\n${follows}---\nIt is there.${link}\n\n## What of it\n\nMuch.\n\n### More of it\n\nMore.\n`,
      );
    }
  }
}

/** Something that takes an address from where it was: with what has it answer for ever, or without. */
export interface Operation {
  readonly name: string;
  /** The address. */
  readonly path: string;
  readonly run: (isKept: boolean) => Promise<void>;
}

interface Edition {
  readonly identity: string;
  readonly slugs: readonly string[];
}

/** What stands in the place of a text that is taken back; what it was called is kept. */
function takenBack(text: string): string {
  const former = /^formerly:.*$/m.exec(text)?.[0];
  const lines = ["gone: { at: 2026-03-04T12:00, reason: It was about another harbour }", ...(former ? [former] : [])];
  return ["---", ...lines, "---", ""].join("\n");
}

/** Draws operations on a content folder, five a round, none on what another one of the round has to do with. */
export function createOperations(content: string, seed: number, now: string) {
  const random = createRandom(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random.next() * all.length)] as T;
  let count = 0;
  const read = (path: string) => readFileSync(join(content, path));
  const write = (path: string, bytes: string | Uint8Array) => {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), bytes);
  };
  const move = async (from: string, to: string): Promise<void> => {
    const { code, stderr } = await runWithin(["move", from, to, "--content", content, "--now", now]);
    expect([code, stderr], `${from} to ${to}`).toEqual([0, ""]);
  };
  /** The editions that were added and are not taken back, as they are called now. */
  const listEditions = (): Edition[] =>
    readdirSync(join(content, "editions/2026"))
      .filter((name) => /^0[12]-/.test(name))
      .flatMap((name) => {
        const folder = `editions/2026/${name}`;
        const isGone = (file: string) => read(`${folder}/${file}`).includes("\ngone:");
        const files = readdirSync(join(content, folder)).filter((file) => file.endsWith(".md"));
        if (files.includes("edition.md") && isGone("edition.md")) return [];
        const stories = files.filter((file) => file !== "edition.md" && !isGone(file));
        return [{ identity: `2026-${name}`, slugs: stories.map((file) => file.slice(0, -3)) }];
      });
  const freeDateline = (): string => {
    for (;;) {
      const day = String(1 + Math.floor(random.next() * 27)).padStart(2, "0");
      const dateline = { date: `2026-${pick(["01", "02"])}-${day}`, slot: pick(["morning", "midday", "late-evening"]) };
      if (!existsSync(join(content, editionFolder(dateline)))) return editionIdentity(dateline);
    }
  };
  /** A move by the command; without its names, as by nothing but a rename. */
  const moveText = (from: string, to: string): Operation => ({
    name: `${from} to ${to}`,
    path: formerPath(from),
    async run(isKept) {
      const old = join(content, fileOfIdentity(from));
      const before = existsSync(old) ? readFileSync(old) : undefined;
      await move(from, to);
      if (isKept) return;
      if (before) write(fileOfIdentity(to), before);
      else rmSync(join(content, fileOfIdentity(to)));
    },
  });
  const takeBack = (identity: string): Operation => ({
    name: `${identity} taken back`,
    path: formerPath(identity),
    run(isKept) {
      const path = fileOfIdentity(identity);
      const { dateline, slug } = readIdentity(identity);
      const folder = editionFolder(dateline);
      if (isKept) write(path, takenBack(existsSync(join(content, path)) ? read(path).toString() : ""));
      else if (slug === undefined) rmSync(join(content, folder), { recursive: true });
      else {
        rmSync(join(content, path));
        const file = `${folder}/edition.md`;
        const edition = existsSync(join(content, file)) ? openEditable(file, read(file)) : undefined;
        if (edition) write(file, removeFromRunningOrder(edition, slug).text);
      }
      return Promise.resolve();
    },
  });
  /** By hand, as an editor would without the command. */
  const renameByHand = (from: string, to: string): Operation => ({
    name: `${from} to ${to} by hand`,
    path: formerPath(from),
    run(isKept) {
      const text = read(fileOfIdentity(from)).toString();
      rmSync(join(content, fileOfIdentity(from)));
      const [line, has] = /^formerly: \[?(.*?)\]?$/m.exec(text) ?? [];
      const named =
        line === undefined
          ? text.replace("\ntopic:", `\nformerly: ${from}\ntopic:`)
          : text.replace(line, `formerly: [${has ?? ""}, ${from}]`);
      write(fileOfIdentity(to), isKept ? named : text);
      const file = fileOfIdentity(from.split("/")[0] ?? "");
      const [old = "", next = ""] = [from, to].map((identity) => identity.split("/")[1]);
      if (existsSync(join(content, file)))
        write(
          file,
          read(file)
            .toString()
            .replace(new RegExp(`\\b${old}\\b`), next),
        );
      return Promise.resolve();
    },
  });
  const moveEntry = (file: string, kind: "topics" | "publishers" | "pages", from: string, to: string): Operation => ({
    name: `${kind}/${from} to ${kind}/${to}`,
    path: { topics: topicPath, publishers: publisherPath, pages: standingPath }[kind](from),
    async run(isKept) {
      const before = read(file);
      await move(`${kind}/${from}`, `${kind}/${to}`);
      if (isKept) return;
      if (kind === "pages") write(`pages/${to}.md`, before);
      else write(file, before.toString().replace(new RegExp(`^${from}:`, "m"), `${to}:`));
    },
  });
  const names = { topics: "lamps", publishers: "town-crier", pages: "tools" };
  return (round: number): Operation[] => {
    const editions = listEditions().filter(({ slugs }) => slugs.length > 1);
    const drawn: Edition[] = [];
    while (drawn.length < 5) {
      const edition = pick(editions);
      if (!drawn.includes(edition)) drawn.push(edition);
    }
    const [whole, target, ...sources] = drawn as [Edition, Edition, ...Edition[]];
    const stories = sources.map(({ identity, slugs }, at): Operation => {
      const slug = pick(slugs);
      const from = `${identity}/${slug}`;
      const name = `${pick(WORDS)}-${++count}`;
      switch ((round + at) % 4) {
        case 0:
          return moveText(from, `${target.identity}/${name}`);
        case 1:
          return renameByHand(from, `${identity}/${name}`);
        case 2:
          return moveText(from, `${freeDateline()}/${name}`);
        default:
          return round < 6 ? moveText(from, `${identity}/${name}`) : takeBack(from);
      }
    });
    const ofWhole = round % 5 === 4 ? takeBack(whole.identity) : moveText(whole.identity, freeDateline());
    const kind = (["topics", "publishers", "pages"] as const)[round % 3] ?? "pages";
    const [from, to] = [names[kind], `${names[kind].split("-")[0] ?? ""}-${++count}`];
    names[kind] = to;
    return [...stories, ofWhole, moveEntry(kind === "pages" ? `pages/${from}.md` : `${kind}.yaml`, kind, from, to)];
  };
}

/** Keeps a content folder, and returns how to bring it back. */
export function keepContent(content: string): () => void {
  const kept = `${content}-kept`;
  rmSync(kept, { recursive: true, force: true });
  cpSync(content, kept, { recursive: true });
  return () => {
    rmSync(content, { recursive: true, force: true });
    cpSync(kept, content, { recursive: true });
  };
}
