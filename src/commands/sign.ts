import { readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { type Archive, checkArchive } from "../pipeline/read/archive.ts";
import { labelOf } from "../pipeline/read/label.ts";
import { readArchive } from "../pipeline/read/publication.ts";
import { formatLocal, type Instant } from "../content/time/calendar.ts";
import { isError } from "../content/problems/diagnostic.ts";
import { sortDiagnostics } from "../content/problems/diagnostic-order.ts";
import type { Document } from "../content/parse/document.ts";
import { hintNearest, listKnown } from "../content/words/nearest.ts";
import { type Digests, writeSignOff } from "../content/sign-off.ts";
import type { Site } from "../content/site.ts";
import { clockOf, contentOption, createCommand, nowOption, requireFolder, UsageError } from "./options.ts";
import { formatReport, summarise } from "./report.ts";

interface SignOptions {
  content: string;
  by?: string;
  factChecked?: boolean;
  now?: Instant;
}

interface Signable {
  readonly document: Document;
  readonly digests: Digests;
}

function find({ editions, get }: Archive, identity: string): Signable {
  const edition = get(identity)?.edition();
  if (edition?.document && edition.digests) return { document: edition.document, digests: edition.digests };
  if (edition) throw new UsageError(`${identity} has no edition.md, so it has no text of its own to sign`);
  const [holder = ""] = identity.split("/");
  const story = get(holder)
    ?.edition()
    .stories.find((each) => each.identity === identity);
  if (story) return story;
  const placed = editions.map((each) => each.placed);
  const known = [...placed.flatMap(({ stories }) => stories), ...placed].map((each) => each.identity);
  const hint = hintNearest(identity, known) ?? "write it as 2026-03-04-evening/gemini-flash-lite";
  throw new UsageError(`there is no story or edition “${identity}”; ${hint}`);
}

function requireReviewer(site: Site, by: string | undefined): string {
  const people = Object.keys(site.vocabularies.people);
  if (by !== undefined && people.includes(by)) return by;
  if (by === undefined) throw new UsageError(`say who reviewed it: --by ID (the people are ${listKnown(people)})`);
  const hint = hintNearest(by, people) ?? `the people are ${listKnown(people)}`;
  throw new UsageError(`“${by}” is nobody in people.yaml; ${hint}`);
}

export const sign = createCommand("sign", "record a named person's review of a story's or edition's exact text")
  .argument("<identity>", "2026-03-04-evening/gemini-flash-lite, or 2026-03-04-evening for an edition's own text")
  .addOption(contentOption())
  .addOption(nowOption())
  .option("--by <id>", "who reviewed it, an id in people.yaml")
  .option("--fact-checked", "the review checked the facts")
  .action(async (identity: string, { content, by, factChecked, now }: SignOptions) => {
    const instant = clockOf(now);
    const archive = await readArchive({ content: requireFolder(content), now: instant, preview: false });
    const { site } = archive;
    const diagnostics = sortDiagnostics(checkArchive(archive));
    const { document, digests } = find(archive, identity);
    const reviewer = requireReviewer(site, by);
    if (factChecked !== true)
      throw new UsageError("a review counts only when it checked the facts; if it did, add --fact-checked");
    // Nobody can have reviewed a text that cannot be read; what only a sign-off mends may stand.
    const wrong = diagnostics.filter((each) => each.path === document.path && isError(each) && !isMended(each.rule));
    if (wrong.length > 0) {
      process.stdout.write(`${formatReport(wrong, "text")}${summarise(wrong)}\nnothing was signed\n`);
      process.exitCode = 1;
      return;
    }
    const file = join(resolve(content), relative(labelOf(content), document.path));
    const record = {
      by: reviewer,
      at: formatLocal(instant, site.publication.zone),
      factChecked: true as const,
      digests,
    };
    writeFileSync(file, writeSignOff(readFileSync(file, "utf8"), record));
    process.stdout.write(
      `signed ${document.path} as reviewed by ${site.vocabularies.people[reviewer]?.name ?? reviewer}\n`,
    );
  });

function isMended(rule: string): boolean {
  return rule.endsWith("-sign-off") || rule === "unknown-reviewer";
}
