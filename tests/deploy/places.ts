import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { serveSite } from "../site-server.ts";
import { type ClientName, installClients } from "./clients.ts";
import { BUCKET, startObjectServer } from "./object-server.ts";
import { readAll } from "./versions.ts";

/** Where a site can go: a folder that a web server shows, or a store to which a client speaks. */
export const NAMES = ["a folder", "aws", "rclone"] as const;

export interface Place {
  /** For `--to`. */
  readonly to: string;
  readonly env: Readonly<Record<string, string>>;
  /** Where readers find it. */
  readonly site: string;
  /** About how many milliseconds it takes from the first file to the last. */
  readonly sending: number;
  /** Whether a deploy has begun and not ended. */
  isBegun(): boolean;
  files(): Map<string, Buffer>;
  close(): Promise<void>;
}

const JOURNAL = "/.evening-update.deploying";
const PREFIX = "news/today";

export function environment(folder: string, more: Record<string, string> = {}): Record<string, string> {
  return {
    ...(process.env as Record<string, string>),
    CI: "true",
    EVENING_UPDATE_CACHE: join(folder, "cache"),
    ...more,
  };
}

/** The environment in which these clients, and none else, speak to a store. */
export function storeEnvironment(folder: string, endpoint: string, clients: readonly ClientName[]) {
  return environment(folder, {
    PATH: [installClients(join(folder, "bin"), clients), dirname(process.execPath)].join(":"),
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_REGION: "us-east-1",
  });
}

/** Opens a place that is empty; `folder` is for what it needs. */
export async function openPlace(name: (typeof NAMES)[number], folder: string): Promise<Place> {
  if (name === "a folder") {
    const root = join(folder, "www");
    const server = await serveSite(root);
    return {
      to: root,
      env: environment(folder),
      site: server.url,
      sending: 60,
      isBegun: () => existsSync(root + JOURNAL),
      files: () => readAll(root),
      close: () => server.close(),
    };
  }
  const server = await startObjectServer();
  return {
    to: `s3://${BUCKET}/${PREFIX}`,
    env: storeEnvironment(folder, server.endpoint, [name]),
    site: server.site(PREFIX),
    sending: 2500,
    isBegun: () => server.objects.has(PREFIX + JOURNAL),
    files: () =>
      new Map([...server.objects].map(([key, { bytes }]) => [key.slice(PREFIX.length), bytes] as const).sort()),
    close: () => server.close(),
  };
}
