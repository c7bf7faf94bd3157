import type { BuildResult } from "../pipeline/build.ts";
import { buildApart, isLarge } from "../pipeline/build-apart.ts";
import { openPart } from "../pipeline/parts/part.ts";
import { sizeOfFiles } from "../pipeline/state/stamps.ts";
import { findLast } from "../pipeline/state/state.ts";
import { labelOf } from "../pipeline/read/label.ts";
import { findTooLarge } from "../pipeline/verify/site-size.ts";
import type { Instant } from "../content/time/calendar.ts";
import { clockOf, contentOption, createCommand, formatOption, nowOption, strictOption } from "./options.ts";
import { tellOfFormat } from "./upgrade/format-state.ts";
import type { Format } from "./report.ts";
import { requireOut, writeFolder } from "./write-folder.ts";

interface BuildOptions {
  content: string;
  out: string;
  now?: Instant;
  strict: boolean;
  format: Format;
  cards: boolean;
  search: boolean;
  parts?: string[];
  since?: string;
  unpublished?: boolean;
}

/** What to say of a build and how to exit. */
function conclude(result: BuildResult, out: string): { lines: string[]; code: number } {
  if ("refused" in result) {
    const isLost = result.diagnostics.some(({ rule }) => rule === "lost-address");
    // A site that was only tried at home has no readers.
    const way = isLost ? [`if nobody has the site in ${out}, since it was never published: add --unpublished`] : [];
    return { lines: [...way, `nothing was written; ${out} is as it was`], code: 1 };
  }
  if ("files" in result)
    return {
      lines: [
        ...result.parts.map(({ folder, taken, all }) => `${folder}: ${taken} of ${all} pages taken over`),
        result.account,
        "each published story stands on its page and in its edition, topic, feeds and the sitemap",
        `${result.files} pages and files written to ${out}`,
      ],
      code: 0,
    };
  const faults = result.faults.map(({ path, message }) => `${path}: ${message}`);
  return {
    lines: [...faults, `the site would not be right, so nothing was written; ${out} is as it was`],
    code: 1,
  };
}

/** The addresses that the content of a commit had; what reads it is loaded only where it is asked for. */
async function readAddresses(since: string | undefined, content: string, now: Instant): Promise<string[] | undefined> {
  if (since === undefined) return undefined;
  const [{ commitOf }, { listAddressesAt }] = await Promise.all([
    import("./since/changes.ts"),
    import("./since/addresses-at.ts"),
  ]);
  return listAddressesAt(commitOf(since, content), content, now);
}

export const build = createCommand("build", "check the content, then write the site")
  .addOption(contentOption())
  .option("--out <dir>", "where the site is written", "_site")
  .addOption(nowOption())
  .addOption(strictOption())
  .addOption(formatOption())
  .option("--no-cards", "draw no pictures for sharing, which takes longest in a first build")
  .option("--no-search", "make no search index")
  .option("--since <rev>", "refuse to lose an address that the content of this commit had, too")
  .option("--unpublished", "let addresses go that the site before had, since nobody ever saw it")
  .option("--parts <dirs...>", "folders of parts that “part” made, to be taken over as far as they are still so")
  .action(
    async ({
      content,
      out,
      now: given,
      strict,
      format,
      since,
      unpublished: isUnpublished = false,
      parts: folders = [],
      ...extras
    }: BuildOptions) => {
      const target = { content, out, what: "site", format } as const;
      const places = await requireOut(target, folders);
      tellOfFormat();
      const now = clockOf(given);
      const addresses = await readAddresses(since, content, now);
      const siteFile = `${labelOf(content)}/site.yaml`;
      const order = { content, target: places.target, extras, preview: false };
      await writeFolder(target, places, async ({ progress, say, report }) => {
        const last = findLast(order, (differences) => {
          say(`what an earlier build knew holds no longer, so everything is made anew: ${differences.join(", ")}`);
        });
        const unchanged = since === undefined ? last?.findUnchanged(now) : undefined;
        if (last && unchanged && !(strict && unchanged.diagnostics.length > 0)) {
          report([...unchanged.diagnostics, ...findTooLarge(places.target, siteFile, sizeOfFiles(last.output))]);
          say(unchanged.account);
          say(`nothing has changed: ${out} has the ${unchanged.files} pages and files that it should`);
          return 0;
        }
        const opened = folders.map((folder) => openPart(folder, extras));
        const parts = opened.flatMap((part) => ("reason" in part ? [] : part));
        for (const part of opened)
          if ("reason" in part) say(`${part.folder}: ${part.reason}; what it should have is made anew`);
        const asked = { order, places, now, strict, addresses, isUnpublished, onPage: progress.show };
        const isFirst = last === undefined && parts.length === 0;
        // Parts are made for a build of which little is known, and take the place of all that is.
        const known = parts.length > 0 ? { last: undefined, parts } : { last };
        // Most of the program, which a build that finds nothing changed can do without, and one that has it done elsewhere.
        const result = await (isFirst && isLarge(order)
          ? buildApart(asked)
          : import("../pipeline/build.ts").then(({ buildSite }) => buildSite({ ...asked, ...known })));
        progress.clear();
        report([
          ...result.diagnostics,
          ...("files" in result ? findTooLarge(places.target, siteFile, result.bytes) : []),
        ]);
        const { lines, code } = conclude(result, out);
        lines.forEach(say);
        return code;
      });
    },
  );
