import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** One page of each type of the example site. */
export const PAGE_TYPES = {
  home: "/",
  edition: "/2026/03/04/evening/",
  "edition with a figure": "/2026/03/02/evening/",
  "edition with a picture in its text": "/2026/03/05/morning/",
  story: "/2026/03/04/evening/gemini-flash-lite/",
  "story with paid links": "/2026/03/04/evening/openai-data-agent/",
  "slot list": "/evening/",
  topic: "/topics/research/",
  publisher: "/publishers/arxiv/",
  "topic directory": "/topics/",
  "publisher directory": "/publishers/",
  archive: "/archive/",
  "archive year": "/archive/2026/",
  "archive month": "/archive/2026/03/",
  search: "/search/",
  "standing page": "/standards/",
  corrections: "/corrections/",
  disclosures: "/disclosures/",
  "thread directory": "/threads/",
  thread: "/threads/indirect-prompt-injection/",
  trends: "/trends/",
  subscribe: "/subscribe/",
  api: "/api/",
  "page not found": "/404.html",
} as const;

export const SCHEMES = ["light", "dark"] as const;
export const WIDTHS = [320, 1280] as const;
export const LOOKS = SCHEMES.flatMap((scheme) => WIDTHS.map((width) => ({ scheme, width })));

/** A page that has opened, and what it did that no page may do. */
export interface Visit {
  readonly page: Page;
  /** Addresses asked for beyond the site’s own host. */
  readonly strangers: string[];
  /** Warnings and errors of the console, thrown errors, dialogs. */
  readonly complaints: string[];
}

/** Opens a page in a context of its own and listens to it from the beginning. */
export async function visit(browser: Browser, origin: string, options: BrowserContextOptions): Promise<Visit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const strangers: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(`${origin}/`)) strangers.push(request.url());
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", ({ message }) => complaints.push(`${page.url()}: ${message}`));
  page.on("dialog", (dialog) => {
    complaints.push(`${page.url()}: dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { page, strangers, complaints };
}

/** A context’s options for a screen of this width. */
export function screen(width: number, options: BrowserContextOptions = {}): BrowserContextOptions {
  return { viewport: { width, height: width < 600 ? 740 : 900 }, reducedMotion: "reduce", ...options };
}
