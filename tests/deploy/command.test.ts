import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { PROJECT, run } from "../command.ts";
import type { ClientName } from "./clients.ts";
import { BUCKET, type ObjectServer, startObjectServer } from "./object-server.ts";
import { environment, storeEnvironment } from "./places.ts";
import { runBeside } from "./run-beside.ts";
import { readAll } from "./versions.ts";

const FILES: Record<string, string> = {
  ".evening-update": "Made by Evening Update.\n",
  _headers:
    "/paper/*\n  X-Content-Type-Options: nosniff\n/paper/-/*\n  Cache-Control: public, max-age=31536000, immutable\n",
  "robots.txt": "User-agent: *\nAllow: /\n",
  "sitemap.xml": "<urlset/>",
  "index.html": "<p>home",
  "about/index.html": "<p>about",
  "-/style.1.css": "p{}",
};

let folder: string;
let site: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-deploy-"));
  site = join(folder, "site");
  write(FILES);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Writes files of the site. */
function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  }
}

function deploy(to: string, ...more: string[]) {
  return run(["deploy", "--to", to, "--out", site, ...more], { env: environment(folder) });
}

describe("a deploy to a folder", () => {
  test("sends what changed, removes what went, and leaves what others put there", () => {
    const www = join(folder, "www");
    expect(deploy(www, "--dry-run")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("send    /about/") as string,
    });
    expect(existsSync(www)).toBe(false);
    expect(deploy(pathToFileURL(www).href)).toMatchObject({ code: 0, stderr: "" });
    mkdirSync(join(www, ".well-known/acme-challenge"), { recursive: true });
    writeFileSync(join(www, ".well-known/acme-challenge/token"), "theirs");
    write({ "index.html": "<p>new home", "topics/index.html": "<p>topics" });
    rmSync(join(site, "about"), { recursive: true });
    const { code, stdout } = deploy(www);
    expect(code).toBe(0);
    expect(stdout).toContain("no deploy put these there, so they stay: /.well-known/acme-challenge/token\n");
    expect(stdout).toContain("2 files to send and 1 to remove; 5 are there already");
    const there = readAll(www);
    expect([...there.keys()].filter((path) => !readAll(site).has(path))).toEqual([
      "/.evening-update.deployed",
      "/.well-known/acme-challenge/token",
    ]);
    for (const [path, bytes] of readAll(site)) expect(there.get(path)?.equals(bytes), path).toBe(true);
    expect(existsSync(join(www, "about"))).toBe(false);
  });

  test("goes through no symbolic link, and sends nothing then", () => {
    const www = join(folder, "www");
    mkdirSync(join(folder, "elsewhere"));
    mkdirSync(www);
    writeFileSync(join(www, ".evening-update"), "");
    symlinkSync(join(folder, "elsewhere"), join(www, "about"));
    const { code, stderr } = deploy(www);
    expect(code).toBe(1);
    expect(stderr).toContain("about is a symbolic link, through which files would go elsewhere\nNothing was sent.");
    expect([...readAll(join(folder, "elsewhere")).keys()]).toEqual([]);
    expect(existsSync(join(www, "index.html"))).toBe(false);
  });

  test.each([
    ["/", "it is the root of the disk"],
    ["content", "it lies within this project"],
    ["content/../docs", "it lies within this project"],
    ["..", "it holds the folder you stand in"],
    ["package.json", "it lies within this project"],
    ["ftp://example.org/x", "is no place this can send to; name a folder"],
    ["file://example.org/x", "is no folder of this computer"],
    [`s3://${BUCKET}/../other`, "without “..”"],
    ["rclone:shop", "write it as rclone:REMOTE:BUCKET/PREFIX"],
  ])("is refused to %s", (to, why) => {
    const { code, stderr } = deploy(to);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(why) as string });
  });

  test("is refused into the site, and among files of others", () => {
    expect(deploy(join(site, "www")).stderr).toContain("it is the built site, or one holds the other");
    const www = join(folder, "www");
    mkdirSync(www);
    writeFileSync(join(www, "letters.txt"), "theirs");
    expect(deploy(www)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("holds files that no deploy") as string,
    });
    expect([...readAll(www).keys()]).toEqual(["/letters.txt"]);
  });

  test.each([
    [
      "without its mark",
      () => {
        rmSync(join(site, ".evening-update"));
      },
      "is not a site that a build finished",
    ],
    [
      "that is a preview",
      () => {
        write({ "robots.txt": "User-agent: *\nDisallow: /\n" });
      },
      "is a preview, which has drafts in it",
    ],
    [
      "that is not there",
      () => {
        rmSync(site, { recursive: true });
      },
      "run “npm run build” first",
    ],
  ])("is refused for a site %s", (_, spoil, why) => {
    spoil();
    expect(deploy(join(folder, "www"))).toMatchObject({ code: 2, stderr: expect.stringContaining(why) as string });
  });

  test("is refused for a site that was edited since a build made it", () => {
    const content = join(folder, "content");
    cpSync(join(PROJECT, "tests/fixtures/invalid/_base"), content, { recursive: true });
    const env = environment(folder);
    const out = join(folder, "built");
    expect(run(["build", "--content", content, "--out", out, "--no-cards", "--no-search"], { env })).toMatchObject({
      code: 0,
    });
    const send = () => run(["deploy", "--to", join(folder, "www"), "--out", out], { env });
    expect(send()).toMatchObject({ code: 0 });
    writeFileSync(
      join(out, "index.html"),
      readFileSync(join(out, "index.html"), "utf8").replace("</main>", "<p>By hand</main>"),
    );
    expect(send()).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("was changed since a build made it") as string,
    });
    expect(run(["deploy", "--to", join(content, "www"), "--out", out], { env }).code).toBe(1);
  });
});

