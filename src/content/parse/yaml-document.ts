import { Composer, CST, type Document, Lexer, Parser, YAMLParseError } from "yaml";
import type { Problem } from "../problems/diagnostic.ts";
import { describeFeature } from "./yaml-wording.ts";

/** Takes a problem at an offset of the text. */
export type Add = (offset: number, problem: Problem) => unknown;

const DEEPEST = 100;
const MOST_FEATURES = 100;

/** An anchor, alias or tag: where the sign itself stands, since a node begins behind its own. */
interface Sign {
  readonly offset: number;
  readonly type: "anchor" | "alias" | "tag";
}

interface Scan {
  readonly parts: readonly CST.Token[];
  readonly signs: readonly Sign[];
}

/** The first document of a text. */
export interface Composed {
  readonly document: Document | undefined;
  readonly signs: readonly Sign[];
}

/**
 * The parser's first half: the parts of a text; undefined when they must not be composed. The second half recurses: a
 * few thousand levels of lists and mappings end not in an exception but, when a regular expression is compiled just
 * then, in the death of the process.
 */
function scan(text: string, add: Add): Scan | undefined {
  const parser = new Parser();
  const parts: CST.Token[] = [];
  const signs: Sign[] = [];
  let isScalarNext = false;
  for (const lexeme of new Lexer().lex(text)) {
    const type = isScalarNext ? "scalar" : CST.tokenType(lexeme);
    isScalarNext = lexeme === CST.SCALAR;
    if (type === "directive-line") {
      add(parser.offset, describeFeature("directive"));
      return undefined;
    }
    if (type === "anchor" || type === "alias" || type === "tag") {
      signs.push({ offset: parser.offset, type });
      if (signs.length > MOST_FEATURES) {
        add(parser.offset, describeFeature(type));
        return undefined;
      }
    }
    for (const part of parser.next(lexeme)) parts.push(part);
    if (parser.stack.length > DEEPEST) {
      add(parser.offset, { rule: "yaml-syntax", message: "lists or mappings are nested too deeply here" });
      return undefined;
    }
  }
  for (const part of parser.end()) parts.push(part);
  return { parts, signs };
}

/**
 * The first document of a text, with every mistake that the parser finds; none when what `add` was told leaves
 * nothing to compose. The parser's two halves are run one by one, so that the first can be watched and runs once. Keys
 * are left to the caller to compare, since the parser would compare each with every other.
 */
export function composeDocument(text: string, add: Add): Composed {
  const scanned = scan(text, add);
  if (!scanned) return { document: undefined, signs: [] };
  const { stackTraceLimit } = Error;
  // The parser makes an exception object of each mistake; with their stacks, those of one bad file cost seconds.
  Error.stackTraceLimit = 0;
  try {
    const composer = new Composer({ version: "1.2", schema: "core", stringKeys: true, uniqueKeys: false });
    const [first, second] = composer.compose(scanned.parts, true, text.length);
    if (second)
      first?.errors.push(new YAMLParseError([second.range[0], second.range[1]], "MULTIPLE_DOCS", "another document"));
    return { document: first, signs: scanned.signs };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** A comment of a text, from its “#” to the end of its line. */
export interface Comment {
  readonly offset: number;
  readonly text: string;
}

/** Signs that the lexer puts before what it gives, and that do not stand in the text. */
const UNSEEN = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

/** The comments of a text; a “#” within a scalar begins none. */
export function listComments(text: string): Comment[] {
  const comments: Comment[] = [];
  let offset = 0;
  let isScalarNext = false;
  for (const lexeme of new Lexer().lex(text)) {
    const isScalar = isScalarNext;
    isScalarNext = lexeme === CST.SCALAR;
    if (!isScalar && UNSEEN.has(lexeme)) continue;
    if (!isScalar && CST.tokenType(lexeme) === "comment") comments.push({ offset, text: lexeme });
    offset += lexeme.length;
  }
  return comments;
}
