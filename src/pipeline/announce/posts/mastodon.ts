import { escapeHtml } from "../../../content/words/escape-html.ts";
import { countGraphemes, type Room, writePost } from "../../../views/announce/post.ts";
import { ask, type Question } from "../../net/ask.ts";
import { EVERY_STATUS, judgeAnswer, readJson, readList, readObject, stayOpen, textIn } from "../answered.ts";
import type { Announcement, Failure, Outcome } from "../channel.ts";
import type { ChannelDeps, MadeChannel } from "../channel-deps.ts";
import { MOST_PAGES, notFoundIn, resumeBy } from "../look-back.ts";
import { readToken } from "../secret.ts";
import { describeMissing } from "../find-edition.ts";
import { describePost, describeTooLong, postOf } from "./post-of.ts";

/** Of a link, however long it is. */
const LINK = "x".repeat(23);

/** Every server takes so many characters, unless it was set to more. */
const ROOM: Room = {
  most: 500,
  measure: (text) => countGraphemes(text.replace(/https?:\/\/\S+/g, LINK)),
};

/** In posts, of a page of an account's own; servers give no more. */
const PER_PAGE = 40;

/** What is sent: it is the same for the same edition, so that its key names one and the same post. */
function writeStatus(
  { archive }: ChannelDeps,
  announcement: Announcement,
): { status: string; language: string } | Failure {
  const post = postOf(archive, announcement);
  if (!post) return describeMissing(announcement);
  const status = writePost(post, ROOM);
  if (status === undefined) return describeTooLong("Mastodon", ROOM);
  // Servers know languages by ISO 639 alone.
  return { status, language: post.language.replace(/-.*/, "") };
}

/**
 * Posts at a server of Mastodon (https://docs.joinmastodon.org/methods/statuses/#create), once each: under an Idempotency-Key, which servers keep
 * for an hour, and after a claim without an end only where no own post since then has the edition's address.
 */
export function makeMastodon({ server }: { readonly server: string }, deps: ChannelDeps): MadeChannel {
  const token = readToken(deps.environment, "MASTODON_TOKEN");
  const { origin, host } = new URL(server);
  if (token === "")
    return {
      problem: `MASTODON_TOKEN holds no token: put one of the account at ${host} that posts into it, with the scopes write:statuses, read:statuses and read:accounts`,
    };
  const service = {
    name: `Mastodon at ${host}`,
    secrets: [token],
    advice:
      "MASTODON_TOKEN has to be a token of that server, with the scopes write:statuses, read:statuses and read:accounts",
  };
  const request = (path: string, question: Question = {}) =>
    ask(
      new URL(`${origin}/api/v1${path}`),
      { ...question, ...EVERY_STATUS, headers: { authorization: `Bearer ${token}`, ...question.headers } },
      deps.net,
    );

  const send = async (announcement: Announcement): Promise<Outcome> => {
    const written = writeStatus(deps, announcement);
    if ("kind" in written) return written;
    const answer = await request("/statuses", {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": announcement.key },
      body: JSON.stringify({ ...written, visibility: "public" }),
    });
    if ("problem" in answer || answer.status !== 200) return judgeAnswer(answer, service);
    const receipt = textIn(readObject(answer), "url");
    return receipt === ""
      ? { kind: "open", problem: `${service.name} answered without the address of a post` }
      : { kind: "done", receipt };
  };

  /** The address of an own post since `earliest` that leads to the edition; undefined where there is none. */
  const find = async ({ url }: Announcement, earliest: number): Promise<string | undefined | Failure> => {
    const account = await request("/accounts/verify_credentials");
    if ("problem" in account || account.status !== 200) return stayOpen(judgeAnswer(account, service));
    const own = `/accounts/${encodeURIComponent(textIn(readObject(account), "id"))}/statuses?limit=${PER_PAGE}&exclude_reblogs=true`;
    let before = "";
    for (let page = 0; page < MOST_PAGES; page++) {
      const answer = await request(`${own}${before === "" ? "" : `&max_id=${encodeURIComponent(before)}`}`);
      if ("problem" in answer || answer.status !== 200) return stayOpen(judgeAnswer(answer, service));
      const posts = readList(readJson(answer.body));
      if (!posts) return notFoundIn(service.name);
      const recent = posts.filter((post) => !(Date.parse(textIn(post, "created_at")) < earliest));
      const told = recent.find((post) => textIn(post, "content").includes(`href="${escapeHtml(url)}"`));
      if (told) return textIn(told, "url");
      const last = textIn(posts.at(-1) ?? {}, "id");
      if (last === "" || recent.length < posts.length) return undefined;
      before = last;
    }
    return notFoundIn(service.name);
  };

  return {
    name: "mastodon",
    occasions: ["edition"],
    describe(announcement) {
      const written = writeStatus(deps, announcement);
      return Promise.resolve(
        "kind" in written ? written.problem : describePost(service.name, written.language, written.status),
      );
    },
    send,
    resume: resumeBy(find, send),
  };
}
