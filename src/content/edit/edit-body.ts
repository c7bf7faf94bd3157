/** A line of a text and what ends it, if anything does. */
interface Line {
  readonly text: string;
  readonly end: string;
}

function linesOf(text: string): Line[] {
  return Array.from(text.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g), ([, own = "", end = ""]) => ({
    text: own,
    end,
  })).filter(({ text: own, end }, at, all) => own !== "" || end !== "" || at < all.length - 1);
}

/** A text as it reads on every computer. */
export function withPlainEnds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/**
 * A body as it is wanted, in which every line that it had before ends as it did, and a new one as the file's lines do (`ending`). Which line ends were given
 * makes no difference: a form of a browser has its own.
 */
export function mergeBody(now: string, wanted: string, ending: string): string {
  if (withPlainEnds(now) === withPlainEnds(wanted)) return now;
  const [old, lines] = [linesOf(now), linesOf(wanted)];
  let tail = 0;
  while (tail < Math.min(old.length, lines.length) && old.at(-1 - tail)?.text === lines.at(-1 - tail)?.text) tail++;
  let at = 0;
  return lines
    .map(({ text, end }, index) => {
      if (end === "") return text;
      const fromEnd = lines.length - index;
      const found =
        fromEnd <= tail ? old.length - fromEnd : old.findIndex((line, place) => place >= at && line.text === text);
      if (found < 0) return text + ending;
      at = found + 1;
      return text + (old[found]?.end || ending);
    })
    .join("");
}
