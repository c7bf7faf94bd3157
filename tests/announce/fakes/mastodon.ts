import { createExchange, type Exchange, type Request, type Response } from "./exchange.ts";

export interface FakeStatus {
  readonly id: string;
  readonly created_at: string;
  readonly url: string;
  readonly content: string;
  /** The text as it was sent. */
  readonly text: string;
  readonly language: string;
  readonly visibility: string;
}

export interface FakeMastodon extends Exchange {
  posts(): readonly FakeStatus[];
  /** Adds posts of the same account, the newest last, a minute apart. */
  addOthers(count: number): void;
  /** As an hour later. */
  forgetKeys(): void;
}

const ACCOUNT = "7";

const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A status as a server shows it: links shortened for eyes, whole in what they lead to. */
function render(text: string): string {
  const linked = escape(text).replace(
    /https:\/\/\S+/g,
    (url) => `<a href="${url}" rel="nofollow"><span class="invisible">https://</span>${url.slice(8, 30)}</a>`,
  );
  return `<p>${linked.replaceAll("\n\n", "</p><p>")}</p>`;
}

/** A server of Mastodon with one account, whose posts are made at the moments that `now` gives. */
export function createMastodon(token: string, now: () => number): FakeMastodon {
  const posts: FakeStatus[] = [];
  let keys = new Map<string, FakeStatus>();
  const add = (text: string, language: string, visibility: string, at = now()): FakeStatus => {
    const id = String(1000 + posts.length);
    const made = {
      id,
      created_at: new Date(at).toISOString(),
      url: `https://social.example/@desk/${id}`,
      text,
      language,
    };
    posts.push({ ...made, content: render(text), visibility });
    return posts.at(-1) as FakeStatus;
  };
  const serve = ({ method, path, query, headers, body }: Request): Response => {
    if (headers.authorization !== `Bearer ${token}`)
      return { status: 401, body: { error: `The access token is invalid: ${headers.authorization ?? ""}` } };
    if (method === "GET" && path === "/api/v1/accounts/verify_credentials")
      return { status: 200, body: { id: ACCOUNT, username: "desk" } };
    if (method === "GET" && path === `/api/v1/accounts/${ACCOUNT}/statuses`) {
      const before = Number(query.get("max_id") ?? Infinity);
      const older = posts.filter(({ id }) => Number(id) < before).reverse();
      return { status: 200, body: older.slice(0, Number(query.get("limit") ?? 20)) };
    }
    if (method !== "POST" || path !== "/api/v1/statuses") return { status: 404, body: { error: "Record not found" } };
    const key = String(headers["idempotency-key"] ?? "");
    const known = keys.get(key);
    if (known) return { status: 200, body: known };
    const { status, language, visibility } = JSON.parse(body) as Record<string, string>;
    const made = add(status ?? "", language ?? "", visibility ?? "");
    if (key !== "") keys.set(key, made);
    return { status: 200, body: made };
  };
  return {
    ...createExchange(serve),
    posts: () => posts,
    addOthers(count) {
      for (let at = 0; at < count; at++)
        add(`Post ${at} https://elsewhere.example/${at}`, "en", "public", now() - (count - at) * 60_000);
    },
    forgetKeys: () => (keys = new Map()),
  };
}
