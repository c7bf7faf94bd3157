import { messagesOf } from "../src/locales/messages.ts";
import { define } from "./define.ts";
import { html, rendered } from "./html.ts";
import { mailContent } from "./partials/mail-content.ts";
import { styleMail } from "./partials/mail-styles.ts";

const BODY = "font-family:Georgia,'Times New Roman',serif;font-size:17px;line-height:1.55";

// One column, of two tables: without the outer one, Outlook gives no margin, and without the inner one no width.
export default define("mailPages", (mail) => {
  const content = styleMail(mailContent(mail, messagesOf(mail)), mail);
  return html`<!doctype html>
<html lang="${mail.language}" dir="${mail.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${mail.subject}</title>
</head>
<body style="margin:0;padding:0">
<div style="font-size:1px;line-height:1px;max-height:0;overflow:hidden" aria-hidden="true">${mail.preheader}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px"><tr><td align="${mail.direction === "rtl" ? "right" : "left"}" style="${BODY}">
<div role="main" lang="${mail.language}" dir="${mail.direction}">
${rendered(content)}</div>
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
});
