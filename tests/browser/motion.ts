import type { Page } from "playwright-core";

/** What of a page moves for a reader who asked for less motion; the page’s context must ask for it. */
export async function findMotion(page: Page, address: string): Promise<string[]> {
  await page.goto(address);
  return page.evaluate(() => {
    const running = document
      .getAnimations()
      .map(({ effect }) => (effect as KeyframeEffect | null)?.target ?? document.body);
    const moving = [document.documentElement, ...document.querySelectorAll("body, body *")].filter((element) =>
      [null, "::before", "::after"].some((part) => {
        const { animationName, transitionDuration, transitionDelay, scrollBehavior } = getComputedStyle(element, part);
        const waits = [transitionDuration, transitionDelay].some((times) => /[1-9]/.test(times));
        return animationName !== "none" || waits || scrollBehavior === "smooth";
      }),
    );
    return [...running, ...moving].map(({ tagName, className }) => `${tagName.toLowerCase()}.${className}`);
  });
}
