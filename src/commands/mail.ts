import { mkdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { sortDiagnostics } from "../content/problems/diagnostic-order.ts";
import { isFailure } from "../content/problems/diagnostic.ts";
import { editionFolder } from "../content/dateline.ts";
import type { Instant } from "../content/time/calendar.ts";
import { hintNearest } from "../content/words/nearest.ts";
import { problemsOf } from "../pipeline/mail/check-mail.ts";
import { composeMessage } from "../pipeline/mail/compose.ts";
import { envelopeOf } from "../pipeline/mail/envelope.ts";
import { makeMail } from "../pipeline/mail/make-mail.ts";
import { type Archive, checkArchive } from "../pipeline/read/archive.ts";
import type { EditionText } from "../pipeline/read/edition-text.ts";
import { putFile } from "../pipeline/mail/put-file.ts";
import { readTogether } from "../pipeline/workers/read-together.ts";
import { clockOf, contentOption, createCommand, nowOption, requireFolder, UsageError } from "./options.ts";
import { formatReport, summarise } from "./report.ts";

interface MailOptions {
  content: string;
  now?: Instant;
  full: boolean;
  out: string;
}

function find({ visible, get }: Archive, identity: string): EditionText {
  const text = visible.find(({ placed }) => placed.identity === identity);
  if (text) return text;
  if (get(identity)) throw new UsageError(`${identity} is not published yet, and mail cannot be taken back`);
  const known = visible.map(({ placed }) => placed.identity);
  const hint = hintNearest(identity, known) ?? "write it as 2026-03-04-evening";
  throw new UsageError(`there is no edition “${identity}”; ${hint}`);
}

export const mail = createCommand("mail", "write an edition as mail: its HTML, its plain text, and the message of both")
  .argument("<identity>", "the edition: 2026-03-04-evening")
  .addOption(contentOption())
  .addOption(nowOption())
  .option("--full", "the analyses, too, and not the summaries and sources alone", false)
  .option("--out <dir>", "where the files are written", "mail")
  .action(async (identity: string, { content, now: given, full, out }: MailOptions) => {
    const folder = requireFolder(content);
    const now = clockOf(given);
    const archive = await readTogether({ content: folder, now, preview: false });
    const text = find(archive, identity);
    const own = [archive.site.label, editionFolder(text.placed.dateline), ""].join("/");
    const isOwn = (path: string) => path.startsWith(own) || !path.startsWith(`${archive.site.label}/editions/`);
    const wrong = sortDiagnostics(checkArchive(archive)).filter(
      (found) => isFailure(found, false) && isOwn(found.path),
    );
    if (wrong.length > 0) {
      process.stdout.write(`${formatReport(wrong, "text")}${summarise(wrong)}\nnothing was written\n`);
      process.exitCode = 1;
      return;
    }
    const made = await makeMail(archive, text, full ? "full" : "short");
    const problems = problemsOf(made);
    if (problems.length > 0) {
      process.stdout.write(`${problems.join("\n")}\nnothing was written\n`);
      process.exitCode = 1;
      return;
    }
    const message = await composeMessage(envelopeOf(archive, made, identity, now), made);
    mkdirSync(out, { recursive: true });
    const files = { html: made.html, txt: made.text, eml: message };
    for (const [ending, bytes] of Object.entries(files)) {
      const path = join(out, `${identity}.${ending}`);
      putFile(path, bytes);
      process.stdout.write(`${relative(process.cwd(), resolve(path))}\n`);
    }
  });
