import type { LookupFunction } from "node:net";
import { listTasks } from "../../src/pipeline/announce/announce.ts";
import type { Announcement, Channel } from "../../src/pipeline/announce/channel.ts";
import type { ChannelDeps } from "../../src/pipeline/announce/channel-deps.ts";
import { openLedger } from "../../src/pipeline/announce/ledger.ts";
import { LIMIT, tellAll } from "../../src/pipeline/announce/tell.ts";
import type { Archive } from "../../src/pipeline/read/archive.ts";
import type { BranchFile } from "../../src/pipeline/git/branch-file.ts";

/** What a runner is told by its environment, as JSON. */
export interface Orders {
  readonly file: BranchFile;
  readonly announcements: readonly Announcement[];
  readonly run: string;
  /** The moment at which its clock begins. */
  readonly start: number;
  /** Of the fake service: what follows the host in an address. */
  readonly suffix: string;
  readonly ca: string;
  /** The content folder of the archive that channels are given, where they need one. */
  readonly content?: string | undefined;
}

/** Makes the channels of a runner; `at` is the address of a path at a host of the fake service. */
export type MakeChannels = (deps: ChannelDeps, at: (host: string, path: string) => string) => readonly Channel[];

const lookup: LookupFunction = (_, { all }, callback) => {
  if (all === true) callback(null, [{ address: "127.0.0.1", family: 4 }]);
  else callback(null, "127.0.0.1", 4);
};

const archives = new Map<string, Promise<Archive>>();

/** The archive of a folder, read once: the runs in the test's own process are all of the same editions. */
function openArchive(content: string, now: number): Promise<Archive> {
  // To load what reads content takes longer than to tell.
  const read = async () =>
    (await import("../../src/pipeline/read/publication.ts")).readArchive({ content, now, preview: false });
  const archive = archives.get(content) ?? read();
  archives.set(content, archive);
  return archive;
}

/** Tells as it is ordered, and gives how many tasks are left. */
export async function obey(orders: Orders, makeChannels: MakeChannels): Promise<number> {
  const { file, announcements, run, start, suffix, ca, content } = orders;
  const began = Date.now();
  const clock = () => start + Date.now() - began;
  const deps = {
    archive: content === undefined ? undefined : await openArchive(content, start),
    net: { lookup, timeout: 10_000, ca },
    environment: process.env,
    now: start,
  } as ChannelDeps;
  const channels = makeChannels(deps, (host, path) => `https://${host}${suffix}${path}`);
  let left = 0;
  const telling = { ledger: openLedger(file, (text) => text, 20), run, clock, limit: LIMIT };
  const problem = await tellAll(listTasks(channels, announcements), telling, ({ ending }) => {
    if (!/^(?:told|refused)/.test(ending)) left += 1;
  });
  return problem ? 75 : left;
}

/** Does so in a process of its own. */
export async function runRunner(makeChannels: MakeChannels): Promise<void> {
  process.exitCode = await obey(JSON.parse(process.env["CHAOS"] ?? "") as Orders, makeChannels);
}
