import { type Standing, wholeAddress } from "../../src/content/links/whole-address.ts";

/**
 * Styles of a mail, each within its element, since mail programs drop all others. No colour is among them: programs that turn a mail dark then
 * turn all of it, and nothing is dark on dark.
 */

const SMALL = "font-size:15px;line-height:1.5";
const NOTE = `margin:0 0 20px;padding:12px 14px;border:1px solid;${SMALL}`;

/** Every element that a mail may have. */
const ELEMENTS: Readonly<Record<string, string>> = {
  a: "",
  b: "",
  blockquote: "margin:0 0 16px;padding:0 0 0 16px;border-left:3px solid",
  br: "",
  cite: "font-style:normal",
  code: "font-family:monospace;font-size:15px",
  del: "",
  div: "margin:0 0 16px",
  em: "",
  h1: "margin:0 0 12px;font-size:28px;line-height:1.2;font-weight:bold",
  h2: "margin:0 0 8px;font-size:22px;line-height:1.25;font-weight:bold",
  h3: `margin:20px 0 6px;${SMALL};font-weight:bold`,
  h4: "margin:20px 0 6px;font-size:17px;font-weight:bold",
  h5: "margin:20px 0 6px;font-size:17px;font-weight:bold",
  h6: "margin:20px 0 6px;font-size:17px;font-weight:bold",
  hr: "margin:28px 0 0;border:0;border-top:1px solid",
  img: "display:block;width:100%;height:auto;border:0",
  li: "margin:0 0 6px",
  ol: "margin:0 0 16px;padding:0 0 0 24px",
  p: "margin:0 0 16px",
  pre: "margin:0 0 16px;padding:12px;border:1px solid;font-family:monospace;font-size:14px;white-space:pre-wrap",
  s: "",
  small: "",
  span: "",
  strong: "",
  sub: "",
  sup: "font-size:13px;line-height:1",
  table: `margin:0 0 16px;border-collapse:collapse;${SMALL}`,
  tbody: "",
  td: "padding:6px 12px 6px 0;border-bottom:1px solid;vertical-align:top",
  th: "padding:6px 12px 6px 0;border-bottom:2px solid;vertical-align:top",
  thead: "",
  tr: "",
  ul: "margin:0 0 16px;padding:0 0 0 24px",
};

/** What stands for nothing in a mail but for what is in it. */
const TRANSPARENT = new Set("bdi bdo header picture section source time".split(" "));
const KEPT_BLOCKS: Readonly<Record<string, string>> = {
  figure: "div",
  figcaption: "div",
  aside: "div",
  article: "div",
};
/** A story, apart from the one before it. */
const PARTED = "margin:28px 0 0;border-top:1px solid;padding:20px 0 0";
/** Links that are known for such by where they stand, and are as the words around them. */
const PLAIN_LINK = "color:inherit;text-decoration:none";
const PLAIN = new Set(["h1", "h2", "cite"]);

/** What some classes of elements are, beside that. */
const CLASSES: Readonly<Record<string, string>> = {
  name: "margin:0 0 4px;font-size:22px;font-style:italic",
  kicker: "margin:0 0 4px;font-size:13px;line-height:1.5;letter-spacing:0.04em",
  facts: `margin:0 0 20px;${SMALL}`,
  labels: `margin:0 0 12px;${SMALL}`,
  label: "padding:2px 8px;border:1px solid",
  disclosure: NOTE,
  corrections: NOTE,
  advertisement: NOTE,
  correction: "margin:0",
  rail: "margin:0 0 4px",
  advert: "margin:0",
  credit: SMALL,
  about: "",
  "align-right": "text-align:right",
  "align-center": "text-align:center",
};

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s[^>]*)?)>/g;
const ATTRIBUTE = /\s([a-z-]+)(?:="([^"]*)")?/g;
const KEPT = new Set(
  "href src alt width height lang dir rel start value colspan rowspan scope role aria-label".split(" "),
);

/** Classes that stay, since by them it is verified that nothing is missing. */
const NAMED = new Set(["disclosure", "paid"]);

/**
 * The HTML of a mail with whole addresses and each element's styles within it. Throws where an element is none of a mail's, which only a template
 * can bring about.
 */
export function styleMail(markup: string, standing: Standing): string {
  // Attribute values are quoted and quotation marks in text are escaped, so that nothing in a text looks like a tag.
  let isPlain = false;
  return markup.replace(TAG, (_, closing: string, own: string, attributes: string) => {
    const name = KEPT_BLOCKS[own] ?? own;
    if (TRANSPARENT.has(name)) return "";
    const style = ELEMENTS[name];
    if (style === undefined) throw new Error(`a mail has no <${name}>`);
    if (PLAIN.has(own)) isPlain = closing === "";
    if (closing !== "") return `</${name}>`;
    let kept = "";
    const styles = [own === "article" ? PARTED : style, ...(own === "a" && isPlain ? [PLAIN_LINK] : [])];
    for (const [, key = "", value = ""] of attributes.matchAll(ATTRIBUTE)) {
      if (key === "class") styles.push(...value.split(" ").map((each) => CLASSES[each] ?? ""));
      if (key === "class" && NAMED.has(value)) kept += ` class="${value}"`;
      if (!KEPT.has(key)) continue;
      kept += ` ${key}="${key === "href" || key === "src" ? wholeAddress(value, standing) : value}"`;
    }
    const all = styles.filter((each) => each !== "").join(";");
    return `<${name}${kept}${all === "" ? "" : ` style="${all}"`}>`;
  });
}
