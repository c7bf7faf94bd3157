import { policyOf } from "../src/views/files/policy.ts";
import { messagesOf } from "../src/locales/messages.ts";
import { define } from "./define.ts";
import { html, rendered } from "./html.ts";
import { openGraph } from "./partials/open-graph.ts";
import { SAID, settleSaid } from "./said.ts";

export default define("moved", ({ shell, head, to, isTopic }) => {
  const { redirect: m } = messagesOf(shell);
  const link = html`<a href="${to.href}">${to.text}</a>`;
  const { markup } = html`<!doctype html>
<html lang="${shell.language}"${shell.direction === "rtl" && html` dir="rtl"`}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(shell)}">
<meta http-equiv="refresh" content="0; url=${to.href}">
<title>${to.text}</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="${head.canonical}">
${openGraph({ shell, head })}</head>
<body>
<h1${SAID}>${m.moved}</h1>
<p${SAID}>${isTopic ? m.nowCalled.pieces({ topic: link }) : m.nowAt.pieces({ page: link })}</p>
</body>
</html>
`;
  return rendered(settleSaid(markup, shell.language));
});
