import { type Block, countOf, draw, type Extent, HAN, lineOf, measure, type Setting, type Style } from "./pango.ts";

const RIGHT_TO_LEFT =
  "[\\u200F\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}]";
const BEGINS = new RegExp(`^[^\\p{L}\\u200F]*${RIGHT_TO_LEFT}`, "u");
const HOLDS = new RegExp(RIGHT_TO_LEFT, "u");

/** Whether a text is set from right to left: as the library that sets it does, by its first letter. */
export function isRightToLeft(text: string): boolean {
  return BEGINS.test(text);
}

/**
 * A text as a publication of this direction has it: on one that is read from right to left, words of such a script are, even where a name in
 * Latin letters or a number comes first. A mark without appearance tells so to the library, which knows no other way.
 */
export function turn(text: string, direction: "ltr" | "rtl"): string {
  return direction === "rtl" && HOLDS.test(text) && !isRightToLeft(text) ? `\u200F${text}` : text;
}

/** How far the ink of a line reaches above the line on which its letters stand: an x of the next line stands on that. */
async function ascentOf(text: string, style: Style): Promise<number> {
  const { height } = await measure(`${text}\nx`, style);
  return height - Math.round(style.size * lineOf(text));
}

export interface Line extends Block {
  /** Of its ink, above the line on which the letters stand. */
  readonly ascent: number;
}

/** So many settings are kept, of some 100 kB each. */
const MOST = 64;