describe.each(["aws", "rclone"] as const)("a deploy to a store by %s", (client) => {
  let server: ObjectServer;
  const send = (to: string, more: Record<string, string> = {}, clients: readonly ClientName[] = [client]) =>
    runBeside(["deploy", "--to", to, "--out", site], {
      ...storeEnvironment(folder, server.endpoint, clients),
      ...more,
    });

  beforeEach(async () => {
    server = await startObjectServer();
  });

  afterEach(async () => {
    await server.close();
  });

  test("gives each object its type and what “_headers” says of keeping it, pages after what they show and home last", async () => {
    expect(await send(`s3://${BUCKET}/a`)).toMatchObject({ code: 0, stderr: "" });
    const headersOf = (path: string) => server.objects.get(`a/${path}`)?.headers;
    expect(headersOf("-/style.1.css")).toEqual({
      "cache-control": "public, max-age=31536000, immutable",
      "content-type": "text/css; charset=utf-8",
    });
    expect(headersOf("index.html")).toEqual({
      "cache-control": "public, max-age=0, must-revalidate",
      "content-type": "text/html; charset=utf-8",
    });
    const order = server.changes.map((change) => change.replace(/^(\w+) a\//, "$1 "));
    const at = (path: string) => order.indexOf(`PUT ${path}`);
    expect(at("-/style.1.css")).toBeLessThan(at("about/index.html"));
    expect(at("about/index.html")).toBeLessThan(at("sitemap.xml"));
    expect(at("sitemap.xml")).toBeLessThan(at("index.html"));
    expect(order.at(-1)).toBe("DELETE .evening-update.deploying");
    server.changes.length = 0;
    write({ "about/index.html": "<p>about us" });
    expect(await send(`s3://${BUCKET}/a`)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("1 file to send") as string,
    });
    expect(server.changes.filter((change) => !change.includes(".evening-update."))).toEqual(["PUT a/about/index.html"]);
  });

  test("says what to do without a client, keys, a bucket or a network", async () => {
    const to = `s3://${BUCKET}/a`;
    const { code, stderr } = await send(to, { PATH: "" });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining("neither the AWS command line (aws) nor rclone is installed") as string,
    });
    expect((await send(to, { AWS_ACCESS_KEY_ID: "" })).stderr).toMatch(/hint: its keys are missing or wrong/);
    expect((await send("s3://papre/a")).stderr).toMatch(/hint: there is no such bucket/);
    expect((await send(to, { AWS_ENDPOINT_URL: "http://127.0.0.1:1" })).stderr).toMatch(
      /hint: the store cannot be reached/,
    );
    expect(server.changes).toEqual([]);
  });
});
