import { type Html, rendered } from "../html.ts";

const UNSAFE = /[<>&\u2028\u2029]/g;

/** Linked data in a script element: what could end the element, or a line of it, is written as an escape of JSON. */
export function jsonLd(data: object): Html {
  const json = JSON.stringify(data).replace(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return rendered(`<script type="application/ld+json">${json}</script>\n`);
}