/** Keeps what was set last: cards of an edition share all lines but their headline. */
function keepRecent<Given extends readonly unknown[], Answer>(set: (...given: Given) => Promise<Answer>) {
  const recent = new Map<string, Promise<Answer>>();
  return (...given: Given): Promise<Answer> => {
    const key = JSON.stringify(given);
    const answer = recent.get(key) ?? set(...given);
    recent.delete(key);
    recent.set(key, answer);
    const [oldest = key] = recent.keys();
    if (recent.size > MOST) recent.delete(oldest);
    return answer;
  };
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The beginning of a text that is as long as `fits` allows, with a mark that the rest is left out; of the first letter at least. */
async function cutTo(text: string, fits: (cut: string) => Promise<boolean>): Promise<string> {
  const letters = Array.from(graphemes.segment(text), ({ segment }) => segment);
  const cutAt = (count: number) => `${letters.slice(0, count).join("").trimEnd()}…`;
  let [low, high] = [1, letters.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (await fits(cutAt(middle))) low = middle;
    else high = middle;
  }
  return cutAt(low);
}

/** A line is cut rather than set smaller than this share of its size. */
const SMALLEST_LINE = 0.4;

const EMPTY: Line = { width: 0, height: 0, mask: new Uint8Array(), ascent: 0 };

/** Draws a line of words; an empty one where they have no ink. */
async function drawLine(text: string, style: Style): Promise<Line> {
  const block = await draw(text, style);
  return block ? { ...block, ascent: await ascentOf(text, style) } : EMPTY;
}

/** Sets words in one line no wider than `most`: smaller where they would be, and cut where they would be too small to read. */
export const setLine = keepRecent(async (text: string, style: Style, most: number): Promise<Line> => {
  const isWithin = async (words: string, size: number) => (await measure(words, { ...style, size })).width <= most;
  if (await isWithin(text, style.size)) return drawLine(text, style);
  const least = style.size * SMALLEST_LINE;
  const shown = (await isWithin(text, least)) ? text : await cutTo(text, (cut) => isWithin(cut, least));
  const { width } = await measure(shown, style);
  let size = width > most && Number.isFinite(width) ? Math.floor((style.size * most) / width) : style.size;
  // Widths do not quite grow in step with sizes where letters are set closer.
  while (size > 1 && !(await isWithin(shown, size))) size--;
  return drawLine(shown, { ...style, size });
});

/** Keeps a very short last word beside the one before it. */
function bindLast(text: string): string {
  return text.replace(/ (\S{1,3})$/u, "\u00A0$1");
}

/** Keeps the characters of each Han word on one line: the rules for line breaks know no words of scripts without spaces. */
function joinWords(text: string): string {
  if (countOf(text, HAN) === 0) return text;
  const words = Array.from(new Intl.Segmenter("zh", { granularity: "word" }).segment(text), ({ segment }) => segment);
  return words.map((word) => (countOf(word, HAN) > 1 ? Array.from(word).join("\u2060") : word)).join("");
}

/** The shortest line's share of the width that the whole block has; `line` is the distance of two lines. */
function shortestShare({ width, height, mask }: Block, lines: number, line: number): number {
  const shares = Array.from({ length: lines }, (_, above) => {
    // From halfway up the letters to where they stand, where neither tails nor accents of another line reach.
    const from = Math.max(0, Math.round(height - line * (above + 0.75)));
    const to = Math.max(0, Math.round(height - line * (above + 0.25)));
    let [left, right] = [width, 0];
    for (let row = from; row < to; row++) {
      const start = row * width;
      for (let x = 0; x < left; x++) if ((mask[start + x] ?? 0) >= 64) left = x;
      for (let x = width - 1; x > right; x--) if ((mask[start + x] ?? 0) >= 64) right = x;
    }
    return Math.max(0, right - left) / width;
  });
  return Math.min(...shares);
}

/** A shorter line looks left over. */
const SHORTEST = 0.4;
/** A word too long for a line is broken rather than set smaller than this share of the largest size. */
const SMALLEST_WHOLE = 0.7;
/** Of headlines, in pixels. Few, since the first words in a size cost as much as the next three. */
const SIZES = [104, 96, 88, 80, 74, 68, 62, 56, 50, 44, 38, 32, 26, 20, 14];

/** How much wider than their equal share lines are tried, to come out of one length; each try costs as much as a drawing. */
const LOOSE = [1.03, 1.08, 1.16];
/** The size, in pixels, in which the length of a text is measured. */
const MEASURED = 20;

/** Of a block of lines, the ink above and below what stands between the first and the last line is at least this share of a line's in which all letters stand. */
const LEAST_INK = 0.75;
/** The room between words, in ems, which is left out at a line's end. */
const SPACE = 0.25;

function countLines({ height }: Extent, size: number, line: number): number {
  return Math.max(1, Math.round((height - size * 0.85) / line) + 1);
}

/** A headline in its box, and how it was set. */
export interface Headline extends Block {
  readonly size: number;
  /** The length of its shortest line as a share of the longest. */
  readonly shortest: number;
  readonly lines: number;
}

/** Draws a text in about its narrowest width that keeps its number of lines, so that they come out of one length. */
async function drawBalanced(text: string, setting: Setting & { width: number }, lines: number, length: number) {
  const narrow = LOOSE.map((loose) => Math.round((length / lines) * loose)).filter((width) => width < setting.width);
  for (const width of lines === 1 ? [] : narrow) {
    const block = await draw(text, { ...setting, width });
    if (block && block.width <= width && countLines(block, setting.size, setting.size * lineOf(text)) <= lines)
      return block;
  }
  return draw(text, setting);
}

/** A headline as large as it fits a box; undefined where no size fits. */
async function fitHeadline(text: string, box: Extent, largest: number): Promise<Headline | undefined> {
  const bound = joinWords(bindLast(text));
  const style = { weight: 600, spacing: -0.012 };
  const whole = await measure(bound, { ...style, size: MEASURED });
  let best: Headline | undefined;
  for (const size of SIZES.filter((own) => own <= largest)) {
    const line = size * lineOf(text);
    const length = (whole.width * size) / MEASURED;
    const most = Math.floor((box.height - (whole.height * LEAST_INK * size) / MEASURED) / line) + 1;
    // Not even with full lines: spares most of the tries.
    if (Number.isFinite(length) && length > most * box.width + (most - 1) * size * SPACE) continue;
    const wrap = size < largest * SMALLEST_WHOLE ? "word-char" : "word";
    const setting = { ...style, size, width: box.width, wrap } as const;
    const set = await measure(bound, setting);
    if (set.width > box.width || set.height > box.height) continue;
    const lines = countLines(set, size, line);
    const block = await drawBalanced(bound, setting, lines, length);
    if (!block) continue;
    const shortest = lines === 1 ? 1 : shortestShare(block, lines, line);
    const found: Headline = { ...block, size, shortest, lines };
    if (!best || shortest > best.shortest) best = found;
    if (best.shortest >= SHORTEST || size < best.size * 0.8) return best;
  }
  return best;
}

/**
 * Sets a headline as large as it fits a box of pixels, in lines of about one length, and smaller where one of them would
 * be a left-over. `largest` is the largest size in pixels. Never wider or higher than the box, and cut where no size fits; undefined
 * where not even its first letter does.
 */
export const setHeadline = keepRecent(
  async (text: string, box: Extent, largest: number): Promise<Headline | undefined> => {
    const whole = await fitHeadline(text, box, largest);
    if (whole) return whole;
    const fits = async (cut: string) => (await fitHeadline(cut, box, largest)) !== undefined;
    return fitHeadline(await cutTo(text, fits), box, largest);
  },
);
