import { once } from "node:events";
import { isIPv6 } from "node:net";
import { InvalidArgumentError } from "commander";
import { readUrl } from "../../content/links/read-url.ts";
import type { Instant } from "../../content/time/calendar.ts";
import { createAddressLimit } from "../../pipeline/letters/form/address-limit.ts";
import { createFormServer } from "../../pipeline/letters/form/form-server.ts";
import { watchStories } from "../../pipeline/letters/form/open-stories.ts";
import { readSecret } from "../../pipeline/letters/queue-folder.ts";
import { clockOf, contentOption, createCommand, nowOption, UsageError } from "../options.ts";
import { openLetters, requireStories } from "./open-letters.ts";
import { queueOption } from "./queue-option.ts";

interface ServeOptions {
  readonly content: string;
  readonly queue?: string;
  readonly now?: Instant;
  readonly port: number;
  readonly host: string;
  readonly url?: string;
  readonly trustProxy: boolean;
  readonly perHour: number;
}

const HOUR = 3_600_000;

function parseNumber(most: number) {
  return (text: string): number => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < 1 || number > most)
      throw new InvalidArgumentError(`Give a number from 1 to ${most}.`);
    return number;
  };
}

function parseAddress(text: string): string {
  const url = readUrl(text);
  if (url?.protocol !== "https:" && url?.protocol !== "http:")
    throw new InvalidArgumentError("Write it as https://letters.example.org.");
  return url.origin + url.pathname.replace(/\/+$/, "");
}

/** What became of the forms that were sent, in a line that says nothing of who sent them. */
function describeCounts(counts: ReadonlyMap<string, number>): string {
  return Array.from(counts, ([outcome, number]) => `${outcome} ${number}`).join(", ");
}

export const serve = createCommand("serve", "take letters by a form, until it is stopped")
  .addOption(contentOption())
  .addOption(queueOption())
  .addOption(nowOption())
  .option("--port <number>", "where it listens", parseNumber(65_535), 8090)
  .option("--host <address>", "the address at which it listens", "127.0.0.1")
  .option("--url <address>", "where readers find it, as “letters: { endpoint }” of site.yaml has it", parseAddress)
  .option("--trust-proxy", "take the last address of X-Forwarded-For for the reader’s", false)
  .option("--per-hour <number>", "so many letters are taken from one address in an hour", parseNumber(100_000), 6)
  .action(async (options: ServeOptions) => {
    const { content, port, host, trustProxy, perHour } = options;
    const { queue } = await openLetters(options.queue, clockOf(options.now));
    // A clock that was set goes on from there.
    const ahead = clockOf(options.now) - Date.now();
    const clock = () => Date.now() + (Math.abs(ahead) < 1000 ? 0 : ahead);
    const counts = new Map<string, number>();
    let stories = requireStories(content, clock());
    const server = createFormServer({
      queue,
      secret: readSecret(queue),
      limit: createAddressLimit(perHour),
      stories: () => stories,
      clock,
      url: options.url,
      trustProxy,
      count(outcome) {
        counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      },
    });
    const tell = () => {
      if (counts.size > 0) process.stdout.write(`${describeCounts(counts)}\n`);
      counts.clear();
    };
    setInterval(() => {
      queue.purge(clock());
      tell();
    }, HOUR).unref();
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.once(signal, () => {
        server.close(() => {
          tell();
          process.exit();
        });
        server.closeIdleConnections();
      });
    server.listen(port, host);
    const [error] = await Promise.race([once(server, "listening").then(() => []), once(server, "error")]).catch(
      (caught: unknown) => [caught],
    );
    if (error)
      throw new UsageError(
        `nothing can listen at ${host}:${port}: ${(error as NodeJS.ErrnoException).code ?? "it is refused"}`,
      );
    // Only now, since a watch would keep a process going that can serve nobody.
    await watchStories(content, clock, (read) => {
      stories = read;
    });
    process.stdout.write(
      `letters are taken at http://${isIPv6(host) ? `[${host}]` : host}:${port}/ and kept in ${queue.folder}\n`,
    );
  });
