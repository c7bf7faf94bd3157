import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  parse,
  type TreeAdapter,
} from "parse5";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Reading takes time by tags and by how deep they are nested; no letter, with what is quoted below it, has so many. */
const MOST_TAGS = 20_000;
const DEEPEST = 300;
/** The most characters from one “<” to the next: the parser compares each attribute of a tag with all before it. */
const LONGEST_TAG = 10_000;
/** Tags behind which much may stand that are known to have few attributes: comments and styles, as Outlook writes them. */
const PLAIN_TAG = /^(?:!|style(?:\s+\w+="[\w/]*"){0,5}\s*>)/i;
/** Quotations within quotations that are told apart; a line for each of thousands would be as long as they are many. */
const MOST_MARKS = 9;

const namesOf = (names: string): ReadonlySet<string> => new Set(names.split(" "));
const UNSEEN = namesOf("head iframe math noembed noframes object script style svg template title");
/** Between these and their neighbours stands an empty line. */
const PARAGRAPHS = namesOf("blockquote dl h1 h2 h3 h4 h5 h6 hr ol p pre table ul");
const LINES = namesOf(
  "address article aside body caption center dd div dt fieldset figure footer form header li main section tr",
);

/** What a text is written with, line by line. */
interface Sheet {
  readonly lines: string[];
  line: string;
  /** How many quotations are open. */
  depth: number;
  pre: number;
  /** The words so far of the link that is open. */
  link: string | undefined;
}

function write(sheet: Sheet, words: string): void {
  sheet.line += words;
  if (sheet.link !== undefined) sheet.link += words;
}

function endLine(sheet: Sheet): void {
  const words = sheet.pre > 0 ? sheet.line : sheet.line.replace(/ +/g, " ").trimStart();
  const marks = ">".repeat(Math.min(sheet.depth, MOST_MARKS));
  // The space of the line above a signature tells it from a line of two hyphens.
  sheet.lines.push(marks === "" && words === "-- " ? words : `${marks}${marks === "" ? "" : " "}${words}`.trimEnd());
  sheet.line = "";
}

/** Ends the line where something stands on it. */
function breakLine(sheet: Sheet): void {
  if (sheet.line.trim() !== "") endLine(sheet);
  else sheet.line = "";
}

function part(sheet: Sheet, tagName: string): void {
  if (PARAGRAPHS.has(tagName)) {
    breakLine(sheet);
    endLine(sheet);
  } else if (LINES.has(tagName)) breakLine(sheet);
}

function attributeOf({ attrs }: Element, name: string): string {
  return attrs.find((each) => each.name === name)?.value ?? "";
}

function enter(sheet: Sheet, element: Element): void {
  const { tagName } = element;
  part(sheet, tagName);
  if (tagName === "br") endLine(sheet);
  else if (tagName === "li") write(sheet, "- ");
  else if (tagName === "blockquote") sheet.depth++;
  else if (tagName === "pre") sheet.pre++;
  else if (tagName === "a") sheet.link = "";
  else if (tagName === "img") {
    // Mail programs draw emoji as pictures of their own.
    const alt = attributeOf(element, "alt");
    if (/^\p{Extended_Pictographic}/u.test(alt)) write(sheet, alt);
  }
}

function leave(sheet: Sheet, element: Element): void {
  const { tagName } = element;
  if (tagName === "a") {
    const words = sheet.link?.trim() ?? "";
    sheet.link = undefined;
    const href = attributeOf(element, "href").trim();
    if (/^https?:\/\//i.test(href) && !href.includes(words.replace(/…$/, ""))) write(sheet, ` (${href})`);
  }
  if (tagName === "td" || tagName === "th") write(sheet, " ");
  part(sheet, tagName);
  if (tagName === "blockquote") sheet.depth--;
  if (tagName === "pre") sheet.pre--;
}

function writeText(sheet: Sheet, value: string): void {
  if (sheet.pre === 0) {
    write(sheet, value.replace(/[\s\u00A0]+/g, " "));
    return;
  }
  const [first = "", ...more] = value.split("\n");
  write(sheet, first);
  for (const line of more) {
    endLine(sheet);
    write(sheet, line);
  }
}

/** Whether a text can be read soon. */
function isModest(html: string): boolean {
  const tags = html.split("<", MOST_TAGS + 2);
  return tags.length <= MOST_TAGS + 1 && tags.every((tag) => tag.length <= LONGEST_TAG || PLAIN_TAG.test(tag));
}

/** What is read of a text, or undefined where it is nested too deep: for such a one the parser takes minutes, or all of the stack. */
function parseShallow(html: string): Node | undefined {
  let depth = 0;
  const treeAdapter: TreeAdapter<DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    onItemPush() {
      if (++depth > DEEPEST) throw new RangeError("nested too deep");
    },
    onItemPop() {
      depth--;
    },
  };
  try {
    return parse(html, { scriptingEnabled: false, treeAdapter });
  } catch {
    return undefined;
  }
}

/**
 * The words of a mail in HTML as plain text: paragraphs are parted by empty lines, lines of quotations begin with “>”, what is
 * behind words that are a link follows in brackets where it is of the web. Nothing of it is run or fetched. Undefined for one that
 * has more tags than any letter, or nests them deeper.
 */
export function wordsOfHtml(source: string): string | undefined {
  // Pictures within a text are no words, and long.
  const html = source.replace(/\bdata:[\w/+;=,.%-]*/gi, "");
  if (!isModest(html)) return undefined;
  const document = parseShallow(html);
  if (!document) return undefined;
  const sheet: Sheet = { lines: [], line: "", depth: 0, pre: 0, link: undefined };
  const open: (Node | { readonly left: Element })[] = [document];
  for (let node = open.pop(); node; node = open.pop()) {
    if ("left" in node) {
      leave(sheet, node.left);
      continue;
    }
    if (node.nodeName === "#text" && "value" in node) writeText(sheet, node.value);
    if ("tagName" in node) {
      if (UNSEEN.has(node.tagName)) continue;
      enter(sheet, node);
      open.push({ left: node });
    }
    if ("childNodes" in node) open.push(...node.childNodes.toReversed());
  }
  breakLine(sheet);
  return sheet.lines.join("\n");
}
