import { appendFileSync, cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROJECT } from "../command.ts";

export const STORY = "2026-03-04-evening/open-model";

/** A moment at which that story takes letters. */
export const NOW = Date.parse("2026-03-05T12:00:00Z");

/** A folder with a publication that takes letters, and the place of its queue. */
export interface LetterSite {
  readonly folder: string;
  readonly content: string;
  readonly queue: string;
}

export function layLetterSite(settings = "comments: true\n"): LetterSite {
  const folder = mkdtempSync(join(tmpdir(), "evening-update-letters-"));
  const content = join(folder, "content");
  cpSync(join(PROJECT, "tests/fixtures/invalid/_base"), content, { recursive: true });
  appendFileSync(join(content, "site.yaml"), settings);
  return { folder, content, queue: join(folder, ".letters") };
}

/** What a reader types. */
export const TYPED = { name: "Ada Example", email: "ada@example.net", text: "One line.\n\nAnother." };

/** The token of a page with a form. */
export function tokenIn(page: string): string {
  return /name="token" value="([^"]+)"/.exec(page)?.[1] ?? "";
}

/** Sends a form as a browser does; redirects are not followed. */
export function send(url: string, fields: Readonly<Record<string, string>>, headers: Record<string, string> = {}) {
  return fetch(`${url}/`, { method: "POST", body: new URLSearchParams(fields), headers, redirect: "manual" });
}

/** Asks for the form of a story, and gives its token. */
export async function askToken(url: string, story = STORY): Promise<string> {
  const response = await fetch(`${url}/?story=${encodeURIComponent(story)}`);
  return tokenIn(await response.text());
}
