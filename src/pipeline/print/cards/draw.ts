import { channelsOf, type Hex, mix } from "../../../content/theme/colour.ts";
import { cardSoft } from "../../../content/theme/contrast.ts";
import type { Palette } from "../../../content/theme/palette.ts";
import { type Card, CARD } from "../../../views/cards/card-view.ts";
import type { Light } from "../../../views/parts/light.ts";
import type { Fonts } from "./fonts.ts";
import { type Canvas, createCanvas, fill, print } from "./canvas.ts";
import { type Colour, encodePng } from "./png.ts";
import { isRightToLeft, type Line, setHeadline, setLine, turn } from "./typeset.ts";

/** Steps from paper to each colour, for the edges of letters. More look no better in the size of cards, and edges are most of what a card weighs. */
const STEPS = 3;

/** Paper, then the steps to ink, to soft ink and to the accent. */
function coloursOf(light: Light, palette: Palette): Colour[] {
  const paper = palette.paper.light;
  const steps = (ink: Hex) => Array.from({ length: STEPS }, (_, step) => mix(paper, ink, (step + 1) / STEPS));
  const inks = [palette.ink.light, cardSoft(palette), palette.accents[light].light];
  return [paper, ...inks.flatMap(steps)].map(channelsOf);
}

/** An ink: the number of its colour, and what it leaves of each value of a mask. */
interface Ink {
  readonly full: number;
  readonly edges: Uint8Array;
}

function inkOf(ramp: number): Ink {
  const before = ramp * STEPS;
  const edges = Uint8Array.from({ length: 256 }, (_, mask) => {
    const step = Math.round((mask * STEPS) / 255);
    return step > 0 ? before + step : 0;
  });
  return { full: before + STEPS, edges };
}

const [INK, SOFT, ACCENT] = [inkOf(0), inkOf(1), inkOf(2)];

/** A card as far as it is drawn. */
interface Sheet extends Canvas {
  /** Whether it is read from right to left: then what is told of its left is of its right. */
  readonly isMirrored: boolean;
}

const MARGIN = 72;
const BAND = 18;
/** What the headline keeps clear of, from the top and the bottom of the card. */
const HEAD = 232;
const FOOT = 148;
/** The room of the headline. */
const BOX = { width: CARD.width - 2 * MARGIN, height: CARD.height - HEAD - FOOT };
/** Of its letters, in pixels. */
const LARGEST = 104;
const FOOTLINE = 70;
const LABEL = 26;

/** A line of words at `start` from the margin, on the line `y`. */
function printLine(sheet: Sheet, line: Line, ink: Ink, start: number, y: number): void {
  const x = sheet.isMirrored ? sheet.width - MARGIN - start - line.width : MARGIN + start;
  print(sheet, line, ink.edges, x, y - line.ascent);
}

/** Labels stand in frames, as on the pages; returns the room they took. */
async function printLabels(sheet: Sheet, labels: readonly string[], y: number): Promise<number> {
  const [padding, gap, stroke] = [16, 14, 2];
  let end = sheet.width - 2 * MARGIN;
  for (const label of labels.toReversed()) {
    const line = await setLine(label, { size: LABEL, weight: 600, spacing: 0.02 }, 420);
    const wide = line.width + 2 * padding;
    const start = end - wide;
    const [top, high] = [y - 34, 48];
    const x = sheet.isMirrored ? sheet.width - MARGIN - end : MARGIN + start;
    fill(sheet, ACCENT.full, x, top, wide, stroke);
    fill(sheet, ACCENT.full, x, top + high - stroke, wide, stroke);
    fill(sheet, ACCENT.full, x, top, stroke, high);
    fill(sheet, ACCENT.full, x + wide - stroke, top, stroke, high);
    printLine(sheet, line, ACCENT, start + padding, y);
    end = start - gap;
  }
  return sheet.width - 2 * MARGIN - end;
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

/** Draws a card as a PNG, in the colours of the site by day. */
export async function drawCard(card: Card, fonts: Fonts, palette: Palette): Promise<Uint8Array> {
  const { width, height } = CARD;
  const sheet: Sheet = { ...createCanvas(width, height), isMirrored: card.direction === "rtl" };
  const wide = BOX.width;
  const show = (text: string): string | undefined => {
    const shown = showable(text, fonts);
    return shown === undefined ? undefined : turn(shown, card.direction);
  };
  const [name, kicker, headline, dateline] = [card.name, card.kicker ?? "", card.headline, card.dateline].map(show);

  fill(sheet, ACCENT.full, 0, 0, width, BAND);
  if (name !== undefined)
    printLine(sheet, await setLine(name, { size: 46, weight: 600, spacing: -0.03 }, wide), INK, 0, 88);
  // The Scotch rule below the name, thick then thin.
  fill(sheet, INK.full, MARGIN, 112, wide, 5);
  fill(sheet, INK.full, MARGIN, 120, wide, 2);
  if (kicker !== undefined) printLine(sheet, await setLine(kicker, { size: 34, weight: 600 }, wide), ACCENT, 0, 184);
  // In a script that the fonts lack, the day takes the headline's place.
  const large = headline ?? dateline;
  if (large !== undefined) {
    const block = await setHeadline(large, BOX, LARGEST);
    const isRight = isRightToLeft(large);
    if (block) print(sheet, block, INK.edges, isRight ? width - MARGIN - block.width : MARGIN, HEAD - 16);
  }
  const foot = height - FOOTLINE;
  fill(sheet, SOFT.full, MARGIN, foot - 50, wide, 1);
  const taken = await printLabels(
    sheet,
    card.labels.flatMap((label) => show(label) ?? []),
    foot,
  );
  if (dateline !== undefined && headline !== undefined)
    printLine(sheet, await setLine(dateline, { size: 30, weight: 400 }, wide - taken - 20), SOFT, 0, foot);
  return encodePng(sheet, coloursOf(card.light, palette));
}
