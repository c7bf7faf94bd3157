import { type Card, SHAPES, type Shape } from "../../../views/cards/card-shapes.ts";
import type { Light } from "../../../views/parts/light.ts";
import type { Colours } from "../../look/colours.ts";
import type { Fonts } from "./fonts.ts";
import { encodePng } from "./png.ts";
import type { Block } from "./pango.ts";
import { isRightToLeft, type Line, setHeadline, setLine } from "./typeset.ts";

type Colour = readonly [red: number, green: number, blue: number];

/** Steps from paper to a colour, for the edges of letters: with paper itself, 12 colours in all. */
const STEPS = { ink: 6, accent: 5 } as const;

function parse(hex: string): Colour {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [channel(1), channel(3), channel(5)];
}

/** Paper, then the steps to each colour. */
function paletteOf(light: Light, colours: Colours): Colour[] {
  const paper = parse(colours.paper.light);
  const ramp = (hex: string, steps: number) => {
    const colour = parse(hex);
    const mix = (step: number, at: 0 | 1 | 2) =>
      Math.round(paper[at] + ((colour[at] - paper[at]) * (step + 1)) / steps);
    return Array.from({ length: steps }, (_, step): Colour => [mix(step, 0), mix(step, 1), mix(step, 2)]);
  };
  return [paper, ...ramp(colours.ink.light, STEPS.ink), ...ramp(colours.accents[light].light, STEPS.accent)];
}

/** Where the steps to a colour begin, and how many there are. Soft is ink that does not reach its last steps. */
const INKS = {
  ink: { from: 0, steps: STEPS.ink },
  soft: { from: 0, steps: STEPS.ink - 1 },
  accent: { from: STEPS.ink, steps: STEPS.accent },
} as const;
type Ink = keyof typeof INKS;

interface Canvas {
  readonly pixels: Uint8Array;
  /** Whether the card is read from right to left: then what is told of its left is of its right. */
  readonly isMirrored: boolean;
  readonly width: number;
}

function fill({ pixels, width }: Canvas, ink: Ink, x: number, y: number, wide: number, high: number): void {
  const { from, steps } = INKS[ink];
  for (let row = y; row < y + high; row++) pixels.fill(from + steps, row * width + x, row * width + x + wide);
}

function print(canvas: Canvas, block: Block, ink: Ink, x: number, y: number): void {
  const { from, steps } = INKS[ink];
  for (let row = 0; row < block.height; row++)
    for (let column = 0; column < block.width; column++) {
      const step = Math.round(((block.mask[row * block.width + column] ?? 0) * steps) / 255);
      if (step > 0) canvas.pixels[(y + row) * canvas.width + x + column] = from + step;
    }
}

const MARGIN = 72;
const BAND = 18;
/** What the headline keeps clear of, from the top and the bottom of the card. */
const HEAD = 232;
const FOOT = 148;
/** Shapes of about one height share a headline, which is most of the work: from this height on, it has the room of this one. */
const ROOMY = SHAPES["4x3"].height;
const FOOTLINE = 70;
const LABEL = 26;

/** A line of words at `start` from the margin, on the line `y`. */
function printLine(canvas: Canvas, line: Line, ink: Ink, start: number, y: number): void {
  const x = canvas.isMirrored ? canvas.width - MARGIN - start - line.width : MARGIN + start;
  print(canvas, line, ink, x, y - line.ascent);
}

/** Labels stand in frames, as on the pages; returns the room they took. */
async function printLabels(canvas: Canvas, labels: readonly string[], y: number): Promise<number> {
  const [padding, gap, stroke] = [16, 14, 2];
  let end = canvas.width - 2 * MARGIN;
  for (const label of labels.toReversed()) {
    const line = await setLine(label, { size: LABEL, weight: 600, spacing: 0.02 }, 420);
    const wide = line.width + 2 * padding;
    const start = end - wide;
    const [top, high] = [y - 34, 48];
    const x = canvas.isMirrored ? canvas.width - MARGIN - end : MARGIN + start;
    fill(canvas, "accent", x, top, wide, stroke);
    fill(canvas, "accent", x, top + high - stroke, wide, stroke);
    fill(canvas, "accent", x, top, stroke, high);
    fill(canvas, "accent", x + wide - stroke, top, stroke, high);
    printLine(canvas, line, "accent", start + padding, y);
    end = start - gap;
  }
  return canvas.width - 2 * MARGIN - end;
}

const EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\u200D\u20E3\uFE0E\uFE0F]/gu;

/** What of a text the fonts can show; emoji that they lack are left out, and undefined is a text in a script that they lack. */
export function showable(text: string, { holds }: Pick<Fonts, "holds">): string | undefined {
  const plain = text
    .normalize("NFC")
    .replace(EMOJI, (emoji) => (holds(emoji) && !/[\u200D\uFE0E\uFE0F]/.test(emoji) ? emoji : ""))
    .replace(/\s+/g, " ")
    .trim();
  return plain !== "" && holds(plain) ? plain : undefined;
}

/** Draws a card in one of its shapes, as a PNG, in the colours of the site by day. */
export async function drawCard(card: Card, shape: Shape, fonts: Fonts, colours: Colours): Promise<Uint8Array> {
  const { width, height } = SHAPES[shape];
  const isMirrored = card.direction === "rtl";
  const canvas: Canvas = { pixels: new Uint8Array(width * height), isMirrored, width };
  const wide = width - 2 * MARGIN;
  const [name, kicker, headline, dateline] = [card.name, card.kicker ?? "", card.headline, card.dateline].map((text) =>
    showable(text, fonts),
  );

  fill(canvas, "accent", 0, 0, width, BAND);
  if (name !== undefined)
    printLine(canvas, await setLine(name, { size: 46, weight: 600, spacing: -0.03 }, wide), "ink", 0, 88);
  // The Scotch rule below the name, thick then thin.
  fill(canvas, "ink", MARGIN, 112, wide, 5);
  fill(canvas, "ink", MARGIN, 120, wide, 2);
  if (kicker !== undefined) printLine(canvas, await setLine(kicker, { size: 34, weight: 600 }, wide), "accent", 0, 184);
  // In a script that the fonts lack, the day takes the headline's place.
  const large = headline ?? dateline;
  if (large !== undefined) {
    const box = { width: wide, height: (height < ROOMY ? SHAPES.social.height : ROOMY) - HEAD - FOOT };
    const block = await setHeadline(large, box, box.height / 2.4);
    const isRight = isRightToLeft(large);
    if (block) print(canvas, block, "ink", isRight ? width - MARGIN - block.width : MARGIN, HEAD - 16);
  }
  const foot = height - FOOTLINE;
  fill(canvas, "soft", MARGIN, foot - 50, wide, 1);
  const taken = await printLabels(
    canvas,
    card.labels.flatMap((label) => showable(label, fonts) ?? []),
    foot,
  );
  if (dateline !== undefined && headline !== undefined)
    printLine(canvas, await setLine(dateline, { size: 30, weight: 400 }, wide - taken - 20), "soft", 0, foot);
  return encodePng({ width, height, pixels: canvas.pixels, colours: paletteOf(card.light, colours) });
}
