import type { Diagnostic } from "../src/content/problems/diagnostic.ts";
import { define } from "./define.ts";
import { html } from "./html.ts";
import { FOR_EDITORS } from "./partials/preview.ts";

function count(problems: readonly Diagnostic[], wanted: Diagnostic["severity"]): string {
  const number = problems.filter(({ severity }) => severity === wanted).length;
  return number === 1 ? `1 ${wanted}` : `${number} ${wanted}s`;
}

export default define("problems", ({ problems }) => {
  if (problems === undefined) {
    return html`<p class="problems" role="status"${FOR_EDITORS}>The preview is being made, the pages that you ask for first. It loads again when all are there and checked.</p>
`;
  }
  if (problems.length === 0) return "";
  return html`<section class="problems" aria-labelledby="_problems"${FOR_EDITORS}>
<h2 id="_problems">${count(problems, "error")}, ${count(problems, "warning")}</h2>
<ol>
${problems.map(
  ({ path, line, column, severity, rule, message, hint }) => html`<li class="problem">
<code class="position">${path}:${line}:${column}</code>
<p><strong class="severity">${severity}</strong> <code>${rule}</code> ${message}</p>
${hint && html`<p class="hint">${hint}</p>`}
</li>
`,
)}</ol>
</section>
`;
});
