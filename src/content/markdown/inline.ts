import { isBlank, tellShown } from "../words/characters.ts";
import type { Position } from "../problems/diagnostic.ts";
import { paidMark } from "../links/paid-mark.ts";
import type { Messages } from "../../locales/locale.ts";
import { type Addresses, addressOf, type Find, LONGEST_ADDRESS, type Report } from "./addresses.ts";
import { footnoteId } from "./footnotes.ts";
import type { Search } from "./lost.ts";
import type { PlacedLink, RenderOptions, ResolvedLink } from "./options.ts";
import type { Token } from "./parser.ts";
import { preparePicture } from "./pictures.ts";

interface Context extends RenderOptions, Search {
  readonly links: PlacedLink[];
  readonly pictures: string[];
  readonly numbering: ReadonlyMap<string, number>;
  /** How many marks of each footnote, by its number, were set so far. */
  readonly marked: Map<number, number>;
  readonly addresses: Addresses;
  readonly m: Messages;
}

/** Where a link's problems are told. */
interface Told {
  readonly find: Find;
  readonly report: Report;
}

interface OpenLink {
  /** Undefined where the words are kept without a link. */
  readonly link: ResolvedLink | undefined;
  readonly report: Report;
  wordless: boolean;
}

function setMarkup(token: Token, html: string): void {
  token.type = "markup";
  token.meta = { html };
}

/** Aligns a cell by a class, since a strict content policy refuses style attributes. */
function alignCell(token: Token): void {
  const style = token.attrGet("style");
  if (style === null) return;
  token.attrs = (token.attrs ?? []).filter(([name]) => name !== "style");
  token.attrSet("class", String(style).replace("text-align:", "align-"));
}

function positionOf([line, column]: ReturnType<Find>, context: Context): Position {
  return { line: context.line + line, column: column + 1 };
}

function resolveLink(token: Token, context: Context, { report, find }: Told): ResolvedLink | undefined {
  const address = addressOf(token);
  if (address.length > LONGEST_ADDRESS) {
    report({
      rule: "too-long",
      message: `this address has ${address.length} characters; ${LONGEST_ADDRESS} is the most`,
    });
    return undefined;
  }
  const resolved = context.link(address);
  const withheld = "rule" in resolved ? resolved : resolved.withheld;
  if (withheld) report(withheld);
  if (withheld || "rule" in resolved) return undefined;
  if (resolved.doubt) report(resolved.doubt);
  context.links.push(resolved.href.includes("#") ? { ...resolved, at: positionOf(find(), context) } : resolved);
  token.attrSet("href", resolved.href);
  if (resolved.programme !== undefined) token.attrSet("rel", "sponsored nofollow");
  return resolved;
}

function openLink(token: Token, outer: OpenLink | undefined, context: Context, told: Told): OpenLink {
  const { report } = told;
  if (outer)
    report({
      rule: "bad-link",
      message: "a link cannot stand within the words of another",
      hint: "end the first link before the second begins",
    });
  const link = outer ? undefined : resolveLink(token, context, told);
  if (link) context.addresses.spend(token, report);
  else setMarkup(token, "");
  return { link, report, wordless: true };
}

function closeLink(token: Token, { link, report, wordless }: OpenLink, m: Messages): void {
  if (wordless)
    report({
      rule: "bad-link",
      message: "this link has no words, so nobody could follow it",
      hint: "write what it leads to: [words](address)",
    });
  if (link === undefined) setMarkup(token, "");
  else if (link.programme !== undefined) token.meta = { after: paidMark(m) };
}

function markNote(token: Token, { numbering, marked, prefix }: Context): void {
  const number = numbering.get(String(token.meta?.["label"])) ?? 0;
  const use = (marked.get(number) ?? 0) + 1;
  marked.set(number, use);
  const [note, mark] = [footnoteId(prefix, number, "note"), footnoteId(prefix, number, "mark", use)];
  setMarkup(token, `<sup class="footnote-ref"><a href="#${note}" id="${mark}">${number}</a></sup>`);
}

/** Settles the links, pictures, footnote marks and cell alignments of a block's tokens, in place. */
export function prepareInline(block: Token, context: Context): void {
  alignCell(block);
  if (block.type !== "inline") return;
  const { addresses, environment } = context;
  const at = (token: Token | undefined) => (token && environment.positions.get(token)) ?? 0;
  let shown: ReadonlySet<string> | undefined;
  const tellOnce = () => (shown ??= tellShown(block.content));
  const children = block.children ?? [];
  const open: OpenLink[] = [];
  let closing = 0;

  for (const [index, child] of children.entries()) {
    const link = open.at(-1);
    if (child.type === "link_open") {
      for (closing = Math.max(closing, index); closing < children.length; closing++)
        if (children[closing]?.type === "link_close") break;
      const find = addresses.finderFor(child, block, at(children[closing]));
      const report = addresses.reportFor(child, find);
      addresses.check(child, tellOnce, report);
      open.push(openLink(child, link, context, { find, report }));
    } else if (child.type === "link_close") {
      if (link) closeLink(child, link, context.m);
      open.pop();
    } else if (child.type === "image") {
      const report = addresses.reportFor(child, addresses.finderFor(child, block, at(child) + child.content.length));
      addresses.check(child, tellOnce, report);
      context.pictures.push(preparePicture(child, context, report));
      addresses.spend(child, report);
    } else if (child.type === "footnote_ref") markNote(child, context);
    else if (!link || isBlank(child.content)) continue;
    // Words, code or a picture, whose description is looked at on its own.
    if (link && child.nesting === 0) for (const outer of open) outer.wordless = false;
  }
}
