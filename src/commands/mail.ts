import { mkdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { sortDiagnostics } from "../content/problems/diagnostic-order.ts";
import { isFailure } from "../content/problems/diagnostic.ts";
import { editionFolder } from "../content/dateline.ts";
import type { Instant } from "../content/time/calendar.ts";
import { hintNearest } from "../content/words/nearest.ts";
import { composeMessage } from "../pipeline/mail/compose.ts";
import { makeMail, type Mail, MOST_BYTES } from "../pipeline/mail/make-mail.ts";
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

const inKilobytes = (bytes: number) => `${Math.ceil(bytes / 1000)} kB`;

/** Why a mail is too long, and what of it is longest. */
function tellTooLong({ form, longest }: Mail, bytes: number): string {
  const named = longest.slice(0, 3).map(({ title, bytes: own }) => `“${title}” (${inKilobytes(own)})`);
  const instead = form === "full" ? ", or mail its summaries alone, without --full" : "";
  return `the mail has ${inKilobytes(bytes)}, and mail programs cut what is longer than ${inKilobytes(MOST_BYTES)}: cut ${inKilobytes(bytes - MOST_BYTES)}${instead}. Its longest texts: ${named.join(", ")}`;
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
    const faults = made.faults.map(({ path, message }) => `${path}: ${message}\n`);
    const bytes = Buffer.byteLength(made.html);
    if (bytes > MOST_BYTES) faults.push(`${tellTooLong(made, bytes)}\n`);
    if (faults.length > 0) {
      process.stdout.write(`${faults.join("")}nothing was written\n`);
      process.exitCode = 1;
      return;
    }
    const { publication, vocabularies } = archive.site;
    const sender = vocabularies.site.announce?.mail?.from ?? publication.publisher.email;
    const message = await composeMessage(
      {
        identity,
        form: made.form,
        subject: made.subject,
        from: { name: publication.name, address: sender ?? `noreply@${publication.host}` },
        host: publication.host,
        date: now,
      },
      made,
    );
    mkdirSync(out, { recursive: true });
    const files = { html: made.html, txt: made.text, eml: message };
    for (const [ending, bytes] of Object.entries(files)) {
      const path = join(out, `${identity}.${ending}`);
      putFile(path, bytes);
      process.stdout.write(`${relative(process.cwd(), resolve(path))}\n`);
    }
  });
