import { createExchange, type Exchange, type Request, type Response } from "./exchange.ts";

export interface FakeMail {
  readonly id: string;
  readonly creation_date: string;
  readonly subject: string;
  readonly body: string;
  readonly status: string;
  readonly canonical_url: string;
  readonly metadata: Readonly<Record<string, string>>;
}

export interface FakeButtondown extends Exchange {
  posts(): readonly FakeMail[];
  /** Adds e-mails of other hands, the newest last, a minute apart. */
  addOthers(count: number): void;
  forgetKeys(): void;
}

/** Buttondown with one newsletter, whose e-mails are made at the moments that `now` gives. */
export function createButtondown(token: string, now: () => number): FakeButtondown {
  const mails: FakeMail[] = [];
  let keys = new Map<string, FakeMail>();
  let isConfirmed = false;
  const add = (mail: Omit<FakeMail, "id" | "creation_date">, at = now()): FakeMail => {
    mails.push({ ...mail, id: `em_${mails.length}`, creation_date: new Date(at).toISOString() });
    return mails.at(-1) as FakeMail;
  };
  const serve = ({ method, path, query, headers, body }: Request): Response => {
    if (headers.authorization !== `Token ${token}`)
      return { status: 401, body: { detail: `Invalid token ${headers.authorization ?? ""}` } };
    if (path !== "/v1/emails") return { status: 404, body: { detail: "Not found" } };
    // Before this version a list leaves drafts out.
    if (headers["x-api-version"] !== "2026-04-01") return { status: 400, body: { detail: "another version" } };
    if (method === "GET") {
      const size = Number(query.get("page_size") ?? 100);
      const from = (Number(query.get("page") ?? 1) - 1) * size;
      const sorted = query.get("ordering") === "-creation_date" ? [...mails].reverse() : mails;
      const next = from + size < mails.length ? "https://elsewhere.example/v1/emails?page=2" : null;
      return { status: 200, body: { count: mails.length, results: sorted.slice(from, from + size), next } };
    }
    const key = String(headers["x-idempotency-key"] ?? "");
    const known = keys.get(key);
    if (known) return { status: 201, body: known };
    const sent = JSON.parse(body) as FakeMail;
    if (sent.status === "about_to_send" && !isConfirmed && headers["x-buttondown-live-dangerously"] !== "true")
      return { status: 400, body: { code: "sending_requires_confirmation", detail: "Say that you mean it." } };
    isConfirmed ||= sent.status === "about_to_send";
    const made = add(sent);
    if (key !== "") keys.set(key, made);
    return { status: 201, body: made };
  };
  return {
    ...createExchange(serve),
    posts: () => mails,
    addOthers(count) {
      for (let at = 0; at < count; at++)
        add(
          { subject: `Mail ${at}`, body: "", status: "sent", canonical_url: "", metadata: {} },
          now() - (count - at) * 60_000,
        );
    },
    forgetKeys: () => (keys = new Map()),
  };
}
