import type { Picture } from "../../src/views/trends/chart.ts";
import { drawBars } from "./bars.ts";
import { drawColumns } from "./columns.ts";
import type { Drawing, Plot, Write } from "./draw.ts";
import { drawMirror } from "./mirror.ts";
import { drawRanges } from "./ranges.ts";
import { drawStack } from "./stack.ts";

/** What to draw for a picture of each kind, its numbers written by `write`. */
export function drawPicture(plot: Plot, picture: Picture, write: Write): Drawing {
  switch (picture.kind) {
    case "columns":
      return drawColumns(plot, picture, write);
    case "bars":
      return drawBars(plot, picture);
    case "mirror":
      return drawMirror(plot, picture, write);
    case "stack":
      return drawStack(plot, picture, write);
    case "ranges":
      return drawRanges(plot, picture, write);
  }
}
