import axe from "axe-core";
import type { Page } from "playwright-core";
import type { Visit } from "./visits.ts";

const OPTIONS: axe.RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  // Of WCAG 2.2, and off unless asked for.
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
};

/** What axe finds wrong with a page; the visit’s context must bypass the policy of the pages, which admits no script, so not this one either. */
export async function findFaults({ page }: Visit, address: string): Promise<string[]> {
  await page.goto(address);
  await page.evaluate(axe.source);
  return findMoreFaults(page);
}

/** What axe finds wrong with the page that it was sent to before, as it is now. */
export async function findMoreFaults(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(document, options),
    OPTIONS,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")}: ${failureSummary ?? ""}`),
  );
}
