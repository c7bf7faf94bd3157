import { isError } from "../../content/problems/diagnostic.ts";
import type { Instant } from "../../content/time/calendar.ts";
import { announceAll, findLedger, listTasks, nameRun, previewAll } from "../../pipeline/announce/announce.ts";
import type { Channel, ChannelName } from "../../pipeline/announce/channel.ts";
import { makeChannels, makeChannelsWithoutSecrets } from "../../pipeline/announce/channels.ts";
import { listDue } from "../../pipeline/announce/due.ts";
import { openLedger } from "../../pipeline/announce/ledger.ts";
import { createRedactor } from "../../pipeline/announce/redact.ts";
import { settle, type Settled } from "../../pipeline/announce/settle.ts";
import type { Ending, Task } from "../../pipeline/announce/tell.ts";
import type { BranchFile, GitProblem } from "../../pipeline/git/branch-file.ts";
import type { Net } from "../../pipeline/net/ask.ts";
import type { Archive } from "../../pipeline/read/archive.ts";
import { readArchive } from "../../pipeline/read/publication.ts";
import { clockOf, requireFolder } from "../options.ts";
import { formatReport } from "../report.ts";
import { BUSY } from "../write-folder.ts";
import { describeEnd, EXITS, joinExits, WRONG } from "./exits.ts";

/** An announcement on a channel, as `--resolve` names it. */
export interface Place {
  readonly key: string;
  readonly channel: ChannelName;
}

export interface AnnounceOptions {
  readonly content: string;
  readonly now?: Instant;
  readonly only?: ChannelName;
  readonly dryRun: boolean;
  readonly wait: number;
  readonly resolve?: Place;
  readonly as?: Settled;
}

/** How the world is reached. */
export interface Reach {
  readonly net: Net;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly say: (text: string) => void;
  /** In milliseconds, between two looks at the live site. */
  readonly pause?: number;
}

const nameOf = ({ channel, announcement }: Task) => `${channel.name}  ${announcement.key}`;

/** Says what is wrong with the ledger, and returns the exit code. */
function tellProblem({ problem, isLasting }: GitProblem, { say }: Reach): number {
  say(`the ledger of announcements cannot be read or written, so no more is told: ${problem}`);
  return isLasting ? WRONG : BUSY;
}

async function preview(tasks: readonly Task[], file: BranchFile, reach: Reach): Promise<number> {
  const previews = await previewAll(tasks, file);
  if ("problem" in previews) return tellProblem(previews, reach);
  for (const { ended, text, ...task } of previews) {
    const lines = text.split("\n").map((line) => `\n    ${line}`.trimEnd());
    reach.say(`${nameOf(task)}  ${ended ? describeEnd(ended) : `would be told:${lines.join("")}`}`);
  }
  reach.say("nothing was sent, since this is a dry run");
  return 0;
}

async function tell(
  tasks: readonly Task[],
  archive: Archive,
  file: BranchFile,
  { wait, ...reach }: Reach & Pick<AnnounceOptions, "wait">,
): Promise<number> {
  const { net, pause, environment, say } = reach;
  const endings: Ending[] = [];
  const problem = await announceAll(
    tasks,
    {
      archive,
      ledger: openLedger(file, createRedactor(environment)),
      run: nameRun(),
      patience: { net, most: wait, ...(pause !== undefined && { pause }) },
    },
    (ended) => {
      say(`${nameOf(ended)}  ${describeEnd(ended)}`);
      endings.push(ended.ending);
    },
  );
  if (!problem && endings.every((ending) => ending.endsWith("-before")))
    say("nothing to do: all of it was settled before");
  return joinExits(...endings.map((ending) => EXITS[ending]), problem ? tellProblem(problem, reach) : 0);
}

/** The channels that can be told, of those that are wanted; whatever else is wrong with one is said. */
function chooseChannels(archive: Archive, { only, now, dryRun }: AnnounceOptions & { now: Instant }, reach: Reach) {
  const { net, environment, say } = reach;
  const settings = archive.site.vocabularies.site.announce ?? {};
  const deps = { archive, net, environment, now };
  const isWanted = ({ name }: { readonly name: ChannelName }) => only === undefined || name === only;
  const named = makeChannels(settings, deps).filter(isWanted);
  const usable = dryRun ? makeChannelsWithoutSecrets(settings, deps).filter(isWanted) : named;
  const channels = usable.flatMap(({ made }): Channel[] => ("problem" in made ? [] : [made]));
  for (const { name, made } of named) if ("problem" in made) say(`${name}  cannot be told: ${made.problem}`);
  if (named.length === 0)
    say(`site.yaml names nobody to tell${only === undefined ? "" : ` by ${only}`}; write channels under “announce”`);
  const isWrong = named.length === 0 || named.some(({ made }) => "problem" in made);
  return { channels, exit: isWrong ? WRONG : 0 };
}

async function resolve({ key, channel }: Place, as: Settled, file: BranchFile, reach: Reach): Promise<number> {
  const ledger = openLedger(file, createRedactor(reach.environment));
  const problem = await settle(ledger, { key, channel, as, run: nameRun() });
  reach.say(
    problem
      ? `${channel}  ${key}  nothing was written down: ${problem.problem}`
      : `${channel}  ${key}  written down as ${as === "sent" ? "told" : "not told: the next run tells it"}`,
  );
  return problem ? (problem.isLasting ? WRONG : BUSY) : 0;
}

/** Does what the command is asked for, and returns the exit code: 0, 1 where something has to be set right, 75 where a later run goes on. */
export async function runAnnounce(options: AnnounceOptions, reach: Reach): Promise<number> {
  const now = clockOf(options.now);
  const content = requireFolder(options.content);
  const archive = await readArchive({ content, now, preview: false });
  const { site } = archive;
  const wrong = archive.diagnostics.filter((one) => one.path === `${site.label}/site.yaml` && isError(one));
  if (wrong.length > 0) {
    reach.say(`${formatReport(wrong, "text")}so nobody is told`);
    return WRONG;
  }
  const file = await findLedger(content, site.publication);
  if (!file) {
    reach.say(
      "git does not keep this folder; what was announced is written down on a branch, so nothing is told without",
    );
    return WRONG;
  }
  if (options.resolve && options.as) return resolve(options.resolve, options.as, file, reach);
  const { channels, exit } = chooseChannels(archive, { ...options, now }, reach);
  if (channels.length === 0) return WRONG;
  const pings = channels.some(({ occasions }) => occasions.includes("correction"));
  const due = listDue(archive, site.vocabularies.site.announce ?? {}, now, pings);
  const tasks = listTasks(channels, due);
  if (tasks.length === 0) {
    reach.say("nothing to tell: no edition came out lately");
    return exit;
  }
  const told = options.dryRun
    ? await preview(tasks, file, reach)
    : await tell(tasks, archive, file, { ...reach, wait: options.wait });
  return joinExits(exit, told);
}
