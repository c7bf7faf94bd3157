import type { Browser, BrowserContextOptions } from "playwright-core";
import { PAGE_BUDGET } from "../../src/pipeline/verify/budget.ts";
import { findFaults } from "../browser/faults.ts";
import { walkByKeyboard } from "../browser/keyboard.ts";
import { type Load, measureLoad, measureShift } from "../browser/loading.ts";
import { findMotion } from "../browser/motion.ts";
import { findTooLarge } from "../browser/overflow.ts";
import { LOOKS, screen, visit, type Visit, WIDTHS } from "../browser/visits.ts";

/** A page type's name and its path. */
export type PageType = readonly [type: string, path: string];

/** What an edition like the example's may load in all, in bytes as sent, its pictures aside. */
export const ALL = 60_000;

interface Check {
  readonly name: string;
  readonly options: BrowserContextOptions;
  readonly find: (visit: Visit, address: string) => Promise<string[]>;
}

/** What is looked for on every page in a browser of these settings; each tells what is wrong. */
export const CHECKS: readonly Check[] = [
  ...LOOKS.map(({ scheme, width }) => ({
    name: `axe, ${scheme}, ${width} px`,
    options: screen(width, { colorScheme: scheme, bypassCSP: true }),
    find: findFaults,
  })),
  {
    name: "axe, forced colours, 320 px",
    options: screen(320, { forcedColors: "active", bypassCSP: true }),
    find: findFaults,
  },
  ...WIDTHS.map((width) => ({
    name: `keyboard alone, ${width} px`,
    options: screen(width, { javaScriptEnabled: false }),
    find: ({ page }: Visit, address: string) => walkByKeyboard(page, address),
  })),
  {
    name: "keyboard alone, forced colours, 320 px",
    options: screen(320, { javaScriptEnabled: false, forcedColors: "active" }),
    find: ({ page }, address) => walkByKeyboard(page, address),
  },
  ...[320, 640].map((width) => ({
    name: `text at 200 %, ${width} px`,
    options: screen(width, { bypassCSP: true }),
    find: ({ page }: Visit, address: string) => findTooLarge(page, address),
  })),
  { name: "less motion", options: screen(1280), find: ({ page }, address) => findMotion(page, address) },
];

/** Makes one check on every page; returns what is wrong, by page. */
export async function checkPages(
  browser: Browser,
  origin: string,
  { options, find }: Check,
  types: readonly PageType[],
): Promise<string[]> {
  const opened = await visit(browser, origin, options);
  const problems: string[] = [];
  for (const [type, path] of types)
    problems.push(...(await find(opened, origin + path)).map((problem) => `${type}: ${problem}`));
  problems.push(...opened.strangers.map((address) => `a page asked for ${address}`), ...opened.complaints);
  await opened.page.context().close();
  return problems;
}

/** What a page loads, how far it moves meanwhile, and what of this is over its budget. */
export async function weighPage(
  browser: Browser,
  origin: string,
  path: string,
): Promise<{ load: Load & { readonly shift: number }; problems: string[] }> {
  const load = await measureLoad(browser, origin, path);
  const shift = await measureShift(browser, origin, path);
  const { html, styles, fonts, other, strangers } = load;
  const all = html + styles + fonts + other;
  const problems = [
    ...(html > PAGE_BUDGET ? [`it takes ${html} bytes; ${PAGE_BUDGET} is its budget`] : []),
    ...(all > ALL ? [`it takes ${all} bytes in all; ${ALL} is its budget`] : []),
    ...(shift > 0 ? [`it moves by ${shift} while it loads`] : []),
    ...strangers.map((address) => `it asks for ${address}`),
  ];
  return { load: { ...load, shift }, problems };
}
