import { editionIdentity } from "../content/dateline.ts";
import { UNKNOWN } from "../content/files/files.ts";
import type { Frame } from "../content/frame.ts";
import { readUrl } from "../content/links/read-url.ts";
import { isError } from "../content/problems/diagnostic.ts";
import { slotOf } from "../content/publication.ts";
import { formatClock, formatDay, type Instant } from "../content/time/calendar.ts";
import { type Expected, expectedAfter, HORIZON } from "../content/time/rhythm.ts";
import { nameZoneTime } from "../content/time/zone-name.ts";
import { spellOut } from "../content/words/invisible.ts";
import type { Found } from "../pipeline/pulse/feed.ts";
import { refuseAddress } from "../pipeline/pulse/fetch-text.ts";
import { dueAt, type Pulse, takePulse } from "../pipeline/pulse/pulse.ts";
import { openPublication } from "../pipeline/read/publication.ts";
import { describeDuration, durationOption } from "./duration.ts";
import { clockOf, contentOption, createCommand, nowOption, requireFolder, UsageError } from "./options.ts";
import { formatReport } from "./report.ts";

interface PulseOptions {
  content: string;
  now?: Instant;
  grace: number;
  timeout: number;
}

const LATE = 1;
const NOT_REACHED = 3;

const say = (text: string) => process.stdout.write(`${spellOut(text)}\n`);

/** Reads what the content folder says of the rhythm. Throws where site.yaml does not say it. */
function readRhythm(content: string, now: Instant): Frame {
  const frame = openPublication({ content: requireFolder(content), now, preview: false }, UNKNOWN);
  const wrong = frame.diagnostics.filter((each) => each.path === `${frame.site.label}/site.yaml` && isError(each));
  if (wrong.length > 0)
    throw new UsageError(`${formatReport(wrong, "text")}so nobody knows which editions are expected`);
  return frame;
}

/** The address to ask. Throws where it is none, or one that may not be asked. */
function requireAddress(text: string): Readonly<URL> {
  const url = readUrl(text);
  const refused = url ? refuseAddress(url) : "it is not an address";
  if (!url || refused !== undefined)
    throw new UsageError(`“${spellOut(text)}” cannot be asked: ${refused}; write it as https://example.org`);
  return url;
}

/** Makes the sentences of a publication. */
function createWords({ site: { publication } }: Frame, now: Instant) {
  const { zone } = publication;
  const moment = (at: Instant, date: string) =>
    `${formatDay(date, "en", "full")}, ${formatClock(at, zone)} ${nameZoneTime(zone, "en")}`;
  return {
    expected: ({ slot, dateline, publish }: Expected) => `${slot.name} of ${moment(publish, dateline.date)}`,
    found({ dateline, published }: Found) {
      const age = published > now ? "dated in the future" : `published ${describeDuration(now - published)} ago`;
      return `${slotOf(publication, dateline).name} of ${formatDay(dateline.date, "en", "full")}, ${age}`;
    },
  };
}

/** The next edition that is not out yet; within its grace it may be one whose time has come. */
function findNext({ site }: Frame, from: Instant, latest: Found | undefined): Expected | undefined {
  const last = latest && editionIdentity(latest.dateline);
  for (const next of expectedAfter(site, Math.max(from, latest?.published ?? from)))
    if (editionIdentity(next.dateline) !== last) return next;
  return undefined;
}

/** Says what was expected and what was found, and returns the exit code. */
function conclude(
  pulse: Pulse,
  expected: Expected | undefined,
  { frame, now, grace }: { frame: Frame; now: Instant; grace: number },
): number {
  const words = createWords(frame, now);
  const none = `none: the calendar had none in the last ${HORIZON} days, or the first is yet to come`;
  say(`expected by now: ${expected ? words.expected(expected) : none}`);
  if ("problem" in pulse) {
    process.stderr.write(`not reached: ${pulse.feed} was asked twice, and ${spellOut(pulse.problem)}\n`);
    return NOT_REACHED;
  }
  say(`found: ${pulse.latest ? words.found(pulse.latest) : "no edition"}, in ${pulse.feed}`);
  if (pulse.isLate && expected) {
    const since = describeDuration(now - expected.publish);
    say(`late: it was expected ${since} ago, and ${describeDuration(grace)} after its time at the latest`);
    return LATE;
  }
  const next = findNext(frame, now - grace, pulse.latest);
  say(`fine: ${next ? `the next is ${words.expected(next)}` : "no further edition is expected"}`);
  return 0;
}

export const pulse = createCommand("pulse", "ask the live site whether the edition that is expected by now is out")
  .argument("[url]", "the site's address, or that of its feed (else “url” in site.yaml)")
  .addOption(contentOption())
  .addOption(nowOption())
  .addOption(
    durationOption("--grace <time>", "how long after its time an edition is not late yet, as 45m or 1h30m", {
      usual: "45m",
      least: "0m",
      most: "30d",
    }),
  )
  .addOption(
    durationOption("--timeout <time>", "how long an answer may take", { usual: "10s", least: "1ms", most: "10m" }),
  )
  .action(async (address: string | undefined, { content, now: given, grace, timeout }: PulseOptions) => {
    const now = clockOf(given);
    const frame = readRhythm(content, now);
    const { publication } = frame.site;
    const datelines = frame.folders.map(({ dateline }) => dateline);
    const expected = dueAt(frame.site, now, grace, datelines);
    const url = requireAddress(address ?? publication.url);
    const found = await takePulse({ url, timeout, slots: publication.slots, expected });
    process.exitCode = conclude(found, expected, { frame, now, grace });
  });
