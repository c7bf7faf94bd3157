import { readFileSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { fileURLToPath } from "node:url";

/**
 * Sums the CPU profiles of one build by what the time went into, as a table in Markdown:
 *
 *     node --cpu-prof --cpu-prof-dir=DIR src/run.mjs build --content …
 *     node --import tsx tests/bench/profile.ts STORIES DIR/*.cpuprofile
 */

interface Frame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: Frame }[];
  readonly samples: readonly number[];
  /** In microseconds. */
  readonly timeDeltas: readonly number[];
}

/** What a frame is part of: the first of these whose expression finds something in its place. */
const PARTS: readonly (readonly [part: string, place: RegExp])[] = [
  ["waiting for the other thread", /^\(idle\)/],
  ["garbage collection", /^\(garbage collector\)/],
  ["compressing, to weigh pages", /^node:zlib/],
  [
    "cards and pictures",
    /^(node_modules\/(sharp|woff2)|src\/pipeline\/(print\/(cards|pictures)|pictures\/)|src\/views\/cards)/,
  ],
  ["search index", /^(node_modules\/pagefind|src\/pipeline\/print\/search|src\/views\/search)/],
  [
    "writing: files and folders",
    /^(\(writeFile|\(mkdir|\(open|\(close|\(rename|\(link|node:fs write|src\/pipeline\/output\/)/,
  ],
  [
    "reading, listing and stamping files",
    /^(\(read|\(lstat|\(readdir|\(fstat|node:fs|src\/content\/(files\/|parse\/decode)|src\/pipeline\/state\/(inputs|stamps))/,
  ],
  [
    "Markdown",
    /^(node_modules\/(markdown-it|mdurl|linkify|entities|punycode|uc\.micro)|src\/content\/(markdown\/|typography\/|links\/))/,
  ],
  [
    "YAML and front matter",
    /^(node_modules\/(yaml|gray-matter|js-yaml|section-matter|kind-of|strip-bom|zod)|src\/content\/(parse\/|schema\/))/,
  ],
  ["times", /^(node_modules\/luxon|src\/content\/time\/|src\/views\/parts\/time)/],
  ["verifying what was made", /^src\/pipeline\/verify/],
  [
    "state: digests, records, pieces",
    /^(src\/pipeline\/(state\/|digest|read\/|pages\/(keys|page-record))|node:internal\/crypto|node:crypto)/,
  ],
  ["views", /^(src\/views|src\/pipeline\/pages)/],
  ["templates", /^templates/],
  [
    "Eleventy",
    /^src\/pipeline\/print\/views|^node_modules\/(@11ty|dependency-graph|lodash|slugify|urlpattern|posthtml|liquidjs)/,
  ],
  ["rules and the rest of the model", /^src\/(rules|content|pipeline|commands)/],
  ["regular expressions", /^\(RegExp/],
  [
    "starting: loading and compiling",
    /^(node:internal\/(modules|bootstrap|process|deps)|\(program\)|\.eleventy|src\/run|node_modules)/,
  ],
];

const maps = new Map<string, SourceMap | undefined>();

function mapOf(url: string): SourceMap | undefined {
  if (!maps.has(url)) {
    try {
      const map = JSON.parse(readFileSync(`${fileURLToPath(url)}.map`, "utf8")) as SourceMapPayload;
      maps.set(url, new SourceMap(map));
    } catch {
      maps.set(url, undefined);
    }
  }
  return maps.get(url);
}

/** Where a frame was written; what belongs to no file is named in brackets. */
function placeOf({ functionName, url, lineNumber, columnNumber }: Frame): string {
  if (url === "")
    return functionName.startsWith("(") ? functionName : `(${functionName.replace(/^RegExp:.*/s, "RegExp")})`;
  if (url.startsWith("node:")) return `${url} ${functionName}`;
  const entry = mapOf(url)?.findEntry(lineNumber, columnNumber);
  const source = entry && "originalSource" in entry ? entry.originalSource : url;
  return source.replace(/^.*?(node_modules\/|src\/|templates\/|\.eleventy)/, "$1");
}

const [stories = "1", ...paths] = process.argv.slice(2);
const sums = new Map<string, number>();
for (const path of paths) {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(path, "utf8")) as Profile;
  const parts = new Map(
    nodes.map(({ id, callFrame }) => {
      const place = placeOf(callFrame);
      return [id, PARTS.find(([, expression]) => expression.test(place))?.[0] ?? "anything else"];
    }),
  );
  samples.forEach((id, at) => {
    const part = parts.get(id) ?? "";
    sums.set(part, (sums.get(part) ?? 0) + (timeDeltas[at] ?? 0) / 1000);
  });
}

const all = [...sums.values()].reduce((sum, value) => sum + value, 0);
const rows = [...sums].sort(([, a], [, b]) => b - a);
process.stdout.write("| part | ms | ms a story | share |\n| --- | ---: | ---: | ---: |\n");
for (const [part, sum] of [...rows, ["all", all] as const])
  process.stdout.write(
    `| ${part} | ${sum.toFixed(0)} | ${(sum / Number(stories)).toFixed(3)} | ${((sum / all) * 100).toFixed(1)} % |\n`,
  );
