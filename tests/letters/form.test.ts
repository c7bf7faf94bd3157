import { rmSync } from "node:fs";
import { request } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { askToken, layLetterSite, type LetterSite, NOW, send, STORY, tokenIn, TYPED } from "./letter-site.ts";
import { type LetterServer, serveLetters } from "./serve-letters.ts";

const HOUR = 3_600_000;

let site: LetterSite;
let server: LetterServer;

beforeEach(async () => {
  site = layLetterSite();
  server = await serveLetters(site);
});

afterEach(async () => {
  await server.close();
  rmSync(site.folder, { recursive: true, force: true });
});

const kept = () => server.queue.list().letters;

async function restart(options: Parameters<typeof serveLetters>[1]): Promise<void> {
  await server.close();
  server = await serveLetters(site, options);
}

describe("the form", () => {
  test("names its fields, runs nothing and is found by no search", async () => {
    const response = await fetch(`${server.url}/?story=${encodeURIComponent(STORY)}`);
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('<html lang="en" dir="ltr">');
    expect(page).toContain('<label for="name">Name <span class="mark">(required)</span></label>');
    expect(page).toContain("It will not be published.");
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).toContain('href="https://update.example.org/2026/03/04/evening/open-model/"');
    expect(page).not.toContain("<script");
    const policy = response.headers.get("content-security-policy");
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self';/);
  });

  test("has a letter kept, and thanks for it", async () => {
    const token = await askToken(server.url);
    const response = await send(server.url, {
      ...TYPED,
      text: TYPED.text.replaceAll("\n", "\r\n"),
      story: STORY,
      token,
    });
    expect(response.status).toBe(303);
    const location = response.headers.get("location") ?? "";
    expect(location).toBe(`/thanks?story=${encodeURIComponent(STORY)}`);
    expect(await (await fetch(server.url + location)).text()).toContain("Thank you for your letter");
    expect(kept()).toMatchObject([{ story: STORY, ...TYPED, at: NOW }]);
  });

  test("has one that is sent twice kept once, and another one of the same page, too", async () => {
    const form = { ...TYPED, story: STORY, token: await askToken(server.url) };
    const all = await Promise.all(
      [form, form, { ...form, text: "Other words." }].map((each) => send(server.url, each)),
    );
    expect(all.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(
      kept()
        .map(({ text }) => text)
        .sort(),
    ).toEqual([TYPED.text, "Other words."].sort());
  });

  test("comes back with everything that was typed and all that is wrong", async () => {
    const typed = { name: "ada@example.net", email: "<ada>", text: `</textarea>"${"x".repeat(3000)}` };
    const response = await send(server.url, { ...typed, story: STORY, token: await askToken(server.url) });
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain('value="&lt;ada&gt;" aria-invalid="true" aria-describedby="email-note email-fault"');
    expect(page).toContain('value="ada@example.net" required="" aria-invalid="true" aria-describedby="name-fault"');
    expect(page).toContain(`\n&lt;/textarea&gt;&quot;${"x".repeat(3000)}</textarea>`);
    expect(page).toContain("This has 3,012 characters; at most 3,000 are possible.");
    expect(page.match(/<li><a href="#(?:name|email|text)">/g)).toHaveLength(3);
    expect(kept()).toEqual([]);
  });

  test.each([
    ["an empty name", { name: "  " }, "Give your name."],
    ["no words", { text: "\u3164\n" }, "Write your letter."],
    ["a long name", { name: "x".repeat(81) }, "81 characters"],
    ["no address", { email: "ada" }, "This is no e-mail address."],
    ["an address among the words", { text: "Write to bob@example.org." }, "An e-mail address stands here"],
    ["the address itself among the words", { email: "a.+@x.example", text: "me: A.+@X.example" }, "An e-mail address"],
    ["a word of two alphabets", { text: "The \u041EpenAI model." }, "cannot be published"],
    ["the signs of a merge", { text: "<<<<<<< a\nb\n=======\nc\n>>>>>>> d" }, "cannot be published"],
  ])("comes back for %s", async (_, wrong, told) => {
    const response = await send(server.url, { ...TYPED, ...wrong, story: STORY, token: await askToken(server.url) });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(told);
    expect(kept()).toEqual([]);
  });

  test("takes out what nobody sees and nobody typed", async () => {
    const wrong = { name: " Ada\u200B\t Example\u202E", text: "\uFEFFOne\u0000 \u200Eli\uFFFEne.\r\rTwo.\u2028Three." };
    await send(server.url, { ...TYPED, ...wrong, story: STORY, token: await askToken(server.url) });
    expect(kept()).toMatchObject([{ name: "Ada Example", text: "One line.\n\nTwo.\nThree." }]);
  });

  test.each([
    ["forged", (token: string) => `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`],
    ["missing", () => ""],
  ])("with a %s token comes back with its text and a token that is right", async (_, change) => {
    const form = { ...TYPED, story: STORY, token: change(await askToken(server.url)) };
    const response = await send(server.url, form);
    const page = await response.text();
    expect(response.status).toBe(409);
    expect(page).toContain(`\n${TYPED.text}</textarea>`);
    expect(kept()).toEqual([]);
    expect((await send(server.url, { ...form, token: tokenIn(page) })).status).toBe(303);
    expect(kept()).toHaveLength(1);
  });

  test("holds for twelve hours", async () => {
    const token = await askToken(server.url);
    for (const [later, status] of [
      [12 * HOUR, 409],
      [12 * HOUR - 1, 303],
    ] as const) {
      await restart({ clock: () => NOW + later });
      expect((await send(server.url, { ...TYPED, story: STORY, token })).status).toBe(status);
    }
  });

  test("that a program filled in seems to be taken", async () => {
    const token = await askToken(server.url);
    const response = await send(server.url, { ...TYPED, story: STORY, token, homepage: "https://spam.example" });
    expect(response.status).toBe(303);
    expect(kept()).toEqual([]);
    expect(server.outcomes).toEqual(["trapped"]);
  });
});

