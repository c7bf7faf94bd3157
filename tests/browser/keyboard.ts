import type { Page } from "playwright-core";

interface Focus {
  readonly name: string;
  /** Its place among all that takes the focus, in the order of the text; −1 for what scrolls by itself. */
  readonly place: number;
  readonly inside: boolean;
  readonly onTop: boolean;
  readonly outlined: boolean;
}

/** Gives all that takes the focus a number, in the order of the text, and returns how many there are. Runs in the browser. */
function numberFocusable(): number {
  const found = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter(
    // What waits in a closed part has a place in the layout, but nobody sees it.
    (element) =>
      element.checkVisibility() && element.getClientRects().length > 0 && (element as HTMLElement).tabIndex >= 0,
  );
  found.forEach((element, place) => {
    element.setAttribute("data-place", String(place));
  });
  return found.length;
}

/** Where the focus is and how it is seen; undefined when it has left the page. Runs in the browser. */
function readFocus(): Focus | undefined {
  const element = document.activeElement;
  if (element === null || element === document.body || element === document.documentElement) return undefined;
  // A link that runs over lines has no middle: its first line stands for it.
  const { top, bottom, left, right, width, height } = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const over = document.elementFromPoint((left + right) / 2, (top + Math.min(bottom, innerHeight)) / 2);
  return {
    name: `${element.tagName.toLowerCase()} “${element.textContent.trim().slice(0, 40)}”`,
    place: Number(element.getAttribute("data-place") ?? -1),
    inside: top > -2 && left >= 0 && top < innerHeight && right <= innerWidth + 1 && width * height > 0,
    onTop: over !== null && (element.contains(over) || over.contains(element)),
    outlined: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && outlineColor !== "rgba(0, 0, 0, 0)",
  };
}

/**
 * Goes through a page with the Tab key alone and tells what is wrong: focus that is not seen, out of view or under something
 * (WCAG 2.2, 2.4.7 and 2.4.11), an order that is not the text’s (2.4.3), a trap (2.1.2), or no way past the masthead first (2.4.1).
 */
export async function walkByKeyboard(page: Page, address: string): Promise<string[]> {
  await page.goto(address);
  const all = await page.evaluate(numberFocusable);
  const problems: string[] = [];
  let next = 0;
  for (let step = 0; next < all; step++) {
    if (step > 2 * all + 20) return [...problems, `the focus never comes to the last of ${all} places`];
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(readFocus);
    if (!focus) return [...problems, `the focus leaves the page after ${next} of ${all} places`];
    const { name, place, inside, onTop, outlined } = focus;
    if (!outlined) problems.push(`${name} has the focus and does not show it`);
    if (!inside) problems.push(`${name} has the focus out of view`);
    if (!onTop) problems.push(`${name} has the focus under something`);
    if (place >= 0 && place !== next)
      return [...problems, `${name} is ${place} in the text and ${next} by the keyboard`];
    if (place >= 0) next++;
  }
  await page.keyboard.press("Tab");
  const beyond = await page.evaluate(readFocus);
  if (beyond && beyond.place === all - 1) problems.push("the focus is caught at the page’s end");
  await page.goto(address);
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => document.activeElement?.getAttribute("href"));
  await page.keyboard.press("Enter");
  const target = await page.evaluate(() => document.querySelector(":target")?.tagName);
  if (first !== "#_main" || target !== "MAIN") problems.push("the first Tab and Enter do not lead past the masthead");
  await page.keyboard.press("Tab");
  if (!(await page.evaluate(() => document.activeElement?.closest("main, footer") !== null)))
    problems.push("after the way past the masthead, the focus is in the masthead");
  return problems;
}
