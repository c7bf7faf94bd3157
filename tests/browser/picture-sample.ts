import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { PROJECT, run } from "../command.ts";
import { serveSite } from "../site-server.ts";
import { launchBrowser } from "./launch.ts";

/** Makes the pictures of docs/make-it-yours.md anew, of a publication as `init` begins it: `npm run picture`. */

const VIEWS = [
  { name: "sample-wide.png", path: "/", width: 1280, height: 800 },
  { name: "sample-narrow.png", path: "/2026/11/27/morning/sample-story/", width: 360, height: 740 },
] as const;

const env = { BUILD_NOW: "2026-11-27T12:00:00Z" };
const flags = {
  name: "Harbour Evening",
  zone: "Europe/Lisbon",
  days: "mon-fri",
  address: "https://harbour.example",
  accent: "#1b6b3a",
  editor: "Robin Example",
  generator: "^1.0.0",
};

const folder = mkdtempSync(join(tmpdir(), "evening-update-sample-"));
const paper = join(folder, "paper");
const answers = Object.entries(flags).flatMap(([flag, value]) => [`--${flag}`, value]);
for (const args of [
  ["init", paper, "--no-lock", ...answers],
  ["build", "--content", join(paper, "content"), "--out", join(folder, "site")],
]) {
  const { code, stdout, stderr } = run(args, { env });
  if (code !== 0) throw new Error(stdout + stderr);
}
const server = await serveSite(join(folder, "site"));
const browser = await launchBrowser();
for (const { name, path, width, height } of VIEWS) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: "light" });
  const response = await page.goto(server.url + path);
  if (!response?.ok()) throw new Error(`there is no page ${path}`);
  // A face that comes late is not shown before the next visit; the picture is of a reader's second page.
  await page.waitForLoadState("networkidle");
  await page.reload({ waitUntil: "networkidle" });
  const file = join(PROJECT, "docs", name);
  await sharp(await page.screenshot())
    .png({ palette: true, colours: 32, effort: 10 })
    .toFile(file);
  await page.close();
  process.stdout.write(`wrote ${file}, ${Math.ceil(statSync(file).size / 1000)} kB; look at it before you commit it\n`);
}
await browser.close();
await server.close();
rmSync(folder, { recursive: true, force: true });