describe("what is refused", () => {
  test.each([
    [{ Origin: "https://evil.example" }, 403],
    [{ Origin: "null" }, 403],
    [{ "Sec-Fetch-Site": "cross-site" }, 403],
    [{ "Sec-Fetch-Site": "same-site" }, 403],
    [{ "Sec-Fetch-Site": "none" }, 403],
    [{ "Sec-Fetch-Site": "same-origin" }, 303],
  ])("a form from elsewhere: %j", async (headers, status) => {
    const form = { ...TYPED, story: STORY, token: await askToken(server.url) };
    expect((await send(server.url, form, headers)).status).toBe(status);
    expect(kept()).toHaveLength(status === 303 ? 1 : 0);
  });

  test("but not one of its own address, behind a proxy too", async () => {
    await restart({ url: "https://letters.example.org/to" });
    const page = await (await fetch(`${server.url}/?story=${encodeURIComponent(STORY)}`)).text();
    expect(page).toContain('<form method="post" action="/to/"');
    const form = { ...TYPED, story: STORY, token: tokenIn(page) };
    expect((await send(server.url, form, { Origin: server.url })).status).toBe(403);
    const response = await send(server.url, form, { Origin: "https://letters.example.org" });
    expect(response.headers.get("location")).toMatch(/^\/to\/thanks\?/);
  });

  test.each(["multipart/form-data; boundary=x", "text/plain", "application/json"])("a body of %s", async (type) => {
    const response = await fetch(`${server.url}/`, { method: "POST", body: "x", headers: { "Content-Type": type } });
    expect(response.status).toBe(415);
  });

  test("60 kB, whether it is said or not", async () => {
    const token = await askToken(server.url);
    expect((await send(server.url, { ...TYPED, story: STORY, token, text: "x".repeat(60_000) })).status).toBe(413);
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const status = await new Promise((resolve, reject) => {
      const sending = request(`${server.url}/`, { method: "POST", headers }, (response) => {
        resolve(response.statusCode);
        response.resume();
      });
      sending.on("error", reject);
      sending.write("text=");
      // It is never ended: the answer comes before.
      sending.write("x".repeat(60_000));
    });
    expect(status).toBe(413);
  });

  test("but not a letter of 3,000 characters, each as long as they come", async () => {
    const text = "𝒳".repeat(3000);
    expect((await send(server.url, { ...TYPED, story: STORY, token: await askToken(server.url), text })).status).toBe(
      303,
    );
    expect(kept()).toMatchObject([{ text }]);
  });

  test("a story that nobody knows, and one that takes none", async () => {
    const address = `${server.url}/?story=`;
    expect((await fetch(`${address}2026-03-04-evening/unknown`)).status).toBe(404);
    expect((await fetch(address)).status).toBe(404);
    expect((await fetch(`${server.url}/x`)).status).toBe(404);
    expect((await fetch(`${server.url}/`, { method: "DELETE" })).status).toBe(405);
    const token = await askToken(server.url);
    await restart({ clock: () => NOW + 14 * 24 * HOUR });
    const closed = await fetch(`${address.replace(/^.*\?/, `${server.url}/?`)}${STORY}`);
    expect(closed.status).toBe(410);
    expect(await closed.text()).toContain("This story takes no more letters.");
    expect((await send(server.url, { ...TYPED, story: STORY, token })).status).toBe(410);
    // Before it is out, nobody may learn that it is coming.
    await restart({ clock: () => Date.parse("2026-03-04T17:59:59Z") });
    expect((await fetch(`${server.url}/?story=${STORY}`)).status).toBe(404);
    await server.close();
    const other = layLetterSite("");
    server = await serveLetters(other);
    expect((await fetch(`${server.url}/?story=${STORY}`)).status).toBe(410);
    rmSync(other.folder, { recursive: true, force: true });
  });

  test("more than its share from one address, with the text kept", async () => {
    await restart({ perHour: 2, trustProxy: true });
    const token = await askToken(server.url);
    const from = (address: string, text: string) =>
      send(server.url, { ...TYPED, text, story: STORY, token }, { "X-Forwarded-For": `203.0.113.9, ${address}` });
    expect((await from("2001:db8:1:2::1", "a")).status).toBe(303);
    expect((await from("2001:db8:1:2::1", "a")).status).toBe(303);
    expect((await from("2001:db8:1:2:ffff::", "b")).status).toBe(303);
    const third = await from("2001:db8:1:2::7", "c");
    expect(third.status).toBe(429);
    expect(third.headers.get("retry-after")).toBe("3600");
    expect(await third.text()).toContain("\nc</textarea>");
    expect((await from("2001:db8:1:3::1", "d")).status).toBe(303);
    expect(kept()).toHaveLength(3);
  });

  test("more than the queue holds", async () => {
    await restart({ queue: { ...server.queue, add: () => Promise.resolve("full") } });
    const response = await send(server.url, { ...TYPED, story: STORY, token: await askToken(server.url) });
    expect(response.status).toBe(503);
    expect(await response.text()).toContain(`\n${TYPED.text}</textarea>`);
    await restart({ queue: { ...server.queue, add: () => Promise.reject(new Error("no space left")) } });
    expect((await send(server.url, { ...TYPED, story: STORY, token: await askToken(server.url) })).status).toBe(503);
  });
});

test("of 500 letters at once each is kept or told why not", async () => {
  await restart({ perHour: 400 });
  const token = await askToken(server.url);
  const all = await Promise.all(
    Array.from({ length: 500 }, async (_, at) => {
      const { status } = await send(server.url, { ...TYPED, text: `Letter ${at}.`, story: STORY, token });
      return { status, text: `Letter ${at}.` };
    }),
  );
  const textsWith = (wanted: number) => all.flatMap(({ status, text }) => (status === wanted ? [text] : [])).sort();
  expect(textsWith(429)).toHaveLength(100);
  expect(textsWith(303)).toHaveLength(400);
  const texts = kept().map(({ text }) => text);
  expect(texts.sort()).toEqual(textsWith(303));
});
