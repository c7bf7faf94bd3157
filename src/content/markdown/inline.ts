import { findHidden } from "../characters.ts";
import type { RenderOptions, ResolvedLink } from "./options.ts";
import { footnoteId } from "./footnotes.ts";
import { PAID_MARK } from "../paid-mark.ts";
import type { Place } from "./lost.ts";
import type { Token } from "./parser.ts";

interface Context extends RenderOptions {
  readonly links: ResolvedLink[];
  readonly pictures: string[];
  readonly placed: Place;
  readonly numbering: ReadonlyMap<string, number>;
}

/** Finds places of successive needles within a block, so that the same link twice has two places. */
function finder(token: Token, lines: readonly string[]): (needle: string) => [line: number, column: number] {
  const [from = 0, to = from + 1] = token.map ?? [];
  let line = from;
  let column = 0;
  return (needle) => {
    for (let at = line; at < Math.min(to, lines.length); at++) {
      const found = lines[at]?.indexOf(needle, at === line ? column : 0) ?? -1;
      if (found < 0) continue;
      [line, column] = [at, found + needle.length];
      return [at, found];
    }
    return [from, 0];
  };
}

function attribute(token: Token, name: string): string {
  return String(token.attrGet(name) ?? "");
}

function setMarkup(token: Token, html: string): void {
  token.type = "markup";
  token.meta = { html };
}

/** Settles the links, pictures, footnote marks and cell alignments of a block's tokens, in place. */
export function prepareInline(token: Token, lines: readonly string[], context: Context): void {
  // Alignment as a class, since a strict content policy refuses style attributes.
  const style = attribute(token, "style");
  if (style !== "") {
    token.attrs = (token.attrs ?? []).filter(([name]) => name !== "style");
    token.attrSet("class", style.replace("text-align:", "align-"));
  }
  if (token.type !== "inline") return;
  const find = finder(token, lines);
  const source = lines.slice(...(token.map ?? [])).join("\n");
  let open: ResolvedLink | undefined;
  for (const child of token.children ?? []) {
    if (child.type === "link_open") {
      const address = attribute(child, "href");
      const resolved = context.link(address);
      open = "rule" in resolved ? { href: "", withheld: resolved } : resolved;
      if (open.withheld) context.placed(...find(address), open.withheld);
      if (open.withheld) setMarkup(child, "");
      else {
        context.links.push(open);
        child.attrSet("href", open.href);
        if (open.programme !== undefined) child.attrSet("rel", "sponsored nofollow");
      }
    } else if (child.type === "link_close") {
      if (open?.withheld) setMarkup(child, "");
      else if (open?.programme !== undefined) child.meta = { after: PAID_MARK };
      open = undefined;
    } else if (child.type === "image") preparePicture(child, find, context);
    else if (child.type === "footnote_ref") {
      const label = String(child.meta?.["label"]);
      const number = context.numbering.get(label) ?? 0;
      const first = child.meta?.["subId"] === 0 ? ` id="${footnoteId(context.prefix, number, "mark")}"` : "";
      setMarkup(
        child,
        `<sup class="footnote-ref"><a href="#${footnoteId(context.prefix, number, "note")}"${first}>${number}</a></sup>`,
      );
    } else if (child.type === "text") {
      for (const bad of findHidden(child.content, source)) {
        find(child.content.slice(Math.max(0, bad.offset - 4), bad.offset));
        context.placed(...find("&"), bad);
      }
    }
  }
}

function preparePicture(token: Token, find: ReturnType<typeof finder>, context: Context): void {
  const address = attribute(token, "src");
  const picture = context.picture(address);
  context.pictures.push(address);
  if ("rule" in picture) {
    context.placed(...find(address), picture);
    return;
  }
  if (token.content.trim() === "")
    context.placed(...find(address), {
      rule: "missing-alt",
      message: `the picture “${address}” has no description`,
      hint: `write what it shows: ![description](${address})`,
    });
  token.attrs = [
    ["src", picture.href],
    ["alt", token.content],
    ["width", String(picture.width)],
    ["height", String(picture.height)],
    ["loading", "lazy"],
    ["decoding", "async"],
    ...(token.attrs ?? []).filter(([name]) => name === "title"),
  ];
}
