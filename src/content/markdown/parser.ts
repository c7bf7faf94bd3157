import createParser, { type MarkdownIt, type Token } from "markdown-it";
import friendlyToCjk from "markdown-it-cjk-friendly";
import footnote from "markdown-it-footnote";
import { anchorTo } from "../links/anchor.ts";
import type { Messages } from "../../locales/locale.ts";
import { escapeHtml } from "../words/escape-html.ts";
import { createEnvironment, type Environment } from "./environment.ts";
import { markForeign } from "./foreign.ts";
import { observe } from "./observe.ts";
import { typeset } from "./typeset.ts";

export type { Token };

function textOf(token: Token | undefined, key: "html" | "before" | "after"): string {
  const value: unknown = token?.meta?.[key];
  return typeof value === "string" ? value : "";
}

/** Levels of lists (two each), quotations and footnotes that the parser follows; it drops what stands deeper. */
export const MOST_NESTING = 62;

/** A text as tokens. */
export interface Parsed {
  readonly tokens: Token[];
  readonly environment: Environment;
  readonly render: (tokens: Token[], m: Messages) => string;
}

/** What the rules are given that print tokens. */
interface Printing {
  readonly m: Messages;
}

function wordsOf(printing: unknown): Messages {
  return (printing as Printing).m;
}

const parsers = new Map<string, MarkdownIt>();

/**
 * The one Markdown dialect: CommonMark, tables, strikethrough, footnotes and typographic quotation marks of a language.
 * Raw HTML is parsed so that it can be reported, and is escaped should it ever be rendered.
 */
function parserFor(language: string): MarkdownIt {
  const known = parsers.get(language);
  if (known) return known;
  const parser = createParser({
    html: true,
    linkify: false,
    maxNesting: MOST_NESTING,
  });
  parser.use(footnote);
  // Without it “**强调。**之后” is no emphasis, since CommonMark expects a space behind it.
  parser.use(friendlyToCjk);
  markForeign(parser);
  observe(parser);
  typeset(parser, language);
  // “(c)” to “©” and the like would change what the editor wrote.
  parser.core.ruler.disable(["replacements", "footnote_tail"]);
  parser.inline.ruler.disable("footnote_inline");
  // Every address becomes a link so that a bad one is an error at its place and never text in disguise.
  parser.validateLink = () => true;
  parser.normalizeLink = (address) => address;
  parser.normalizeLinkText = (address) => address;
  const escape = (tokens: Token[], index: number) => parser.utils.escapeHtml(tokens[index]?.content ?? "");
  parser.renderer.rules["html_inline"] = escape;
  parser.renderer.rules["html_block"] = escape;
  parser.renderer.rules["markup"] = (tokens, index) => textOf(tokens[index], "html");
  parser.renderer.rules["link_close"] = (tokens, index) => `</a>${textOf(tokens[index], "after")}`;
  parser.renderer.rules["heading_close"] = (tokens, index, _, printing) => {
    const { tag, meta } = tokens[index] ?? {};
    const id: unknown = meta?.["id"];
    const anchor = typeof id === "string" ? anchorTo(id, wordsOf(printing)) : "";
    return `${anchor}</${tag ?? ""}>\n`;
  };
  const image = parser.renderer.rules["image"];
  parser.renderer.rules["image"] = (tokens, index, ...rest) => {
    const token = tokens[index];
    return `${textOf(token, "before")}${image?.(tokens, index, ...rest) ?? ""}${textOf(token, "after")}`;
  };
  // A wide table or listing scrolls in its own box, which the keyboard must be able to reach.
  parser.renderer.rules["table_open"] = (_, __, ___, printing) =>
    `<div class="table" role="group" aria-label="${escapeHtml(wordsOf(printing).prose.table)}" tabindex="0"><table>\n`;
  parser.renderer.rules["table_close"] = () => "</table></div>\n";
  for (const block of ["fence", "code_block"] as const) {
    const rule = parser.renderer.rules[block];
    parser.renderer.rules[block] = (...args) => (rule?.(...args) ?? "").replace("<pre>", '<pre tabindex="0">');
  }
  parsers.set(language, parser);
  return parser;
}

/** A text with its escapes and character references read, as the parser reads titles, addresses and a code's language. */
export function unescapeText(text: string): string {
  return parserFor("en").utils.unescapeAll(text);
}

/** Parses a text; what the tokens do not say is in the environment. Never throws on any text. */
export function parseMarkdown(text: string, language: string): Parsed {
  const parser = parserFor(language);
  const environment = createEnvironment();
  return {
    tokens: parser.parse(text, environment as never),
    environment,
    render: (tokens, m) => parser.renderer.render(tokens, parser.options, { m } satisfies Printing),
  };
}
