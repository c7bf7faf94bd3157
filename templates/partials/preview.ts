import { FALLBACK } from "../../src/locales/languages.ts";
import { LIVE, PROBLEMS, VERSION } from "../../src/views/problems.ts";
import type { Shell } from "../../src/views/shell.ts";
import { type Html, html, rendered } from "../html.ts";
import { SAID } from "../said.ts";

// A page that was asked for while the preview was made anew must not stay old, so each compares its version when it is told one.
// It is loaded again only when it can be had, since a browser that finds no server then shows an error, which listens to nobody.
// A browser keeps six connections to a host at most, so that a page which nobody sees lets go of its own, and one in a frame of the desk has none: the desk loads it.
const listen = (address: string) =>
  rendered(`<script>
{
  const [page] = performance.getEntriesByType("navigation");
  let shown = page?.serverTiming?.find(({ name }) => name === "${VERSION}")?.duration;
  let source, again;
  const listenSoon = () => {
    source.close();
    clearTimeout(again);
    again = setTimeout(listen, 200);
  };
  const listen = () => {
    source?.close();
    clearTimeout(again);
    if (document.hidden || top !== self) return;
    source = new EventSource(${address});
    source.onmessage = ({ data }) => {
      if (+data === (shown ??= +data)) return;
      fetch(location.href, { method: "HEAD" }).then(() => location.reload(), listenSoon);
    };
    source.onerror = listenSoon;
  };
  document.addEventListener("visibilitychange", listen);
  listen();
}
</script>
`);

/**
 * Attributes of what editors alone see, which is English in every publication. They stand in another order than those of `SAID`,
 * so that they stay where the words for readers are translated.
 */
export const FOR_EDITORS = rendered(` dir="ltr" lang="${FALLBACK}"`);

/** What an editor sees above every page of the local preview; what is wrong with the content is fetched. */
export function preview(shell: Shell): Html {
  const at = (path: string) => JSON.stringify(shell.home.slice(0, -1) + path);
  const fetched = rendered(`<div id="_preview"></div>
<script>fetch(${at(PROBLEMS)}, { cache: "no-store" }).then((found) => found.text()).then((text) => { document.getElementById("_preview").innerHTML = text; }, () => {});</script>
`);
  return html`<aside class="preview" aria-label="Preview"${FOR_EDITORS}><p><strong class="caps">Preview</strong> Drafts and scheduled stories are shown here; readers do not see them.</p></aside>
${listen(at(LIVE))}${fetched}`;
}

/** Marks a story or edition that readers do not see yet. */
export function notice(text: string | undefined): Html | undefined {
  return text === undefined ? undefined : html`<p class="labels"><strong class="label"${SAID}>${text}</strong></p>\n`;
}
