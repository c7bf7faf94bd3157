import { parseHTML } from "linkedom";

/** A chart as it stands in a page: what its table says, and what its marks measure. */
export interface ReadChart {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly head: readonly string[];
  readonly names: readonly string[];
  /** The table's cells as numbers, row by row; undefined where there is none. */
  readonly table: readonly (readonly (number | undefined)[])[];
  /** All texts of the picture. */
  readonly texts: readonly string[];
  /** Of the marks, in the same order as the table: lengths in the picture's own units. */
  readonly lengths: readonly (readonly (number | undefined)[])[];
}

const WIDTH = 340;
const SIDE = 18;
const UNDER = 20;

type Node = Element;

const number = (node: Node, name: string): number => Number(node.getAttribute(name) ?? "0");
const all = (node: Node, selector: string): Node[] => [...node.querySelectorAll(selector)];

/** The place among `periods` equal ones at which a mark stands, by the middle of it. */
function periodAt(x: number, periods: number): number {
  return Math.floor(((x - SIDE) / (WIDTH - 2 * SIDE)) * periods);
}

function placeRects(rects: readonly Node[], periods: number): number[] {
  const heights = Array.from({ length: periods }, () => 0);
  for (const rect of rects)
    heights[periodAt(number(rect, "x") + number(rect, "width") / 2, periods)] = number(rect, "height");
  return heights;
}

/** Columns of lengths, one for each column of the table, turned into its rows. */
function turn<T>(columns: readonly (readonly T[])[], rows: number): T[][] {
  return Array.from({ length: rows }, (_, row) => columns.map((column) => column[row] as T));
}

const READERS: Record<string, (svg: Node, rows: number) => (number | undefined)[][]> = {
  _topics: (svg, rows) =>
    turn(
      all(svg, "g.column").map((row) => placeRects(all(row, "rect"), rows)),
      rows,
    ),
  _publishers: (svg) => all(svg, "g.bar > rect").map((rect) => [number(rect, "width")]),
  _sources: (svg, rows) => {
    const groups = all(svg, "g.column");
    const group = (fill: string) => groups.find((own) => own.getAttribute("fill") === fill);
    return turn(
      ["var(--accent)", "var(--paper)"].map((fill) => placeRects([...(group(fill)?.children ?? [])], rows)),
      rows,
    );
  },
  _ai: (svg, rows) => {
    const groups = all(svg, "g.column");
    const group = (fill: string) => groups.find((own) => own.getAttribute("fill") === fill);
    return turn(
      ["var(--accent)", "url(#_hatch)", "var(--paper)"].map((fill) =>
        placeRects([...(group(fill)?.children ?? [])], rows),
      ),
      rows,
    );
  },
  _length: (svg, rows) => {
    const ground = Number(svg.getAttribute("viewBox")?.split(" ")[3]) - UNDER;
    const found = Array.from({ length: rows }, (): (number | undefined)[] => [undefined, undefined, undefined]);
    const dots = all(svg, "g.average > circle");
    for (const [index, line] of all(svg, "g.range > line").entries()) {
      const ends = [number(line, "y1"), number(line, "y2")];
      const dot = number(dots[index] as Node, "cy");
      const [, shift = "0"] = /translate\(([\d.]+)/.exec(line.parentElement?.getAttribute("transform") ?? "") ?? [];
      found[periodAt(number(line, "x1") + Number(shift), rows)] = [Math.max(...ends), dot, Math.min(...ends)].map(
        (y) => ground - y,
      );
    }
    return found;
  },
};

function textOf(node: Node | null): string {
  return (node?.textContent ?? "").trim();
}

/** Reads every chart of a page of trends: from the geometry of its marks, and from the tables under them. */
export function readCharts(html: string): ReadChart[] {
  const { document } = parseHTML(html);
  return all(document as unknown as Node, "main section:has(svg)").map((section) => {
    const svg = section.querySelector("svg") as Node;
    const rows = all(section, "tbody tr");
    const cells = rows.map((row) => all(row, "td").map((cell) => textOf(cell)));
    return {
      id: section.id,
      title: textOf(svg.querySelector("title")),
      description: textOf(svg.querySelector("desc")),
      head: all(section, "thead th").map(textOf),
      names: rows.map((row) => textOf(row.querySelector("th"))),
      table: cells.map((row) =>
        row.map((cell) => (cell === "–" ? undefined : Number.parseFloat(cell.replace(/,|^under /g, "")))),
      ),
      texts: all(svg, "text").map((text) =>
        [...text.childNodes]
          .filter(({ nodeName }) => nodeName === "#text")
          .map(({ textContent }) => textContent)
          .join(""),
      ),
      lengths: READERS[section.id]?.(svg, rows.length) ?? [],
    };
  });
}
