import { readUrl } from "../../../content/links/read-url.ts";
import { ask, type Question } from "../../net/ask.ts";
import { EVERY_STATUS, judgeAnswer, readList, readObject, stayOpen, textIn } from "../answered.ts";
import type { Announcement, Failure, Outcome } from "../channel.ts";
import type { ChannelDeps, MadeChannel } from "../channel-deps.ts";
import { MOST_PAGES, notFoundIn, resumeBy } from "../look-back.ts";
import { describeMail, mailOf } from "./mail-of.ts";
import { readSetting, readToken } from "../secret.ts";

/** The first that lists drafts, too, and asks once before anything is sent. */
const VERSION = "2026-04-01";

/** HTML that is sent as it is, and not as an editor would write it. */
const NAKED = "<!-- buttondown-editor-mode: naked -->\n";

/** In e-mails, of a page of a list: each is listed with its whole body. */
const PER_PAGE = 10;

/** Under which an e-mail says of what it is. */
const MARK = "announcement";

/** Buttondown reads templates in what is sent: a text that has their signs means nothing by them. */
const plainHtml = (html: string) => html.replaceAll("{", "&#123;");
const plainText = (text: string) => text.replace(/\{(?=[{%#])/g, "{ ");

/**
 * Has Buttondown mail an edition to its list (https://docs.buttondown.com/api-emails-create), or keep a draft, once: under an idempotency key, and
 * after a claim without an end only where its list of e-mails since then has none of this announcement.
 */
export function makeButtondown(mode: "draft" | "send", deps: ChannelDeps): MadeChannel {
  const token = readToken(deps.environment, "BUTTONDOWN_API_KEY");
  const base = readUrl(readSetting(deps.environment, "BUTTONDOWN_SERVICE") || "https://api.buttondown.com");
  if (token === "")
    return { problem: "BUTTONDOWN_API_KEY holds no key: put the one there that Buttondown’s settings show" };
  if (base?.protocol !== "https:")
    return { problem: "BUTTONDOWN_SERVICE is no address that begins with https://; leave it out" };
  const service = {
    name: `Buttondown at ${base.host}`,
    secrets: [token],
    advice: "BUTTONDOWN_API_KEY has to be a key that may write e-mails, of a plan that has such keys",
  };
  const request = (query: string, { headers, ...question }: Question = {}) =>
    ask(
      new URL(`${base.origin}/v1/emails${query}`),
      {
        ...question,
        ...EVERY_STATUS,
        headers: { authorization: `Token ${token}`, "x-api-version": VERSION, ...headers },
      },
      deps.net,
    );

  const send = async (announcement: Announcement): Promise<Outcome> => {
    const mail = await mailOf(deps.archive, announcement);
    if ("kind" in mail) return mail;
    const answer = await request("", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        // Its reference says the one, its changelog the other.
        "x-idempotency-key": announcement.key,
        "idempotency-key": announcement.key,
        // Without it the first e-mail of a key that is not a draft is refused.
        ...(mode === "send" && { "x-buttondown-live-dangerously": "true" }),
      },
      body: JSON.stringify({
        subject: plainText(mail.subject),
        body: NAKED + plainHtml(mail.html),
        status: mode === "send" ? "about_to_send" : "draft",
        canonical_url: announcement.url,
        metadata: { [MARK]: announcement.key },
      }),
    });
    if ("problem" in answer || (answer.status !== 200 && answer.status !== 201)) return judgeAnswer(answer, service);
    const receipt = textIn(readObject(answer), "id");
    return receipt === ""
      ? { kind: "open", problem: `${service.name} answered without the id of an e-mail` }
      : { kind: "done", receipt };
  };

  /** The id of an e-mail since `earliest` that is of the announcement; undefined where there is none. */
  const find = async ({ key }: Announcement, earliest: number): Promise<string | undefined | Failure> => {
    for (let page = 1; page <= MOST_PAGES; page++) {
      const answer = await request(`?ordering=-creation_date&page_size=${PER_PAGE}&page=${page}`);
      if ("problem" in answer || answer.status !== 200) return stayOpen(judgeAnswer(answer, service));
      const { results, next } = readObject(answer);
      const mails = readList(results);
      if (!mails) return notFoundIn(service.name);
      const recent = mails.filter((mail) => !(Date.parse(textIn(mail, "creation_date")) < earliest));
      const told = recent.find(
        ({ metadata }) => (metadata as Record<string, unknown> | null | undefined)?.[MARK] === key,
      );
      if (told) return textIn(told, "id");
      if (typeof next !== "string" || recent.length < mails.length) return undefined;
    }
    return notFoundIn(service.name);
  };

  return {
    name: "mail",
    occasions: ["edition"],
    describe: (announcement) =>
      describeMail(
        deps.archive,
        announcement,
        mode === "send" ? `an e-mail that ${service.name} sends to its list` : `a draft for ${service.name}`,
      ),
    send,
    resume: resumeBy(find, send),
  };
}
