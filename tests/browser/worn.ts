import type { Page } from "playwright-core";

/** Has an open page in other stylesheets; each is known by its name without the sign of its content. */
export async function wear(page: Page, sheets: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((texts) => {
    for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
      const style = document.createElement("style");
      style.media = link.getAttribute("media") ?? "";
      style.dataset["sheet"] = /\/-\/(\w+)\.\w+\.css$/.exec(link.getAttribute("href") ?? "")?.[1] ?? "";
      link.replaceWith(style);
    }
    for (const style of document.querySelectorAll<HTMLStyleElement>("style[data-sheet]")) {
      const text = texts[style.dataset["sheet"] ?? ""];
      if (text === undefined) throw new Error(`no stylesheet ${style.dataset["sheet"] ?? ""}`);
      style.textContent = text;
    }
  }, sheets);
}

/** The colour that a custom property of the page stands for. */
export async function readColour(page: Page, property: string): Promise<string> {
  return page.evaluate((name) => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.color = `var(${name})`;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }, property);
}
