import createParser, { type MarkdownIt } from "markdown-it";
import footnote from "markdown-it-footnote";

/**
 * The Markdown of other generators: CommonMark with tables, strikethrough, footnotes and HTML. All else, as what their templates
 * read, was made HTML before.
 */
function makeParser(): MarkdownIt {
  const parser = createParser({ html: true, linkify: false });
  parser.use(footnote);
  parser.validateLink = () => true;
  return parser;
}

const parser = makeParser();

/** A Markdown text as HTML. */
export function renderArchiveMarkdown(text: string): string {
  return parser.render(text);
}
