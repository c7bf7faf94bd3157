/// <reference lib="dom" />
// Runs in the head of every page, before anything of it is seen, so that a chosen theme does not flash.
const root = document.documentElement;
const CHOICES = ["theme", "text"];

function recall(name: string): string {
  try {
    return localStorage.getItem(name) ?? "";
  } catch {
    // A browser that keeps nothing forgets the choice with the page.
    return root.dataset[name] ?? "";
  }
}

function choose(name: string, value: string): void {
  root.toggleAttribute(`data-${name}`, value !== "");
  if (value !== "") root.dataset[name] = value;
}

/** The browser's own bars follow the paper. */
function tint(): void {
  const { backgroundColor } = getComputedStyle(root);
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]'))
    meta.content = backgroundColor;
}

for (const name of CHOICES) choose(name, recall(name));

document.addEventListener("change", ({ target }) => {
  const { name, value } = target as HTMLInputElement;
  if (!CHOICES.includes(name)) return;
  choose(name, value);
  tint();
  try {
    localStorage.setItem(name, value);
  } catch {
    // As above.
  }
});

const WAYS: Record<string, (url: string, button: HTMLElement) => unknown> = {
  // Whoever closes the sheet has shared nothing, which is no fault.
  share: (url) => navigator.share({ title: document.title, url }).catch(() => undefined),
  copy: async (url, button) => {
    await navigator.clipboard.writeText(url);
    button.textContent = "Copied";
  },
  print: () => {
    print();
  },
};

document.addEventListener("click", ({ target }) => {
  const { dataset } = target as HTMLElement;
  const { href } = document.querySelector<HTMLLinkElement>('link[rel="canonical"]') ?? location;
  WAYS[dataset["do"] ?? ""]?.(href, target as HTMLElement);
});

document.addEventListener("DOMContentLoaded", () => {
  for (const name of CHOICES)
    for (const input of document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`))
      input.checked = input.value === recall(name);
  if (recall("theme") !== "") tint();
  const can: Record<string, boolean> = { share: "share" in navigator, copy: "clipboard" in navigator, print: true };
  for (const button of document.querySelectorAll<HTMLElement>("[data-do]"))
    (button.parentElement as HTMLElement).hidden = can[button.dataset["do"] ?? ""] !== true;
});
