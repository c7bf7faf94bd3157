import axe from "axe-core";
import type { Page } from "playwright-core";
import type { Visit } from "./visits.ts";

const OPTIONS: axe.RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  // Of WCAG 2.2, and off unless asked for.
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
};

const CONTRAST: axe.RunOptions = { runOnly: { type: "rule", values: ["color-contrast"] }, resultTypes: ["violations"] };

/** Gives an open page axe; the page’s context must bypass the policy of the pages, which admits no script, so not this one either. */
export async function loadAxe(page: Page): Promise<void> {
  await page.evaluate(axe.source);
}

async function runAxe(page: Page, own: axe.RunOptions): Promise<{ faults: string[]; isPassed: boolean }> {
  const { violations, passes } = await page.evaluate(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(document, options),
    own,
  );
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")}: ${failureSummary ?? ""}`),
  );
  return { faults, isPassed: passes.length > 0 };
}

/** What axe finds wrong with a page. */
export async function findFaults({ page }: Visit, address: string): Promise<string[]> {
  await page.goto(address);
  await loadAxe(page);
  return findMoreFaults(page);
}

/** What axe finds wrong with the page that it was sent to before, as it is now. */
export async function findMoreFaults(page: Page): Promise<string[]> {
  return (await runAxe(page, OPTIONS)).faults;
}

/** What axe finds too weak to be read on an open page that has it. */
export async function findWeakLetters(page: Page): Promise<string[]> {
  const { faults, isPassed } = await runAxe(page, CONTRAST);
  return isPassed ? faults : [...faults, "no letters can be read"];
}
