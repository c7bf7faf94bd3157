import type { Picture } from "../../src/views/trends/chart.ts";
import { drawBars } from "./bars.ts";
import { drawColumns } from "./columns.ts";
import type { Drawing, Plot } from "./draw.ts";
import { drawMirror } from "./mirror.ts";
import { drawRanges } from "./ranges.ts";
import { drawStack } from "./stack.ts";

/** What to draw for a picture of each kind. */
export function drawPicture(plot: Plot, picture: Picture): Drawing {
  switch (picture.kind) {
    case "columns":
      return drawColumns(plot, picture);
    case "bars":
      return drawBars(plot, picture);
    case "mirror":
      return drawMirror(plot, picture);
    case "stack":
      return drawStack(plot, picture);
    case "ranges":
      return drawRanges(plot, picture);
  }
}
