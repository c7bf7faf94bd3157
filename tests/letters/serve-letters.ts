import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAddressLimit } from "../../src/pipeline/letters/form/address-limit.ts";
import { createFormServer, type FormOptions } from "../../src/pipeline/letters/form/form-server.ts";
import { readStories } from "../../src/pipeline/letters/form/open-stories.ts";
import { openQueue, type Queue } from "../../src/pipeline/letters/queue.ts";
import { type LetterSite, NOW } from "./letter-site.ts";

/** A server that takes letters, within the test’s own process. */
export interface LetterServer {
  readonly url: string;
  readonly queue: Queue;
  /** What became of the forms that were sent. */
  readonly outcomes: readonly string[];
  close(): Promise<void>;
}

export async function serveLetters(
  { content, queue: folder }: Pick<LetterSite, "content" | "queue">,
  options: Partial<FormOptions> & { readonly perHour?: number } = {},
): Promise<LetterServer> {
  const queue = openQueue(folder);
  const stories = readStories(content, NOW);
  const outcomes: string[] = [];
  const server = createFormServer({
    queue,
    secret: Buffer.alloc(32, 7),
    limit: createAddressLimit(options.perHour ?? 1000),
    stories: () => stories,
    clock: () => NOW,
    trustProxy: false,
    count: (outcome) => outcomes.push(outcome),
    ...options,
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    queue,
    outcomes,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
