import { isBlank } from "../words/characters.ts";
import type { Problem } from "../problems/diagnostic.ts";
import { shorten } from "../words/shorten.ts";
import { addressOf } from "./addresses.ts";
import { PICTURE_SIZES, type RenderOptions } from "./options.ts";
import type { Token } from "./parser.ts";
import { plainText } from "./text.ts";

const LONGEST = 100;

/** What a picture's description cannot hold, since it is an attribute: it would lose its address. */
const LOST: Record<string, string> = { link_open: "a link", image: "a picture", footnote_ref: "a footnote's mark" };

/** Makes an image token a picture with its size; reports what is wrong with it. */
export function preparePicture(token: Token, options: RenderOptions, report: (problem: Problem) => void): string {
  const address = addressOf(token);
  for (const { type } of token.children ?? []) {
    const lost = LOST[type];
    if (lost !== undefined)
      report({
        rule: "lost-text",
        message: `${lost} within a picture's description would vanish`,
        hint: "put it into the text beside the picture; a description is words alone",
      });
  }
  const picture = options.picture(address);
  if ("rule" in picture) {
    report(picture);
    // Never an address from elsewhere, not even in the preview.
    token.attrs = [["alt", ""]];
    return address;
  }
  if (isBlank(plainText(token.children)))
    report({
      rule: "missing-alt",
      message: `the picture “${shorten(address, LONGEST)}” has no description`,
      hint: `write what it shows: ![description](${shorten(address, LONGEST)})`,
    });
  const { formats = [] } = picture;
  // Types and addresses of our own making, none of which has a character to escape.
  const sources = formats.map(
    ({ type, srcset }) => `<source type="${type}" srcset="${srcset}" sizes="${PICTURE_SIZES}">`,
  );
  if (sources.length > 0)
    token.meta = { ...(token.meta ?? {}), before: `<picture>${sources.join("")}`, after: "</picture>" };
  token.attrs = [
    ["src", picture.href],
    // Filled in by the parser’s renderer, from the children.
    ["alt", ""],
    ["width", String(picture.width)],
    ["height", String(picture.height)],
    ["loading", "lazy"],
    ["decoding", "async"],
    ...(token.attrs ?? []).filter(([name]) => name === "title"),
  ];
  return address;
}
