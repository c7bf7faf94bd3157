import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { hostBrowser } from "./browser/host.ts";

/** What test files share: a folder for sites and a browser. Neither is made before the first file asks for it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "evening-update-run-"));
  const host = await hostBrowser();
  project.provide("runFolder", folder);
  project.provide("browserHost", host.url);
  return async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  };
}
