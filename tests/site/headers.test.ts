import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectBrowser } from "../browser/connect.ts";
import { readHeaders, serveSite, type SiteServer } from "../site-server.ts";
import { readFiles } from "../files.ts";
import { exampleSite, SITES } from "../sites.ts";
import { PUBLICATIONS } from "../fixtures.ts";

const DAY = 24 * 60 * 60 * 1000;
const CLOCKS = { example: PUBLICATIONS.example.now, fixture: PUBLICATIONS.fixture.now };

function directives(policy: string): Map<string, string[]> {
  return new Map(
    policy.split("; ").map((directive) => {
      const [name = "", ...values] = directive.split(" ");
      return [name, values];
    }),
  );
}

describe.each(SITES)("the headers of the $name site", ({ name, folder }) => {
  const headers = readHeaders(folder)("/any/page/");
  const policy = directives(headers["Content-Security-Policy"] ?? "");

  test("let a page load and run from this site only, and frame nothing", () => {
    expect(policy.get("default-src")).toEqual(["'none'"]);
    expect(policy.get("base-uri")).toEqual(["'none'"]);
    expect(policy.get("frame-ancestors")).toEqual(["'none'"]);
    for (const [directive, values] of policy)
      for (const value of values)
        if (directive === "script-src") expect(value).toMatch(/^'(self|wasm-unsafe-eval|sha256-[\w+/]+=)'$/);
        else expect(["'self'", "'none'"]).toContain(value);
  });

  test("ask for https for a year, for types as they are told, and for little else from the browser", () => {
    expect(Number(/^max-age=(\d+)/.exec(headers["Strict-Transport-Security"] ?? "")?.[1])).toBeGreaterThanOrEqual(
      31536000,
    );
    expect(headers["X-Content-Type-Options"]).toBe("nosniff");
    expect(headers["Referrer-Policy"]).toMatch(/^(no-referrer|same-origin|strict-origin(-when-cross-origin)?)$/);
    for (const feature of ["camera", "geolocation", "microphone"])
      expect(headers["Permissions-Policy"]).toContain(`${feature}=()`);
  });

  test("are narrowed in every page to what it needs, for hosts that send none too", () => {
    const pages = readFiles(folder, ".html");
    expect(pages.length).toBeGreaterThan(30);
    for (const { path, text } of pages) {
      const [, written = ""] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(text) ?? [];
      const own = directives(written.replaceAll("&#39;", "'"));
      expect(own.get("default-src"), path).toEqual(["'none'"]);
      expect(
        own.get("script-src")?.filter((value) => !value.startsWith("'sha256-")),
        path,
      ).toEqual(path === "search/index.html" ? ["'self'", "'wasm-unsafe-eval'"] : []);
      for (const [directive, values] of own)
        for (const value of values)
          expect(value === "'none'" || policy.get(directive)?.includes(value), `${path}: ${directive} ${value}`).toBe(
            true,
          );
    }
  });

  test("come with a security.txt that names a contact and expires once, within a year (RFC 9116)", () => {
    const text = readFileSync(join(folder, ".well-known/security.txt"), "utf8");
    expect(text).toMatch(/^Contact: (mailto:|https:\/\/)\S+$/m);
    const [expires, ...more] = [...text.matchAll(/^Expires: (\S+)$/gm)].map(([, moment = ""]) => Date.parse(moment));
    expect(more).toEqual([]);
    const left = (expires ?? 0) - Date.parse(CLOCKS[name]);
    expect(left).toBeGreaterThan(30 * DAY);
    expect(left).toBeLessThanOrEqual(365 * DAY);
  });
});

describe("a script that got into a page", () => {
  const INJECTED = [
    "<script>alert(1)</script>",
    "<img src=/favicon.svg onload=alert(2)>",
    '<script src="https://evil.example/x.js"></script>',
    '<iframe srcdoc="<script>alert(3)</script>"></iframe>',
    '<a id="link" href="javascript:alert(4)">x</a>',
    "<style>body{display:none}</style>",
  ].join("");
  let browser: Browser;
  let server: SiteServer;

  beforeAll(async () => {
    browser = await connectBrowser();
    server = await serveSite(exampleSite());
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  test.each(["as the page itself says", "as the host's headers say"])("does not run, %s", async (source) => {
    const page = await browser.newPage();
    const alerts: string[] = [];
    const strangers: string[] = [];
    page.on("dialog", (dialog) => {
      alerts.push(dialog.message());
      void dialog.dismiss();
    });
    page.on("requestfinished", (request) => {
      if (!request.url().startsWith(server.url)) strangers.push(request.url());
    });
    await page.route(`${server.url}/about/`, async (route) => {
      const response = await route.fetch();
      const html = (await response.text()).replace("</main>", `${INJECTED}</main>`);
      const bare = { "content-type": "text/html; charset=utf-8" };
      await route.fulfill(
        source === "as the page itself says"
          ? { body: html, headers: bare }
          : { response, body: html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "") },
      );
    });
    await page.goto(`${server.url}/about/`, { waitUntil: "load" });
    await page.locator("#link").click({ force: true });
    await page.waitForTimeout(200);
    expect(alerts).toEqual([]);
    expect(strangers).toEqual([]);
    expect(await page.locator("h1").isVisible()).toBe(true);
    await page.close();
  });
});
