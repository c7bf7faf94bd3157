import { messagesOf } from "../../locales/messages.ts";
import { remember } from "../words/remember.ts";
import type { Position, Problem } from "../problems/diagnostic.ts";
import { findDeadBlocks } from "./dead/blocks.ts";
import { createAddresses } from "./addresses.ts";
import { countWords } from "./count-words.ts";
import { collectFootnotes, renderFootnotes } from "./footnotes.ts";
import { createIds, flattenHeadings, levelHeadings } from "./headings.ts";
import { prepareInline } from "./inline.ts";
import { numberItems } from "./lists.ts";
import { findLost, type Search } from "./lost.ts";
import type { PlacedLink, RenderOptions } from "./options.ts";
import { findOpening, findUnlinked, type Paragraph } from "./paragraphs.ts";
import { parseMarkdown, type Token } from "./parser.ts";
import { createPlaces } from "./places.ts";
import { plainText } from "./text.ts";

/** A stretch of a body: what stands before the first level-2 heading, or under one. */
export interface Section {
  /** Plain text of the heading; undefined for the first section. */
  readonly title: string | undefined;
  readonly titleHtml: string | undefined;
  /** Unique among the ids of this body; empty for the first section. */
  readonly id: string;
  readonly at: Position;
  readonly html: string;
  /** Its first words of prose as plain text, for descriptions. */
  readonly opening: string;
  readonly words: number;
  /** Every address linked to, resolved, in order. */
  readonly links: readonly PlacedLink[];
  /** Of the first section only: the paragraphs without a link. */
  readonly unlinked: readonly Paragraph[];
}

export type PlacedProblem = Problem & { readonly at: Position };

export interface Body {
  readonly sections: readonly [Section, ...Section[]];
  /** The first words of prose of all its sections. */
  readonly opening: string;
  /** The picture files that it shows. */
  readonly pictures: readonly string[];
  /** The ids of its headings and footnotes, for links that lead to one. */
  readonly ids: ReadonlySet<string>;
  readonly problems: readonly PlacedProblem[];
}

/** Told where the file is read; the parser would take it for the end of a line, and count other lines than we do. */
const LONE_RETURN = /\r(?!\n)/g;

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

/**
 * Renders a Markdown body to sections of HTML. What would vanish or is not allowed (raw HTML, unused definitions,
 * bad links) is a problem at its place; nothing is stripped. Never throws on any text.
 */
export function renderBody(text: string, options: RenderOptions): Body {
  const hasReturns = text.includes("\r");
  const lines = hasReturns ? text.split(/\r?\n/) : text.split("\n");
  const read = hasReturns ? text.replace(LONE_RETURN, " ") : text;
  const problems: PlacedProblem[] = [];
  const m = messagesOf(options);
  const { tokens: all, environment, ...parsed } = parseMarkdown(read, options.language);
  const render = (tokens: Token[]) => parsed.render(tokens, m);
  const search: Search = {
    lines,
    environment,
    places: createPlaces(lines),
    place: (line, column, problem) =>
      problems.push({ ...problem, at: { line: options.line + line, column: column + 1 } }),
  };
  findLost(all, search);
  findDeadBlocks(all, search);
  const { tokens, notes } = collectFootnotes(all, search);
  const pictures: string[] = [];
  const ids = createIds(options.prefix);
  const numbering = new Map<string, number>();
  const shared = {
    ...options,
    ...search,
    // However often an address stands in the text, it is asked for once.
    link: remember(options.link),
    pictures,
    numbering,
    marked: new Map<number, number>(),
    addresses: createAddresses(search),
    m,
  };

  const stretches = divide(tokens);
  const sections = stretches.map(({ heading, title: head, tokens }): Section => {
    const title = head && plainText(head.children);
    const id = title === undefined ? "" : ids.claim(title);
    if (heading) levelHeadings(tokens, ids);
    else flattenHeadings(tokens);
    const links: PlacedLink[] = [];
    const own = head ? [head, ...tokens] : tokens;
    const listed = notes.claim(own, numbering);
    const noteTokens = listed.flatMap((note) => note.tokens);
    flattenHeadings(noteTokens);
    for (const part of [tokens, noteTokens]) numberItems(part);
    const unlinked = heading ? [] : findUnlinked(tokens, options.line);
    const context = { ...shared, links };
    for (const token of [...own, ...noteTokens]) prepareInline(token, context);
    const html = render(tokens) + renderFootnotes(listed, options.prefix, render, m);
    const inline = [...tokens, ...noteTokens].filter((token) => token.type === "inline");
    const code = tokens.filter((token) => token.type === "fence" || token.type === "code_block");
    const [line = 0] = heading?.map ?? [];
    return {
      title,
      id,
      titleHtml: head && render([head]),
      at: { line: options.line + line, column: 1 },
      html,
      opening: findOpening(tokens),
      words: countWords(
        [...inline.map((token) => plainText(token.children)), ...code.map((token) => token.content)].join("\n"),
      ),
      links,
      unlinked,
    };
  });
  const opening = findOpening(...stretches.map(({ tokens }) => tokens));
  return { sections: sections as [Section, ...Section[]], opening, pictures, ids: ids.taken, problems };
}
