import { formatNumber } from "../src/locales/format.ts";
import { messagesOf } from "../src/locales/messages.ts";
import { startDrawing } from "./charts/draw.ts";
import { drawPicture } from "./charts/picture.ts";
import { define } from "./define.ts";
import { html } from "./html.ts";
import { chart } from "./partials/chart.ts";
import { SAID } from "./said.ts";
import { layout } from "./partials/layout.ts";

export default define("trends", async (page) => {
  const { title, introduction, charts } = page;
  const m = messagesOf(page.shell);
  const write = (number: number) => formatNumber(page.shell.language, number);
  const draw = charts.some(({ drawn }) => drawn) ? await startDrawing() : undefined;
  return layout(
    page,
    html`<header class="band header"${SAID}>
<h1>${title}</h1>
<div class="text"><p>${introduction}</p></div>
</header>
${charts.map((view) => {
  const picture = view.drawn?.picture;
  return chart(view, picture && draw?.((plot) => drawPicture(plot, picture, write)), m);
})}`,
  );
});
