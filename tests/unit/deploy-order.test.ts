import fc from "fast-check";
import { expect, test } from "vitest";
import { carryOut, prepareDeploy } from "../../src/pipeline/deploy/deploy.ts";
import { isNote } from "../../src/pipeline/deploy/notes.ts";
import { DeployError, type SiteFile, type Store } from "../../src/pipeline/deploy/store.ts";
import { HANG, runs } from "../fuzz/runs.ts";

const HOME = "/index.html";
const FEED = "/feed.xml";
/** Pages of each rank. */
const PAGES = [
  "/2026/03/04/evening/index.html",
  "/2026/03/04/evening/first/index.html",
  "/2026/03/04/evening/second/index.html",
  "/2026/03/05/evening/index.html",
  "/topics/ai/index.html",
  "/topics/ai/2/index.html",
  "/archive/2026/index.html",
  "/about/index.html",
];
const REST = ["/topics/ai/feed.xml", "/404.html", "/-/style.1.css", "/-/style.2.css", "/search/parts.json"];

/** Files by path: which writing of each this is, and to which others it leads. What is no page leads to pages alone. */
type Version = ReadonlyMap<string, string>;

/** A site in which everything leads to what is there, as a build verifies. */
const version: fc.Arbitrary<Version> = fc
  .record({
    paths: fc.subarray([...PAGES, ...REST]),
    links: fc.func(fc.subarray([...PAGES, ...REST, HOME, FEED])),
    writing: fc.constantFrom("a", "b", "c"),
  })
  .map(({ paths, links, writing }) => {
    const there = new Set([...paths, HOME, FEED]);
    const text = (path: string) => {
      if (path.endsWith(".css")) return path;
      const led = links(path).filter(
        (word) => there.has(word) && (path.endsWith(".html") || word.endsWith("/index.html")),
      );
      return [`${path} ${writing}`, ...led].join("\n");
    };
    return new Map([...there].map((path) => [path, text(path)]));
  });

function filesOf(site: Version): SiteFile[] {
  return [...site].map(([path, text]) => ({ path, from: text, size: text.length, digest: text, headers: {} }));
}

class Killed extends Error {}

/** A store that dies after so many steps; what is done at once is done in an order of its own. */
function createStore(objects: Map<string, string>, live: () => void, order: (paths: number) => number): Store {
  const each = <T>(items: readonly T[], act: (item: T) => void): Promise<void> => {
    const left = [...items];
    while (left.length > 0) {
      live();
      for (const item of left.splice(order(left.length), 1)) act(item);
    }
    return Promise.resolve();
  };
  return {
    name: "memory",
    list: () => Promise.resolve(new Map([...objects].map(([path, text]) => [path, text.length]))),
    read: (path) => Promise.resolve(objects.get(path)),
    write: (path, text) => each([path], () => objects.set(path, text)),
    check: () => undefined,
    send: (files) => each(files, ({ path, from }) => objects.set(path, from)),
    remove: (paths) => each(paths, (path) => objects.delete(path)),
    close: () => undefined,
  };
}

/** What leads nowhere of all that a reader finds, once there is a home page: from that and from its feed. */
function findDead(objects: ReadonlyMap<string, string>): string[] {
  const dead: string[] = [];
  const seen = new Set([HOME, FEED]);
  if (objects.has(HOME))
    for (const path of seen) {
      const text = objects.get(path);
      if (text === undefined) dead.push(path);
      for (const link of text?.split("\n").slice(1) ?? []) seen.add(link);
    }
  return dead;
}

async function deploy(site: Version, store: Store): Promise<void> {
  const files = filesOf(site);
  await carryOut(files, store, await prepareDeploy(files, store), () => undefined);
}

test(
  "at every moment of any deploys, each killed anywhere, no page that a reader finds leads nowhere; the last ends with its site",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(version, fc.constantFrom(...Array(30).keys())), { minLength: 1, maxLength: 6 }),
        version,
        fc.infiniteStream(fc.nat()),
        async (killed, last, numbers) => {
          const objects = new Map<string, string>();
          const order = (most: number) => Number(numbers.next().value) % most;
          for (const [site, moment] of [...killed, [last, Infinity] as const]) {
            let left = moment;
            const live = () => {
              expect(findDead(objects)).toEqual([]);
              if (left-- <= 0) throw new Killed();
            };
            try {
              await deploy(site, createStore(objects, live, order));
            } catch (error) {
              if (!(error instanceof Killed)) throw error;
            }
            expect(findDead(objects)).toEqual([]);
          }
          expect(new Map([...objects].filter(([path]) => !isNote(path)))).toEqual(new Map(last));
        },
      ),
      runs(300),
    );
  },
  HANG,
);

function storeOf(objects: Map<string, string>): Store {
  return createStore(
    objects,
    () => undefined,
    () => 0,
  );
}

const SMALL: Version = new Map([
  [HOME, "home\n/about/index.html"],
  ["/about/index.html", "about\n/index.html"],
  ["/.evening-update", "mark"],
]);

test("a file that somebody removed or changed is sent again, and one that nobody knows stays", async () => {
  const objects = new Map<string, string>();
  await deploy(SMALL, storeOf(objects));
  objects.delete("/about/index.html");
  objects.set(HOME, "somebody else's");
  objects.set("/theirs.txt", "theirs");
  const { plan } = await prepareDeploy(filesOf(SMALL), storeOf(objects));
  expect(plan).toMatchObject({ same: 1, strange: ["/theirs.txt"], removed: [] });
  await deploy(SMALL, storeOf(objects));
  expect(objects.get("/theirs.txt")).toBe("theirs");
  for (const [path, text] of SMALL) expect(objects.get(path)).toBe(text);
});

test.each(["missing", "damaged"])("with a %s manifest everything is sent, and nothing is removed", async (state) => {
  const objects = new Map<string, string>();
  await deploy(SMALL, storeOf(objects));
  if (state === "missing") objects.delete("/.evening-update.deployed");
  else
    objects.set(
      "/.evening-update.deployed",
      (objects.get("/.evening-update.deployed") ?? "").replace("about", "abouT"),
    );
  const other: Version = new Map([...SMALL].filter(([path]) => path !== "/about/index.html"));
  const { plan } = await prepareDeploy(filesOf(other), storeOf(objects));
  expect(plan).toMatchObject({ same: 0, strange: ["/about/index.html"], removed: [] });
});

test("a place with other files is refused, unless it bears the mark", async () => {
  const objects = new Map([["/letters.txt", "theirs"]]);
  await expect(prepareDeploy(filesOf(SMALL), storeOf(objects))).rejects.toThrow(DeployError);
  objects.set("/.evening-update", "");
  await deploy(SMALL, storeOf(objects));
  expect(objects.get("/letters.txt")).toBe("theirs");
});

test("of two deploys at once the earlier one stops", async () => {
  const objects = new Map<string, string>();
  const files = filesOf(SMALL);
  const store = storeOf(objects);
  const first = await prepareDeploy(files, store);
  const meanwhile: Store = {
    ...store,
    async send(sent) {
      if (sent.some(({ path }) => path === "/about/index.html")) await deploy(SMALL, store);
      await store.send(sent);
    },
  };
  await expect(carryOut(files, meanwhile, first, () => undefined)).rejects.toThrow(
    /another deploy to memory has begun/,
  );
});
