import type { Letter } from "../../content/letters/letter.ts";
import { unescape } from "./texts.ts";

const LETTER = /<article class="letter" id="letter-([a-z0-9-]+)">(.*?)<\/article>/gs;

/** The words of a piece of HTML as a reader has them, whatever stands between them. */
function wordsIn(html: string): string {
  return unescape(html.replace(/<[^>]*>/g, " ")).replace(/\s+/g, "");
}

/** What is wrong with the letters of a story's page: each of its letters stands there once and whole, and no other does. */
export function letterFaults(page: string, letters: readonly Letter[]): string[] {
  const there = Array.from(page.matchAll(LETTER), ([, id = "", html = ""]) => ({ id, words: wordsIn(html) }));
  const known = new Set(letters.map(({ id }) => id));
  const others = there.filter(({ id }) => !known.has(id));
  const lost = letters.filter(({ id, name, text, reply }) => {
    const own = there.filter((letter) => letter.id === id);
    const words = [name, text, reply?.text ?? ""].map((each) => each.replace(/\s+/g, ""));
    return own.length !== 1 || !words.every((each) => own[0]?.words.includes(each));
  });
  return [
    ...lost.map(({ id }) => `the letter ${id} is not in it as it was accepted`),
    ...others.map(({ id }) => `the letter ${id} is in it, and was not written to this story or not accepted`),
  ];
}
