import type { Diagnostic } from "../../src/content/diagnostic.ts";
import { type Html, html, rendered } from "../html.ts";

// The development server's client connects again only when its window gains the focus; after new code it should at once.
const RECONNECT = rendered(`<script>setInterval(() => dispatchEvent(new Event("focus")), 500);</script>\n`);

/** What an editor sees above every page of the local preview. */
export function preview(problems: readonly Diagnostic[]): Html {
  const count = (severity: Diagnostic["severity"]) => {
    const number = problems.filter((problem) => problem.severity === severity).length;
    return number === 1 ? `1 ${severity}` : `${number} ${severity}s`;
  };
  return html`<aside class="preview" aria-label="Preview"><p><strong class="caps">Preview</strong> Drafts and scheduled stories are shown here; readers do not see them.</p></aside>
${RECONNECT}${
    problems.length > 0 &&
    html`<section class="problems" aria-labelledby="_problems">
<h2 id="_problems">${count("error")}, ${count("warning")}</h2>
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
`
  }`;
}

/** Marks a story or edition that readers do not see yet. */
export function notice(text: string | undefined): Html | undefined {
  return text === undefined ? undefined : html`<p class="labels"><strong class="label">${text}</strong></p>\n`;
}
