import createParser, { type MarkdownIt, type Token } from "markdown-it";
import footnote from "markdown-it-footnote";

export type { Token };

// Opening and closing double and single quotation marks, by primary language.
const QUOTES: Record<string, string | string[]> = {
  de: "„“‚‘",
  cs: "„“‚‘",
  fr: ["«\u202F", "\u202F»", "“", "”"],
  es: "«»“”",
  it: "«»“”",
  pt: "«»“”",
  pl: "„”‚’",
  ru: "«»„“",
  uk: "«»„“",
  sv: "””’’",
  fi: "””’’",
};

function textOf(token: Token | undefined, key: "html" | "after"): string {
  const value: unknown = token?.meta?.[key];
  return typeof value === "string" ? value : "";
}

const parsers = new Map<string, MarkdownIt>();

/**
 * The one Markdown dialect: CommonMark, tables, strikethrough, footnotes and typographic quotation marks of a language.
 * Raw HTML is parsed so that it can be reported, and is escaped should it ever be rendered.
 */
export function parserFor(language: string): MarkdownIt {
  const primary = language.split("-")[0]?.toLowerCase() ?? "en";
  const known = parsers.get(primary);
  if (known) return known;
  const parser = createParser({ html: true, linkify: false, typographer: true, quotes: QUOTES[primary] ?? "“”‘’" });
  parser.use(footnote);
  // Kept: quotation marks. Dropped: “(c)” to “©” and the like, which would change what the editor wrote.
  parser.core.ruler.disable(["replacements", "footnote_tail"]);
  parser.inline.ruler.disable("footnote_inline");
  // A decade’s apostrophe (’90s) is closing, where the rule for quotation marks sees an opening one.
  parser.core.ruler.after("smartquotes", "decades", (state) => {
    for (const { children } of state.tokens)
      for (const token of children ?? [])
        token.content = token.content.replace(/(?<![\p{L}\p{N}])['‘](?=\d0s\b)/gu, "’");
  });
  parser.core.ruler.after("block", "phase", ({ env }) => void ((env as unknown as Environment).phase = "inline"));
  // Every address becomes a link so that a bad one is an error at its place and never text in disguise.
  parser.validateLink = () => true;
  parser.normalizeLink = (address) => address;
  parser.normalizeLinkText = (address) => address;
  const escape = (tokens: Token[], index: number) => parser.utils.escapeHtml(tokens[index]?.content ?? "");
  parser.renderer.rules["html_inline"] = escape;
  parser.renderer.rules["html_block"] = escape;
  parser.renderer.rules["markup"] = (tokens, index) => textOf(tokens[index], "html");
  parser.renderer.rules["link_close"] = (tokens, index) => `</a>${textOf(tokens[index], "after")}`;
  // A wide table or listing scrolls in its own box, which the keyboard must be able to reach.
  parser.renderer.rules["table_open"] = () =>
    '<div class="table" role="group" aria-label="Table" tabindex="0"><table>\n';
  parser.renderer.rules["table_close"] = () => "</table></div>\n";
  for (const block of ["fence", "code_block"] as const) {
    const rule = parser.renderer.rules[block];
    parser.renderer.rules[block] = (...args) => (rule?.(...args) ?? "").replace("<pre>", '<pre tabindex="0">');
  }
  parsers.set(primary, parser);
  return parser;
}

/** Which link reference definitions a parse saw, used or not: an unused one prints nothing at all. */
export interface Environment {
  readonly references: Record<string, { title: string; href: string }>;
  phase: "block" | "inline";
  readonly used: Set<string>;
  readonly repeated: Set<string>;
}

/** An environment for one parse. The parser sets all definitions in its block phase and looks them up in its inline phase. */
export function createEnvironment(): Environment {
  const environment: Environment = {
    references: new Proxy(Object.create(null) as Environment["references"], {
      get(target, label) {
        if (typeof label === "string" && label in target)
          environment[environment.phase === "inline" ? "used" : "repeated"].add(label);
        return Reflect.get(target, label) as unknown;
      },
    }),
    phase: "block",
    used: new Set(),
    repeated: new Set(),
  };
  return environment;
}
