import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserServer } from "playwright-core";
import { serveBrowser } from "./launch.ts";

export interface BrowserHost {
  readonly url: string;
  /** Ends the browser, if there is one. */
  close(): Promise<void>;
}

/**
 * Keeps one browser for all test files, which run in processes of their own: whoever asks at the address is told where to
 * connect. The browser starts when it is first asked for. It listens on this computer only.
 */
export async function hostBrowser(): Promise<BrowserHost> {
  let browser: Promise<BrowserServer> | undefined;
  const server = createServer((_, response) => {
    browser ??= serveBrowser();
    browser.then(
      (own) => response.end(own.wsEndpoint()),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      server.close();
      await (await browser?.catch(() => undefined))?.close();
    },
  };
}
