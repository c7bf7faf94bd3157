import type { Position, Problem } from "../diagnostic.ts";
import { collectFootnotes, renderFootnotes } from "./footnotes.ts";
import { prepareInline } from "./inline.ts";
import { findLost } from "./lost.ts";
import type { RenderOptions, ResolvedLink } from "./options.ts";
import { findUnlinked, type Paragraph } from "./paragraphs.ts";
import { createEnvironment, parserFor, type Token } from "./parser.ts";

/** A stretch of a body: what stands before the first level-2 heading, or under one. */
export interface Section {
  /** Plain text of the heading; undefined for the first section. */
  readonly title: string | undefined;
  readonly titleHtml: string | undefined;
  /** Unique among the ids of this body; empty for the first section. */
  readonly id: string;
  readonly at: Position;
  readonly html: string;
  /** Plain text of the first paragraph, for descriptions. */
  readonly opening: string;
  readonly words: number;
  /** Every address linked to, resolved, in order. */
  readonly links: readonly ResolvedLink[];
  /** Of the first section only: the paragraphs without a link. */
  readonly unlinked: readonly Paragraph[];
}

export type PlacedProblem = Problem & { readonly at: Position };

export interface Body {
  readonly sections: readonly [Section, ...Section[]];
  /** The picture files that it shows. */
  readonly pictures: readonly string[];
  /** The ids of its headings and footnotes, for links that lead to one. */
  readonly ids: ReadonlySet<string>;
  readonly problems: readonly PlacedProblem[];
}

const WORD = /[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu;
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Words of a text; scripts without spaces count two signs as a word. */
export function countWords(text: string): number {
  const signs = text.match(IDEOGRAPH)?.length ?? 0;
  const words = text.replace(IDEOGRAPH, " ").match(WORD)?.length ?? 0;
  return words + Math.ceil(signs / 2);
}

/** The text a reader sees of inline tokens. */
export function plainText(tokens: readonly Token[] | null): string {
  return (tokens ?? [])
    .map((token) =>
      token.type === "softbreak" || token.type === "hardbreak" ? " " : token.type === "image" ? "" : token.content,
    )
    .join("");
}

function claimId(prefix: string, text: string, taken: Set<string>): string {
  const base = `${prefix}_${slugify(text)}`;
  let id = base;
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`;
  taken.add(id);
  return id;
}

function slugify(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "section";
}

interface Stretch {
  heading: Token | undefined;
  title: Token | undefined;
  tokens: Token[];
}

function divide(tokens: readonly Token[]): [Stretch, ...Stretch[]] {
  const stretches: [Stretch, ...Stretch[]] = [{ heading: undefined, title: undefined, tokens: [] }];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    if (token.type === "heading_open" && token.tag === "h2" && token.level === 0) {
      stretches.push({ heading: token, title: tokens[index + 1], tokens: [] });
      index += 2;
    } else stretches.at(-1)?.tokens.push(token);
  }
  return stretches;
}

/** Gives headings ids and a gapless order; a heading where the page has no level for it becomes a bold line. */
function levelHeadings(stretch: Stretch, prefix: string, taken: Set<string>): void {
  let last = 2;
  for (const [index, token] of stretch.tokens.entries()) {
    if (token.type !== "heading_open") continue;
    const close = stretch.tokens[index + 2];
    if (stretch.heading === undefined || token.level > 0) {
      token.tag = "p";
      token.attrSet("class", "subhead");
    } else {
      last = Math.min(Number(token.tag.slice(1)), last + 1);
      token.tag = `h${last}`;
      token.attrSet("id", claimId(prefix, plainText(stretch.tokens[index + 1]?.children ?? null), taken));
    }
    if (close) close.tag = token.tag;
  }
}

/**
 * Renders a Markdown body to sections of HTML. What would vanish or is not allowed (raw HTML, unused definitions,
 * bad links) is a problem at its place; nothing is stripped. Never throws on any text.
 */
export function renderBody(text: string, options: RenderOptions): Body {
  const parser = parserFor(options.language);
  const environment = createEnvironment();
  const lines = text.split("\n");
  const problems: PlacedProblem[] = [];
  const placed = (line: number, column: number, problem: Problem) =>
    problems.push({ ...problem, at: { line: options.line + line, column: column + 1 } });

  const all = parser.parse(text, environment as never);
  findLost(all, environment, lines, placed);
  const { tokens, notes } = collectFootnotes(all, lines, placed);
  const pictures: string[] = [];
  const taken = new Set<string>();
  const numbering = new Map<string, number>();

  const sections = divide(tokens).map((stretch): Section => {
    const title = stretch.title && plainText(stretch.title.children);
    const id = title === undefined ? "" : claimId(options.prefix, title, taken);
    levelHeadings(stretch, options.prefix, taken);
    const links: ResolvedLink[] = [];
    const own = stretch.title ? [stretch.title, ...stretch.tokens] : stretch.tokens;
    const listed = notes.claim(own, numbering);
    const unlinked = stretch.heading ? [] : findUnlinked(stretch.tokens, options.line);
    const noteTokens = listed.flatMap((note) => note.tokens);
    for (const token of [...own, ...noteTokens])
      prepareInline(token, lines, { ...options, links, pictures, placed, numbering });
    const render = (part: Token[]) => parser.renderer.render(part, parser.options, environment as never);
    const html = render(stretch.tokens) + renderFootnotes(listed, options.prefix, render);
    const inline = [...stretch.tokens, ...noteTokens].filter((token) => token.type === "inline");
    const code = stretch.tokens.filter((token) => token.type === "fence" || token.type === "code_block");
    const [line = 0] = stretch.heading?.map ?? [];
    return {
      title,
      id,
      titleHtml: stretch.title && render([stretch.title]),
      at: { line: options.line + line, column: 1 },
      html,
      opening: plainText(
        stretch.tokens.find(
          (_, index) => stretch.tokens[index - 1]?.tag === "p" && stretch.tokens[index - 1]?.type === "paragraph_open",
        )?.children ?? null,
      ),
      words: countWords(
        [...inline.map((token) => plainText(token.children)), ...code.map((token) => token.content)].join("\n"),
      ),
      links,
      unlinked,
    };
  });
  return { sections: sections as [Section, ...Section[]], pictures, ids: taken, problems };
}
