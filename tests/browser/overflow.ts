import type { Page } from "playwright-core";

/** The elements that stand out of the window to the right, when the page would scroll there; what scrolls by itself may. Runs in the browser. */
export function findOverflow(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const found = [...document.querySelectorAll("body *")]
    .filter((element) => !element.parentElement?.closest(".table, pre"))
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
    .map((element) => `${element.tagName.toLowerCase()}.${element.className} ${element.textContent.slice(0, 40)}`);
  return found.length > 0 ? found.slice(0, 5) : [`the page is ${scrollWidth - clientWidth} pixels too wide`];
}

/** The elements whose text is cut off; what is hidden on purpose for those who listen is left out. Runs in the browser. */
function findClipped(): string[] {
  return [...document.querySelectorAll("body *:not(.hidden)")]
    .filter((element) => {
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
      const tooWide = element.scrollWidth > element.clientWidth + 1;
      const tooHigh = element.scrollHeight > element.clientHeight + 1;
      return (
        textOverflow === "ellipsis" ||
        (tooWide && ["hidden", "clip"].includes(overflowX)) ||
        (tooHigh && ["hidden", "clip"].includes(overflowY))
      );
    })
    .map((element) => `${element.tagName.toLowerCase()}.${element.className} is cut off`);
}

/** What of a page does not fit its screen with text twice as large; the page’s context must bypass its policy. */
export async function findTooLarge(page: Page, address: string): Promise<string[]> {
  await page.goto(address);
  await page.addStyleTag({ content: "html { font-size: 200% !important }" });
  return [...(await page.evaluate(findOverflow)), ...(await page.evaluate(findClipped))];
}
