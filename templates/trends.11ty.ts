import { startDrawing } from "./charts/draw.ts";
import { drawPicture } from "./charts/picture.ts";
import { define } from "./define.ts";
import { html } from "./html.ts";
import { chart } from "./partials/chart.ts";
import { SAID } from "./said.ts";
import { layout } from "./partials/layout.ts";

export default define("trends", async (page) => {
  const { title, introduction, charts } = page;
  const draw = charts.some(({ drawn }) => drawn) ? await startDrawing() : undefined;
  return layout(
    page,
    html`<header class="band header"${SAID}>
<h1>${title}</h1>
<div class="text"><p>${introduction}</p></div>
</header>
${charts.map((view) => {
  const picture = view.drawn?.picture;
  return chart(view, picture && draw?.((plot) => drawPicture(plot, picture)));
})}`,
  );
});
