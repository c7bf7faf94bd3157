import { generateKeyPairSync } from "node:crypto";
import net from "node:net";
import { dkimVerify } from "mailauth/lib/dkim/verify.js";
import { simpleParser } from "mailparser";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Announcement, Channel } from "../../src/pipeline/announce/channel.ts";
import { makeMailChannel } from "../../src/pipeline/announce/mail/mail-channel.ts";
import { readRelay } from "../../src/pipeline/announce/mail/smtp.ts";
import { messagesOf } from "../../src/locales/messages.ts";
import type { Archive } from "../../src/pipeline/read/archive.ts";
import { editionInMail } from "../../src/views/mail/mail.ts";
import { PUBLICATIONS } from "../fixtures.ts";
import { type Hosts, serveHosts } from "../gather/loopback.ts";
import { announcementsOf, depsOf, made, openArchive } from "./deps.ts";
import { createButtondown, type FakeButtondown } from "./fakes/buttondown.ts";
import { type FakeRelay, startRelay } from "./fakes/relay.ts";

const API_KEY = "a-key-of-buttondown";
const LIST = "readers@lists.example";
const USER = "desk@example.org";
const PASSWORD = "p@ss:w/rd";

const { privateKey, publicKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "der" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

let archive: Archive;
let hosts: Hosts;
let announcements: Announcement[];
let buttondown: FakeButtondown;
let relay: FakeRelay;
let now = Date.parse("2026-03-06T00:00:00Z");

beforeAll(async () => {
  archive = await openArchive(PUBLICATIONS.example);
  announcements = announcementsOf(archive);
  hosts = await serveHosts({
    buttondown: (request, response) => {
      buttondown.reply(request, response);
    },
  });
  relay = await startRelay(USER, PASSWORD);
});

afterAll(async () => {
  hosts.close();
  await relay.close();
});

beforeEach(() => {
  now = Date.parse("2026-03-06T00:00:00Z");
  buttondown = createButtondown(API_KEY, () => now);
});

const latest = () => announcements.at(-1) as Announcement;

function openButtondown(mode?: "send", key = API_KEY): Channel {
  const environment = { BUTTONDOWN_API_KEY: key, BUTTONDOWN_SERVICE: hosts.at("buttondown", "") };
  return made(makeMailChannel({ via: "buttondown", mode }, depsOf(archive, environment, hosts.net, now)));
}

function openList(environment: Readonly<Record<string, string>> = {}, from = archive): Channel {
  const deps = depsOf(from, { SMTP_URL: relay.url, ...environment }, hosts.net, now);
  return made(makeMailChannel({ via: LIST, mode: "send" }, deps));
}

/** Whether an edition pays for a link in its short mail, and in its whole. */
function paysOf({ identity }: Announcement, from = archive) {
  const { site, edition } = from.get(identity)?.load() ?? {};
  if (!site || !edition) throw new Error(`${identity} is not there`);
  const pays = (own: typeof edition) => [own, ...own.stories].some(({ programmes }) => programmes.length > 0);
  return { short: pays(editionInMail(edition, site.publication.base, "short")), whole: pays(edition) };
}

const tellsOfPaid = (text: string) => text.includes(messagesOf(archive.site.publication).text.paidLinks);

describe("every edition, mailed", () => {
  test("by Buttondown as a draft: each once, telling of the paid links that it holds and of no others", async () => {
    const channel = openButtondown();
    for (const announcement of announcements)
      expect(await channel.send(announcement)).toMatchObject({
        kind: "done",
        receipt: expect.stringMatching(/^em_/) as string,
      });
    expect(buttondown.posts()).toHaveLength(8);
    for (const [index, { subject, body, status, canonical_url: address }] of buttondown.posts().entries()) {
      const announcement = announcements[index] as Announcement;
      expect(status).toBe("draft");
      expect(address).toBe(announcement.url);
      expect(body).toMatch(/^<!-- buttondown-editor-mode: naked -->\n<!doctype html>/);
      expect(body).toContain(`href="${announcement.url}"`);
      expect(subject).not.toBe("");
      expect(tellsOfPaid(body), announcement.identity).toBe(paysOf(announcement).short);
    }
  });

  test("to a list: each once, in both parts, telling of the paid links that it holds and of no others", async () => {
    const channel = openList();
    const before = relay.posts().length;
    for (const announcement of announcements) expect(await channel.send(announcement)).toMatchObject({ kind: "done" });
    const sent = relay.posts().slice(before);
    expect(sent).toHaveLength(8);
    for (const [index, { from, to, bytes }] of sent.entries()) {
      const announcement = announcements[index] as Announcement;
      expect([from, to]).toEqual(["desk@example.org", [LIST]]);
      const parsed = await simpleParser(bytes, { skipHtmlToText: true, skipTextToHtml: true });
      expect(parsed.messageId).toBe(`<${announcement.identity}.short@example.org>`);
      for (const part of [parsed.text ?? "", parsed.html || ""]) {
        expect(part).toContain(announcement.url);
        expect(tellsOfPaid(part), announcement.identity).toBe(paysOf(announcement).short);
      }
    }
    // One pays by a link of an analysis alone, which its mail does not hold.
    expect(announcements.filter((own) => paysOf(own).whole && !paysOf(own).short).length).toBeGreaterThan(0);
  });

  test("of a publication with every shape of the format tells of paid links and of machines where they are", async () => {
    const fixture = await openArchive(PUBLICATIONS.fixture);
    const m = messagesOf(fixture.site.publication);
    const channel = openList({}, fixture);
    const found = { paid: 0, unpaid: 0, generated: 0 };
    for (const announcement of announcementsOf(fixture)) {
      expect(await channel.send(announcement), announcement.identity).toMatchObject({ kind: "done" });
      const parsed = await simpleParser(relay.posts().at(-1)?.bytes ?? "", { skipHtmlToText: true });
      const { short } = paysOf(announcement, fixture);
      const texts = fixture.get(announcement.identity)?.load().edition;
      const generated = [texts, ...(texts?.stories ?? [])].some((own) => own?.ai === "ai-autonomous");
      for (const part of [parsed.text ?? "", parsed.html || ""]) {
        expect(
          part.includes(
            m.disclosure
              .edition({ publisher: fixture.site.publication.publisher.name, mark: m.text.paidLink })
              .slice(0, 20),
          ),
        ).toBe(short);
        if (generated) expect(part).toMatch(new RegExp(`${m.label.generated}|${m.levels.generated}`));
      }
      found[short ? "paid" : "unpaid"]++;
      if (generated) found.generated++;
    }
    for (const [kind, count] of Object.entries(found)) expect(count, kind).toBeGreaterThan(0);
  });

  test("is described as it goes out, without a socket and without a secret", async () => {
    const connect = vi.spyOn(net.Socket.prototype, "connect").mockImplementation(() => {
      throw new Error("a socket was opened");
    });
    const dkim = { DKIM_PRIVATE_KEY: privateKey, DKIM_SELECTOR: "news" };
    for (const channel of [openButtondown(), openButtondown("send"), openList(dkim)]) {
      const told = await channel.describe(latest());
      expect(told).toContain("Subject: ");
      expect(told).toContain(latest().url);
      for (const secret of [API_KEY, PASSWORD, encodeURIComponent(PASSWORD), privateKey.slice(60, 100)])
        expect(told).not.toContain(secret);
    }
    expect(await openButtondown().describe(latest())).toMatch(/^a draft for Buttondown/);
    expect(await openButtondown("send").describe(latest())).toMatch(/^an e-mail that Buttondown at .* sends/);
    expect(connect).not.toHaveBeenCalled();
    connect.mockRestore();
  });

  test("waits where readers may not see it", async () => {
    const gone = { ...latest(), identity: "2026-03-09-evening" };
    for (const channel of [openButtondown(), openList()])
      expect(await channel.send(gone)).toMatchObject({ kind: "later", problem: "2026-03-09-evening is not published" });
  });
});

describe("Buttondown", () => {
  test("sends at once where it is told to, and not before", async () => {
    await openButtondown("send").send(latest());
    expect(buttondown.posts()[0]?.status).toBe("about_to_send");
  });

  test.each([
    [
      "was lost",
      () => {
        buttondown.loseNextReply();
      },
    ],
    [
      "came as a fault of the server",
      () => {
        buttondown.spoilNextReply(500);
      },
    ],
  ])("has one e-mail where the answer %s, and its key was forgotten", async (_, spoil) => {
    const channel = openButtondown();
    spoil();
    expect(await channel.send(latest())).toMatchObject({ kind: "open" });
    const claimed = now;
    buttondown.forgetKeys();
    now += 5 * 3_600_000;
    buttondown.addOthers(25);
    expect(await channel.resume(latest(), claimed)).toEqual({ kind: "done", receipt: "em_0" });
    expect(buttondown.posts()).toHaveLength(26);
  });

  test("has it sent by a later run where it never came", async () => {
    const channel = openButtondown();
    buttondown.loseNextRequest();
    expect(await channel.send(latest())).toMatchObject({ kind: "open" });
    expect(await channel.resume(latest(), now)).toMatchObject({ kind: "done" });
    expect(buttondown.posts()).toHaveLength(1);
  });

  test.each([401, 403, 429, 500])("that gives no list, for %i, keeps the claim", async (status) => {
    const channel = openButtondown();
    buttondown.answerAll(status);
    expect(await channel.resume(latest(), now)).toMatchObject({ kind: "open" });
    buttondown.answerAll();
    expect(buttondown.posts()).toHaveLength(0);
  });

  test.each([
    [500, "open"],
    [429, "later"],
    [401, "later"],
    [403, "later"],
    [400, "refused"],
    [422, "refused"],
  ])("answers %i: %s", async (status, kind) => {
    buttondown.answerNext(status, { code: "email_invalid", detail: `no: ${API_KEY}` });
    const outcome = await openButtondown().send(latest());
    expect(outcome).toMatchObject({ kind, problem: expect.stringContaining("email_invalid") as string });
    expect(JSON.stringify(outcome)).not.toContain(API_KEY);
    expect(buttondown.posts()).toHaveLength(0);
  });

  test("is told of a key that it does not take, without the key", async () => {
    const outcome = await openButtondown("send", "a-wrong-key").send(latest());
    expect(outcome).toMatchObject({ kind: "later", problem: expect.stringContaining("BUTTONDOWN_API_KEY") as string });
    expect(JSON.stringify(outcome)).not.toContain("a-wrong-key");
  });

  test("finds no template in what is sent", async () => {
    await openButtondown().send(latest());
    expect(buttondown.posts()[0]?.body).not.toMatch(/\{[{%#]/);
  });
});

describe("a list over SMTP", () => {
  test("is sent what is signed for its sender, and how to leave where the settings say so", async () => {
    const { site } = archive;
    const unsubscribe = "https://lists.example/leave";
    const announce = { ...site.vocabularies.site.announce, mail: { via: LIST, unsubscribe } };
    const vocabularies = { ...site.vocabularies, site: { ...site.vocabularies.site, announce } };
    const channel = openList(
      // As a line of an environment file has it.
      { DKIM_PRIVATE_KEY: privateKey.replaceAll("\n", "\\n"), DKIM_SELECTOR: "news" },
      { ...archive, site: { ...site, vocabularies } },
    );
    expect(await channel.send(latest())).toMatchObject({ kind: "done" });
    const { bytes } = relay.posts().at(-1) ?? { bytes: Buffer.alloc(0) };
    const asked: string[] = [];
    const { results } = await dkimVerify(bytes, {
      resolver: (domain) => {
        asked.push(domain);
        return Promise.resolve([[`v=DKIM1; k=rsa; p=${publicKey.toString("base64")}`]]);
      },
    });
    expect(results.map(({ status }) => status.result)).toEqual(["pass"]);
    expect(results[0]?.status.aligned).toBe("example.org");
    expect(asked).toEqual(["news._domainkey.example.org"]);
    const message = bytes.toString();
    expect(message).toContain("List-Unsubscribe: <https://lists.example/leave>");
    expect(message).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    expect(message.replace(/\s/g, "")).toMatch(/h=[^;]*list-unsubscribe:list-unsubscribe-post/i);
    // Changed on its way, it is not what was signed.
    const changed = Buffer.from(message.replace(/^Subject: ./m, "Subject: X"));
    const resolver = () => Promise.resolve([[`v=DKIM1; k=rsa; p=${publicKey.toString("base64")}`]]);
    const { results: after } = await dkimVerify(changed, { resolver });
    expect(after.map(({ status }) => status.result)).toEqual(["fail"]);
  });

  test.each([
    [451, "message", "later"],
    [421, "message", "later"],
    [451, "sender", "later"],
    [450, "receiver", "later"],
    [550, "sender", "refused"],
    [550, "receiver", "refused"],
    [554, "message", "refused"],
  ] as const)("answers %i to the %s: %s", async (code, at, kind) => {
    const before = relay.posts().length;
    relay.answerNext(code, at);
    expect(await openList().send(latest())).toMatchObject({
      kind,
      problem: expect.stringContaining(String(code)) as string,
    });
    expect(relay.posts()).toHaveLength(before);
  });

  test("that was lost on its way is for a person, and never sent again", async () => {
    const before = relay.posts().length;
    relay.loseNextReply();
    expect(await openList().send(latest())).toMatchObject({ kind: "unknown" });
    expect(await openList().resume(latest(), now)).toMatchObject({ kind: "unknown" });
    expect(relay.posts()).toHaveLength(before + 1);
  });

  test("that was not reached was told nothing", async () => {
    relay.refuseNext();
    expect(await openList().send(latest())).toMatchObject({ kind: "later" });
    expect(await openList({ SMTP_URL: "smtp://127.0.0.1:1" }).send(latest())).toMatchObject({ kind: "later" });
  });

  test("whose server does not take the password is to be mended, and the password told nowhere", async () => {
    const outcome = await openList({ SMTP_URL: relay.url.replace("p%40ss", "wr%40ng") }).send(latest());
    expect(outcome).toMatchObject({ kind: "later", problem: expect.stringContaining("SMTP_URL") as string });
    expect(JSON.stringify(outcome)).not.toContain("wr@ng");
  });

  test("has its server named as an address", () => {
    expect(readRelay("smtps://u:p%40ss@mail.example")).toEqual({
      host: "mail.example",
      port: 465,
      isSecure: true,
      user: "u",
      password: "p@ss",
    });
    expect(readRelay("smtp://mail.example:2525")).toMatchObject({ port: 2525, isSecure: false, user: "" });
    for (const wrong of ["", "mail.example", "https://mail.example", "smtps://u:%@mail.example", "smtps://"])
      expect(readRelay(wrong), wrong).toBeUndefined();
  });
});

describe("settings that are wrong say what to do", () => {
  const make = (via: string, mode: "draft" | "send" | undefined, environment: Readonly<Record<string, string>>) =>
    makeMailChannel({ via, mode }, depsOf(archive, environment));

  test.each([
    ["no key", "buttondown", undefined, {}, "BUTTONDOWN_API_KEY"],
    ["no https", "buttondown", "send", { BUTTONDOWN_API_KEY: "k", BUTTONDOWN_SERVICE: "x" }, "BUTTONDOWN_SERVICE"],
    ["a draft for a list", LIST, undefined, { SMTP_URL: "smtp://localhost" }, "type mode: send"],
    ["no server", LIST, "send", {}, "SMTP_URL holds no mail server"],
    ["a key without a selector", LIST, "send", { SMTP_URL: "smtp://localhost", DKIM_PRIVATE_KEY: "secret" }, "both"],
    [
      "a key that is none",
      LIST,
      "send",
      { SMTP_URL: "smtp://localhost", DKIM_PRIVATE_KEY: "secret", DKIM_SELECTOR: "news" },
      "no private RSA key",
    ],
  ] as const)("%s", (_, via, mode, environment, said) => {
    const wrong = make(via, mode, environment);
    expect(wrong).toEqual({ problem: expect.stringContaining(said) as string });
    expect(JSON.stringify(wrong)).not.toContain("secret");
  });

  test("nobody who sends", () => {
    const { site } = archive;
    const publication = { ...site.publication, publisher: { name: "Nobody" } };
    const nameless = { ...archive, site: { ...site, publication } };
    expect(makeMailChannel({ via: LIST, mode: "send" }, depsOf(nameless, { SMTP_URL: relay.url }))).toEqual({
      problem: expect.stringContaining("type from:") as string,
    });
  });
});
