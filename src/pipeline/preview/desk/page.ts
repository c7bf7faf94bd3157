import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Publication } from "../../../content/publication.ts";
import { escapeHtml } from "../../../content/words/escape-html.ts";
import { DESK } from "../../../views/desk/calls.ts";
import { bundleScript } from "../../look/scripts.ts";
import { bundleStyles } from "../../look/styles.ts";
import { PROJECT } from "../../project.ts";
import type { Answer } from "../server.ts";

/** What the page may do: run and show what stands in it with the number of this answer, and ask this computer's preview. */
function policyOf(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "font-src 'self' data:",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
}

/** Makes the desk's page in the colours of a publication; `token` is what its calls say. */
export async function makeDeskPage(publication: Publication, token: string): Promise<Answer> {
  const css = (await bundleStyles("desk.css", publication))
    .replace(/url\("?\/fonts\//g, (url) => url.replace("/fonts/", `${DESK}fonts/`))
    // A page that stays open all evening may well be drawn a second time: Firefox does without what is a moment late.
    .replaceAll("font-display:optional", "font-display:swap");
  const script = await bundleScript("desk.ts");
  const nonce = randomBytes(16).toString("base64");
  const values: Readonly<Record<string, string>> = {
    nonce,
    token,
    desk: DESK,
    name: escapeHtml(publication.name),
    css,
    // What ends a script in HTML stands in no program, unless in a text of its.
    script: script.replaceAll("</script", "<\\/script"),
  };
  const frame = readFileSync(join(PROJECT, "templates", "desk", "desk.html"), "utf8");
  const body = frame.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? "");
  return {
    status: 200,
    headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policyOf(nonce) },
    body,
  };
}
