import type * as Library from "@observablehq/plot";

/** The plotting library, handed to whoever says what to draw. */
export type Plot = typeof Library;

/** Writes a number as the language of the page does. */
export type Write = (number: number) => string;

/** Digits all of one width, as the library would have them, if it wrote the numbers itself. */
export const DIGITS = { fontVariant: "tabular-nums" } as const;

/** What is to be drawn, but for its width. */
export type Drawing = Omit<Library.PlotOptions, "document" | "width"> & { readonly height: number };

/** The marks of a drawing as SVG markup, in which the library has escaped all text; `height` as asked for. */
export interface Marks {
  readonly height: number;
  readonly markup: string;
}

/** Width of every drawing in its own units: of a small telephone’s text, so that letters are there as large as they are drawn. */
export const WIDTH = 340;

const LONG_NUMBER = /-?\d+\.\d{2,}(?:e-\d+)?/g;

/** Numbers to a tenth of a unit, which no eye can tell from more. */
function round(value: string): string {
  return value.replace(LONG_NUMBER, (number) => String(Math.round(Number(number) * 10) / 10 || 0));
}

/** Loads the library, which only this page needs and which takes its time, and a document for it to draw into. */
export async function startDrawing(): Promise<(draw: (plot: Plot) => Drawing) => Marks> {
  const [plot, { parseHTML }] = await Promise.all([import("@observablehq/plot"), import("linkedom")]);
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  return (draw) => {
    const drawing = draw(plot);
    const svg = plot.plot({ ...drawing, width: WIDTH, document });
    // The page’s policy allows no styles of its own, and a picture with a name has no named parts.
    for (const style of svg.querySelectorAll("style")) style.remove();
    for (const element of svg.querySelectorAll("*"))
      for (const { name, value } of [...element.attributes])
        if (name.startsWith("aria-")) element.removeAttribute(name);
        else if (!/^(?:fill|stroke|class)$/.test(name)) element.setAttribute(name, round(value));
    return { height: drawing.height, markup: svg.innerHTML };
  };
}
