import { type Body, renderBody } from "../../src/content/markdown/body.ts";
import { decodeEntities } from "../site/source-words.ts";

/** One value for all texts: what is made of it is kept by it. */
const NO_MESSAGES = {};
const ALLOWED = /^(?:https:\/\/|mailto:|\/|story:|affiliate:|#)/;

/** Renders a body as a site without pages would: every address of a right form leads somewhere, every picture is there. */
export function render(text: string, language = "en"): Body {
  return renderBody(text, {
    language,
    messages: NO_MESSAGES,
    prefix: "p",
    line: 1,
    link: (href) => (ALLOWED.test(href) ? { href } : { rule: "bad-link", message: "bad" }),
    picture: (name) =>
      name.endsWith(".png")
        ? { href: `/x/${name}`, width: 3, height: 2 }
        : { rule: "missing-picture", message: "none" },
  });
}

export function hasError({ problems }: Body): boolean {
  return problems.some(({ severity }) => severity !== "warning");
}

/** The HTML of a body, headings of the second level included. */
export function htmlOf({ sections }: Body): string {
  return sections
    .map(({ titleHtml, html }) => `${titleHtml === undefined ? "" : `<h2>${titleHtml}</h2>\n`}${html}`)
    .join("");
}

/** What HTML says: its text, and what its links, pictures and listings carry in attributes. */
export function saidBy(html: string): string {
  return decodeEntities(
    html.replace(/<\/?([a-z][a-z0-9]*)([^>]*)>/g, (_, _name: string, attributes: string) =>
      [...attributes.matchAll(/\s(?:href|src|alt|title|start|value|class)="([^"]*)"/g)]
        .map(([, value = ""]) => ` ${value} `)
        .join(""),
    ),
  );
}

/** Words that stand in no other text by chance: w0x, w1x, … */
export const MARKED = /w\d+x/g;

/** The marked words of a source that its HTML does not say, each as often as it is missing. */
export function missingMarked(source: string, said: string): string[] {
  const left = new Map<string, number>();
  for (const [word] of said.matchAll(MARKED)) left.set(word, (left.get(word) ?? 0) + 1);
  return [...source.matchAll(MARKED)].flatMap(([word]) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0 ? [] : [word];
  });
}

/** The elements that the renderer makes, each with the attributes it may have. */
const KNOWN: Record<string, string> = {
  a: "href title rel class id aria-label",
  img: "src alt width height loading decoding title",
  h3: "id",
  h4: "id",
  h5: "id",
  h6: "id",
  p: "class",
  ol: "start",
  li: "id value",
  td: "class",
  th: "class",
  code: "class",
  pre: "tabindex",
  div: "class role aria-label tabindex",
  sup: "class",
  span: "class",
};
const PLAIN = "h2 ul blockquote em strong s br hr table thead tbody tr".split(" ");

/** What stands in HTML and should not: elements, attributes and addresses that the renderer never means to write. */
export function findLive(html: string): string[] {
  return [...html.matchAll(/<(?!\/[a-z]+[0-9]?>)([^>\s/]*)((?:\s[^\s=>]+="[^"]*")*)(\s*\/?>)?/g)].flatMap(
    ([whole, name = "", attributes = "", end]) => {
      const allowed = KNOWN[name]?.split(" ") ?? (PLAIN.includes(name) ? [] : undefined);
      if (allowed === undefined || end !== ">") return [whole];
      return [...attributes.matchAll(/\s([^\s=>]+)="([^"]*)"/g)]
        .filter(
          ([, key = "", value = ""]) =>
            !allowed.includes(key) || (/^(?:href|src)$/.test(key) && !ALLOWED.test(decodeEntities(value))),
        )
        .map(([attribute]) => `${name}${attribute}`);
    },
  );
}
