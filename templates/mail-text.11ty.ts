import { printPlain } from "../src/content/markup/plain.ts";
import { messagesOf } from "../src/locales/messages.ts";
import { define } from "./define.ts";
import { rendered } from "./html.ts";
import { mailContent } from "./partials/mail-content.ts";

export default define("mailTexts", (mail) => rendered(printPlain(mailContent(mail, messagesOf(mail)), mail)));
