import { PROBLEMS, VERSION } from "../../src/views/problems.ts";
import type { Shell } from "../../src/views/shell.ts";
import { type Html, html, rendered } from "../html.ts";
import { SAID } from "../said.ts";

// A page that was asked for while the preview was made anew must not stay old, so each compares its version when it is told one.
const LIVE = rendered(`<script>
{
  const [page] = performance.getEntriesByType("navigation");
  let shown = page?.serverTiming?.find(({ name }) => name === "${VERSION}")?.duration;
  const listen = () => {
    const socket = new WebSocket(location.origin.replace(/^http/, "ws"));
    socket.onmessage = ({ data }) => {
      const { version } = JSON.parse(data);
      if (version !== undefined && version !== (shown ??= version)) location.reload();
    };
    socket.onclose = () => setTimeout(listen, 200);
  };
  listen();
}
</script>
`);

/** What an editor sees above every page of the local preview; what is wrong with the content is fetched. */
export function preview(shell: Shell): Html {
  const address = JSON.stringify(shell.home.slice(0, -1) + PROBLEMS);
  const fetched = rendered(`<div id="_preview"></div>
<script>fetch(${address}, { cache: "no-store" }).then((found) => found.text()).then((text) => { document.getElementById("_preview").innerHTML = text; });</script>
`);
  return html`<aside class="preview" aria-label="Preview"><p><strong class="caps">Preview</strong> Drafts and scheduled stories are shown here; readers do not see them.</p></aside>
${LIVE}${fetched}`;
}

/** Marks a story or edition that readers do not see yet. */
export function notice(text: string | undefined): Html | undefined {
  return text === undefined ? undefined : html`<p class="labels"><strong class="label"${SAID}>${text}</strong></p>\n`;
}
