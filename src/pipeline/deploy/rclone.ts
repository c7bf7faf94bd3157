import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Client, Surroundings } from "./client.ts";
import { describeEnded, type Ended, runProgram } from "./run-program.ts";

/** rclone says so where a folder or file is not there. */
const MISSING: ReadonlySet<number | null> = new Set([3, 4]);

/** What an `s3://` address means to rclone: keys, endpoint and region of the AWS command line's variables, but where its own say otherwise. */
function environment(): NodeJS.ProcessEnv {
  const { AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, AWS_REGION, AWS_DEFAULT_REGION, AWS_PROFILE } = process.env;
  const endpoint = AWS_ENDPOINT_URL_S3 ?? AWS_ENDPOINT_URL;
  const region = AWS_REGION ?? AWS_DEFAULT_REGION;
  return {
    RCLONE_S3_ENV_AUTH: "true",
    RCLONE_S3_PROVIDER: endpoint === undefined ? "AWS" : "Other",
    ...(endpoint !== undefined && { RCLONE_S3_ENDPOINT: endpoint }),
    ...(region !== undefined && { RCLONE_S3_REGION: region }),
    ...(AWS_PROFILE !== undefined && { RCLONE_S3_PROFILE: AWS_PROFILE }),
    // A name that is written wrongly shall not become a new bucket.
    RCLONE_S3_NO_CHECK_BUCKET: "true",
    ...process.env,
  };
}

/** rclone; `root` is a place as it writes them, `REMOTE:PATH`. */
export function openRclone(root: string, { program, lock }: Surroundings): Client {
  const env = environment();
  const run = (args: readonly string[], input?: string) =>
    runProgram(program, args, { env, lock, ...(input !== undefined && { input }) });
  const must = async (doing: string, args: readonly string[]): Promise<Ended> => {
    const ended = await run(args);
    if (ended.code !== 0) throw describeEnded(`rclone: ${doing} ${root}`, ended);
    return ended;
  };
  const placeOf = (path: string) => (root.endsWith(":") ? root + path.slice(1) : root + path);
  return {
    async list() {
      const ended = await run(["lsjson", "-R", "--files-only", "--no-modtime", "--no-mimetype", root]);
      if (MISSING.has(ended.code)) return new Map<string, number>();
      if (ended.code !== 0) throw describeEnded(`rclone: listing ${root}`, ended);
      const entries = JSON.parse(ended.stdout) as { readonly Path: string; readonly Size: number }[];
      return new Map(entries.map(({ Path, Size }) => [`/${Path}`, Size]));
    },
    async read(path) {
      const ended = await run(["cat", placeOf(path)]);
      // An object store has no folders, so what is not there is to rclone an empty one.
      if (MISSING.has(ended.code) || (ended.code === 0 && ended.stdout === "")) return undefined;
      if (ended.code !== 0) throw describeEnded(`rclone: reading ${placeOf(path)}`, ended);
      return ended.stdout;
    },
    async send(folder, headers) {
      const told = Object.entries(headers).flatMap(([name, value]) => ["--header-upload", `${name}: ${value}`]);
      await must("sending to", ["copy", "--no-check-dest", "--no-traverse", ...told, folder, root]);
    },
    async remove(paths, folder) {
      const file = join(folder, "paths");
      writeFileSync(file, paths.map((path) => `${path.slice(1)}\n`).join(""));
      await must("removing from", ["delete", "--files-from-raw", file, root]);
    },
  };
}
