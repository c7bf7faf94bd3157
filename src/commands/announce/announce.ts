import { lookup } from "node:dns";
import { InvalidArgumentError, Option } from "commander";
import { spellOut } from "../../content/words/invisible.ts";
import { CHANNELS } from "../../pipeline/announce/channel.ts";
import { createRedactor } from "../../pipeline/announce/redact.ts";
import { durationOption } from "../duration.ts";
import { describeFailure } from "../failure.ts";
import { contentOption, createCommand, nowOption, UsageError } from "../options.ts";
import { WRONG } from "./exits.ts";
import { type AnnounceOptions, type Place, runAnnounce } from "./run-announce.ts";

/** In milliseconds, for each answer. */
const TIMEOUT = 30_000;

function parsePlace(text: string): Place {
  const at = text.lastIndexOf(":");
  const channel = CHANNELS.find((name) => name === text.slice(at + 1));
  if (at < 1 || !channel) throw new InvalidArgumentError("Write it as 2026-03-04-evening:mail.");
  return { key: text.slice(0, at), channel };
}

export const announce = createCommand("announce", "tell that an edition is out, once on each channel of site.yaml")
  .addOption(contentOption())
  .addOption(nowOption())
  .addOption(new Option("--only <channel>", "this channel alone").choices(CHANNELS))
  .option("--dry-run", "say what would be told, and ask nobody", false)
  .addOption(
    durationOption("--wait <time>", "how long the live site may take to be what this checkout makes", {
      usual: "5m",
      least: "0s",
      most: "1h",
    }),
  )
  .addOption(
    new Option(
      "--resolve <key:channel>",
      "write down what became of an announcement of which no run can know",
    ).argParser(parsePlace),
  )
  .addOption(new Option("--as <what>", "with --resolve: it went out, or it did not").choices(["sent", "lost"]))
  .action(async (options: AnnounceOptions) => {
    if ((options.resolve === undefined) !== (options.as === undefined))
      throw new UsageError("--resolve and --as go together: --resolve 2026-03-04-evening:mail --as sent");
    const environment = process.env;
    const redact = createRedactor(environment);
    const say = (text: string) => {
      process.stdout.write(`${redact(text).split("\n").map(spellOut).join("\n")}\n`);
    };
    try {
      process.exitCode = await runAnnounce(options, { net: { lookup, timeout: TIMEOUT }, environment, say });
    } catch (error) {
      if (error instanceof UsageError) throw error;
      process.stderr.write(`${redact(describeFailure(error))}\n`);
      process.exitCode = WRONG;
    }
  });
