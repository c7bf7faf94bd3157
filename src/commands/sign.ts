import { relative, resolve, sep } from "node:path";
import { openText } from "../pipeline/desk/open-text.ts";
import { hinderSigning, refuseReviewer, signText } from "../pipeline/desk/review.ts";
import { type Archive, checkArchive } from "../pipeline/read/archive.ts";
import { labelOf } from "../pipeline/read/label.ts";
import { readTogether } from "../pipeline/workers/read-together.ts";
import { type Instant } from "../content/time/calendar.ts";
import { sortDiagnostics } from "../content/problems/diagnostic-order.ts";
import type { Document } from "../content/parse/document.ts";
import { hintNearest, listKnown } from "../content/words/nearest.ts";
import type { Site } from "../content/site.ts";
import { clockOf, contentOption, createCommand, nowOption, requireFolder, UsageError } from "./options.ts";
import { formatReport, summarise } from "./report.ts";

interface SignOptions {
  content: string;
  by?: string;
  factChecked?: boolean;
  now?: Instant;
}

function find({ editions, get }: Archive, identity: string): Document {
  const edition = get(identity)?.edition();
  if (edition?.document) return edition.document;
  if (edition) throw new UsageError(`${identity} has no edition.md, so it has no text of its own to sign`);
  const [holder = ""] = identity.split("/");
  const story = get(holder)
    ?.edition()
    .stories.find((each) => each.identity === identity);
  if (story) return story.document;
  const placed = editions.map((each) => each.placed);
  const known = [...placed.flatMap(({ stories }) => stories), ...placed].map((each) => each.identity);
  const hint = hintNearest(identity, known) ?? "write it as 2026-03-04-evening/gemini-flash-lite";
  throw new UsageError(`there is no story or edition “${identity}”; ${hint}`);
}

function requireReviewer(site: Site, by: string | undefined): string {
  const people = Object.keys(site.vocabularies.people);
  if (by === undefined) throw new UsageError(`say who reviewed it: --by ID (the people are ${listKnown(people)})`);
  const refused = refuseReviewer(site, by);
  if (refused !== undefined) throw new UsageError(refused);
  return by;
}

export const sign = createCommand("sign", "record a named person's review of a story's or edition's exact text")
  .argument("<identity>", "2026-03-04-evening/gemini-flash-lite, or 2026-03-04-evening for an edition's own text")
  .addOption(contentOption())
  .addOption(nowOption())
  .option("--by <id>", "who reviewed it, an id in people.yaml")
  .option("--fact-checked", "the review checked the facts")
  .action(async (identity: string, { content, by, factChecked, now }: SignOptions) => {
    const instant = clockOf(now);
    const archive = await readTogether({ content: requireFolder(content), now: instant, preview: false });
    const { site } = archive;
    const diagnostics = sortDiagnostics(checkArchive(archive));
    const document = find(archive, identity);
    const reviewer = requireReviewer(site, by);
    if (factChecked !== true)
      throw new UsageError("a review counts only when it checked the facts; if it did, add --fact-checked");
    // Nobody can have reviewed a text that cannot be read; what only a sign-off mends may stand.
    const wrong = hinderSigning(diagnostics, document.path);
    if (wrong.length > 0) {
      process.stdout.write(`${formatReport(wrong, "text")}${summarise(wrong)}\nnothing was signed\n`);
      process.exitCode = 1;
      return;
    }
    const name = relative(resolve(labelOf(content)), resolve(document.path))
      .split(sep)
      .join("/");
    const opened = openText(content, name);
    const signed =
      "refused" in opened
        ? opened
        : await signText(
            { content, site, name, version: opened.version, diagnostics },
            { by: reviewer, factChecked, now: instant },
          );
    if ("refused" in signed) throw new UsageError(signed.refused);
    if ("conflict" in signed) throw new UsageError(`${document.path} was changed just now; nothing was signed`);
    process.stdout.write(
      `signed ${document.path} as reviewed by ${site.vocabularies.people[reviewer]?.name ?? reviewer}\n`,
    );
  });
