import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { TextItem } from "pdfjs-dist/types/src/display/api.js";

/** Words of a printed page that were set in one go, and the box they stand in, in points from its lower left corner. */
interface Words {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

// Of the size of a face, about, below and above the line on which its letters stand.
const DEPTH = 0.2;
const HEIGHT = 0.7;

/** Reads the words of a PDF with their places. */
export async function readWords(pdf: Uint8Array): Promise<Words[]> {
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await loading.promise;
  const words: Words[] = [];
  for (let page = 1; page <= document.numPages; page++) {
    const { items } = await (await document.getPage(page)).getTextContent();
    for (const item of items as TextItem[]) {
      if (item.str.trim() === "") continue;
      const [, , , , left = NaN, line = NaN] = item.transform as number[];
      const { width, height, str: text } = item;
      words.push({ page, text, left, right: left + width, bottom: line - DEPTH * height, top: line + HEIGHT * height });
    }
  }
  await loading.destroy();
  return words;
}

/** Pairs of words that stand on each other: by more than a point in width and a quarter of the lower one's height. */
export function findOverlaps(words: readonly Words[]): string[] {
  return words.flatMap((one, index) =>
    words.slice(index + 1).flatMap((other) => {
      if (one.page !== other.page) return [];
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const high = Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom);
      const least = Math.min(one.top - one.bottom, other.top - other.bottom) / 4;
      return wide > 1 && high > least ? [`page ${one.page}: “${one.text}” on “${other.text}”`] : [];
    }),
  );
}
