import type { Messages } from "../../src/locales/locale.ts";
import type { RecordingView } from "../../src/views/recordings/recording.ts";
import { type Html, html } from "../html.ts";
import { SAID } from "../said.ts";
import { externalLink } from "./link.ts";

/** Who reads: a person by name, or a machine by its label. */
function voiceOf({ voice, label }: RecordingView, m: Messages): Html {
  if (!voice) return html`<span class="label"${SAID}>${label}</span>`;
  const name =
    voice.url === undefined ? voice.name : externalLink({ href: voice.url, text: voice.name, paid: false }, m);
  return html`<span${SAID}>${m.podcast.readBy.pieces({ name })}</span>`;
}

/** What is to be known of a recording before it is heard: how long it is, who reads, and where that stands as text. */
function about(recording: RecordingView, m: Messages): Html {
  const { transcript } = recording;
  const text =
    transcript !== undefined && externalLink({ href: transcript, text: m.podcast.transcript, paid: false }, m);
  return html`<span${SAID}>${recording.length}</span> · ${voiceOf(recording, m)}${text && html` · <span${SAID}>${text}</span>`}`;
}

/** The player of an edition, which is the browser's own and fetches nothing before it is asked to. */
export function player(recording: RecordingView | undefined, m: Messages): Html | undefined {
  return (
    recording &&
    html`<section class="recording" aria-labelledby="_listen">
<h2 class="caps" id="_listen"${SAID}>${m.podcast.listen}</h2>
<audio controls preload="none" src="${recording.href}" aria-labelledby="_listen"></audio>
<p>${about(recording, m)}</p>
</section>
`
  );
}

/** The recording where no player stands, as in feeds. */
export function recordingLink(recording: RecordingView | undefined, m: Messages): Html | undefined {
  return (
    recording && html`<p><a href="${recording.href}"${SAID}>${m.podcast.listen}</a> · ${about(recording, m)}</p>\n`
  );
}
