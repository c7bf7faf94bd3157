import { readUrl } from "../../../content/links/read-url.ts";
import { countGraphemes, type Post, type Room, writePost } from "../../../views/announce/post.ts";
import { summaryWithLabels } from "../../../views/parts/labels.ts";
import { ask } from "../../net/ask.ts";
import { EVERY_STATUS, judgeAnswer, readList, readObject, type Service, textIn } from "../answered.ts";
import type { Announcement, Failure, Outcome } from "../channel.ts";
import type { ChannelDeps, MadeChannel } from "../channel-deps.ts";
import { describeMissing, findVisible } from "../find-edition.ts";
import { describePost, describeTooLong, postOf } from "./post-of.ts";
import { readSetting } from "../secret.ts";
import { recordKeyOf } from "./record-key.ts";

const COLLECTION = "app.bsky.feed.post";

/** 300 characters as readers count them, and 3,000 bytes (lexicon app.bsky.feed.post). */
const ROOM: Room = {
  most: 300,
  measure: (text) => Math.max(countGraphemes(text), Math.ceil(Buffer.byteLength(text) / 10)),
};

/** The record of a post: its address is a link by its place in bytes of UTF-8, and a card tells of it. */
function recordOf(text: string, post: Post, createdAt: string): object {
  const byteStart = Buffer.byteLength(text.slice(0, text.lastIndexOf(post.url)));
  const byteEnd = byteStart + Buffer.byteLength(post.url);
  return {
    $type: COLLECTION,
    text,
    createdAt,
    langs: [post.language],
    facets: [{ index: { byteStart, byteEnd }, features: [{ $type: "app.bsky.richtext.facet#link", uri: post.url }] }],
    embed: {
      $type: "app.bsky.embed.external",
      external: {
        uri: post.url,
        title: post.title,
        description: summaryWithLabels(post.description, post.labels),
      },
    },
  };
}

/** What is put: it follows from the edition alone and not from the clock, so that to put it again changes nothing. */
function writeRecord({ archive }: ChannelDeps, announcement: Announcement) {
  const edition = findVisible(archive, announcement)?.placed;
  const post = postOf(archive, announcement);
  if (!edition || !post) return describeMissing(announcement);
  const text = writePost(post, ROOM);
  if (text === undefined) return describeTooLong("Bluesky", ROOM);
  return {
    text,
    language: post.language,
    rkey: recordKeyOf(edition.dateline.date, announcement.key),
    record: recordOf(text, post, new Date(edition.publish).toISOString()),
  };
}

/** Whose repository is written to, where it is, and with which token. */
interface Session {
  readonly did: string;
  readonly host: string;
  readonly token: string;
}

/** Where an account's repository is, by its document of identity (https://atproto.com/specs/did#did-documents); `otherwise` where that does not say so. */
function readHost(document: unknown, otherwise: string): string {
  const services = readList((document as { readonly service?: unknown } | undefined)?.service) ?? [];
  const own = services.find((service) => textIn(service, "id").endsWith("#atproto_pds"));
  const url = readUrl(textIn(own ?? {}, "serviceEndpoint"));
  return url?.protocol === "https:" ? url.origin : otherwise;
}

/**
 * Posts on Bluesky (https://docs.bsky.app/docs/api/com-atproto-repo-put-record), once each: a record is put under a key that follows from the
 * announcement, so that to put it again makes no other.
 */
export function makeBluesky({ handle }: { readonly handle: string }, deps: ChannelDeps): MadeChannel {
  const password = readSetting(deps.environment, "BLUESKY_APP_PASSWORD");
  const entry = readUrl(readSetting(deps.environment, "BLUESKY_SERVICE") || "https://bsky.social");
  if (password === "")
    return {
      problem: `BLUESKY_APP_PASSWORD holds no password: make one for this alone, in the settings of ${handle} under “App passwords”, and put it there`,
    };
  if (entry?.protocol !== "https:")
    return {
      problem:
        "BLUESKY_SERVICE is no address that begins with https://; leave it out where the account is at Bluesky itself",
    };
  const call = (host: string, method: string, token: string | undefined, body: object) =>
    ask(
      new URL(`${host}/xrpc/${method}`),
      {
        method: "POST",
        ...EVERY_STATUS,
        headers: {
          "content-type": "application/json",
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify(body),
      },
      deps.net,
    );
  const advice = `BLUESKY_APP_PASSWORD has to be an app password of ${handle}`;
  const describeService = (host: string, ...secrets: readonly string[]): Service => ({
    name: `Bluesky at ${new URL(host).host}`,
    secrets: [password, ...secrets],
    advice,
  });

  const enter = async (): Promise<Session | Failure> => {
    const service = describeService(entry.origin);
    const answer = await call(entry.origin, "com.atproto.server.createSession", undefined, {
      identifier: handle,
      password,
    });
    if ("problem" in answer || answer.status !== 200) {
      // To enter tells nothing, whatever became of it.
      const { problem } = judgeAnswer(answer, service);
      return { kind: "later", problem };
    }
    const { didDoc, ...session } = readObject(answer);
    const [did, token] = [textIn(session, "did"), textIn(session, "accessJwt")];
    if (did === "" || token === "") return { kind: "later", problem: `${service.name} answered without a session` };
    return { did, token, host: readHost(didDoc, entry.origin) };
  };

  const send = async (announcement: Announcement): Promise<Outcome> => {
    const written = writeRecord(deps, announcement);
    if ("kind" in written) return written;
    const session = await enter();
    if ("kind" in session) return session;
    const { did, host, token } = session;
    const { rkey, record } = written;
    const answer = await call(host, "com.atproto.repo.putRecord", token, {
      repo: did,
      collection: COLLECTION,
      rkey,
      record,
    });
    if ("problem" in answer || answer.status !== 200) return judgeAnswer(answer, describeService(host, token));
    return { kind: "done", receipt: `https://bsky.app/profile/${did}/post/${rkey}` };
  };

  return {
    name: "bluesky",
    occasions: ["edition"],
    describe(announcement) {
      const written = writeRecord(deps, announcement);
      return Promise.resolve(
        "kind" in written ? written.problem : describePost(`Bluesky by ${handle}`, written.language, written.text),
      );
    },
    send,
    resume: send,
  };
}
