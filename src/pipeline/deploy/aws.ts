import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Client, Surroundings } from "./client.ts";
import { describeEnded, type Ended, runProgram } from "./run-program.ts";
import type { Headers } from "./store.ts";

/** Of objects that one request may delete. */
const MOST_DELETED = 1000;

/** How the command line has the headers that an object can carry. */
const OPTIONS: Record<string, string> = {
  "cache-control": "--cache-control",
  "content-disposition": "--content-disposition",
  "content-encoding": "--content-encoding",
  "content-language": "--content-language",
  "content-type": "--content-type",
};

function optionsOf(headers: Headers): string[] {
  return Object.entries(headers).flatMap(([name, value]) => {
    const option = OPTIONS[name.toLowerCase()];
    return option === undefined ? [] : [option, value];
  });
}

/** The AWS command line; endpoint, region and keys are those of its own configuration. `prefix` is empty or ends with `/`. */
export function openAws(bucket: string, prefix: string, { program, lock }: Surroundings): Client {
  const root = `s3://${bucket}/${prefix}`;
  const env = { ...process.env, AWS_PAGER: "" };
  const run = (args: readonly string[]) => runProgram(program, args, { env, lock });
  const must = async (doing: string, args: readonly string[]): Promise<Ended> => {
    const ended = await run(args);
    if (ended.code !== 0) throw describeEnded(`aws: ${doing} ${root}`, ended);
    return ended;
  };
  return {
    async list() {
      const { stdout } = await must("listing", [
        ...["s3api", "list-objects-v2", "--bucket", bucket, "--prefix", prefix],
        ...["--query", "Contents[].[Key,Size]", "--output", "json"],
      ]);
      const entries = (JSON.parse(stdout.trim() || "null") ?? []) as [key: string, size: number][];
      return new Map(entries.map(([key, size]) => [`/${key.slice(prefix.length)}`, size]));
    },
    async read(path) {
      const ended = await run(["s3", "cp", "--only-show-errors", root + path.slice(1), "-"]);
      if (ended.code === 0) return ended.stdout;
      if (/\(404\)|NoSuchKey/.test(ended.stderr)) return undefined;
      throw describeEnded(`aws: reading ${root}${path.slice(1)}`, ended);
    },
    async send(folder, headers) {
      await must("sending to", [
        ...["s3", "cp", folder, root, "--recursive", "--only-show-errors"],
        ...optionsOf(headers),
      ]);
    },
    async remove(paths, folder) {
      for (let at = 0; at < paths.length; at += MOST_DELETED) {
        const file = join(folder, `${at}.json`);
        const keys = paths.slice(at, at + MOST_DELETED).map((path) => ({ Key: prefix + path.slice(1) }));
        writeFileSync(file, JSON.stringify({ Objects: keys, Quiet: true }));
        const ended = await must("removing from", [
          ...["s3api", "delete-objects", "--bucket", bucket, "--delete", `file://${file}`],
          ...["--query", "Errors", "--output", "json"],
        ]);
        if (/\w/.test(ended.stdout.replace("null", ""))) throw describeEnded(`aws: removing from ${root}`, ended);
      }
    },
  };
}
