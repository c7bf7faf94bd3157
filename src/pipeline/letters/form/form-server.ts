import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Typed } from "../../../content/letters/intake.ts";
import { readUrl } from "../../../content/links/read-url.ts";
import type { Instant } from "../../../content/time/calendar.ts";
import { type LetterPage, type Said, viewForm, viewSaid } from "../../../views/letters/form-view.ts";
import { printLetterPage, TRAP } from "../../../../templates/letter-form.ts";
import { makeStyles } from "./form-styles.ts";
import type { Stories } from "./open-stories.ts";
import { MOST_BODY, readBody } from "./read-body.ts";
import { type Desk, type Outcome, takeLetter } from "./take-letter.ts";
import { makeToken } from "./token.ts";

/** How letters are taken. */
export interface FormOptions extends Desk {
  readonly stories: () => Stories;
  readonly clock: () => Instant;
  /** The address at which readers find the form: its origin is the only one from which a form is taken. Left out, it is where they asked. */
  readonly url?: string | undefined;
  /** Whether the last address of X-Forwarded-For is the reader’s, as a proxy in front writes it. */
  readonly trustProxy: boolean;
  /** Told of each form that was sent, and of nothing in it. */
  readonly count: (outcome: Outcome["kind"] | "failed") => void;
}

/** How long a request may take, and how many may be open at once; in milliseconds. */
const TIMES = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 5000,
};
const MOST_CONNECTIONS = 1024;

/** So long a connection whose body is not read on may still receive its answer; in milliseconds. */
const LINGER = 1000;

const STATUS = { expired: 409, tooMany: 429, full: 503 } as const;
const FORM = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

type Headers = Readonly<Record<string, string>>;

/** Whether the form was sent by a page of another site, as browsers say it by Origin (RFC 6454) or Sec-Fetch-Site (W3C Fetch Metadata). */
function isFromElsewhere({ headers }: IncomingMessage, url: URL | undefined): boolean {
  const origin = url?.origin ?? `http://${headers.host ?? ""}`;
  const site = headers["sec-fetch-site"];
  return (site !== undefined && site !== "same-origin") || (headers.origin !== undefined && headers.origin !== origin);
}

function addressOf({ headers, socket }: IncomingMessage, trustProxy: boolean): string {
  const [forwarded = ""] = [headers["x-forwarded-for"] ?? []].flat().join(",").split(",").slice(-1);
  return trustProxy && forwarded.trim() !== "" ? forwarded.trim() : (socket.remoteAddress ?? "");
}

/** Makes the server that takes letters by a form of its own. It writes down nothing of who asks. */
export function createFormServer(options: FormOptions): Server {
  const { stories, clock, secret, count } = options;
  const own = options.url === undefined ? undefined : readUrl(options.url);
  const prefix = own?.pathname.replace(/\/+$/, "") ?? "";

  const action = `${prefix}/`;

  const answer = (response: ServerResponse, status: number, page: LetterPage, more: Headers = {}): void => {
    const { css, digest } = makeStyles(stories().site.publication);
    const body = Buffer.from(printLetterPage(page, css));
    response.writeHead(status, {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Length": body.length,
      "Content-Language": page.language,
      "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${digest}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      "Cache-Control": "no-store",
      // With none at all, browsers would call the form's own origin “null”.
      "Referrer-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
      "X-Robots-Tag": "noindex",
      ...more,
    });
    response.end(response.req.method === "HEAD" ? undefined : body);
  };

  const say = (response: ServerResponse, status: number, said: Said, more?: Headers): void => {
    answer(response, status, viewSaid(stories().site.publication, said), more);
  };

  const show = (response: ServerResponse, identity: string, isThanks: boolean): void => {
    const { find, site } = stories();
    const now = clock();
    const story = find(identity, now);
    const { publication } = site;
    if (!story) say(response, 404, "unknown");
    else if (isThanks) answer(response, 200, viewSaid(publication, "thanks", story));
    else if (!story.isOpen) answer(response, 410, viewSaid(publication, "closed", story));
    else {
      const hidden = { story: story.identity, token: makeToken(secret, story.identity, now), action };
      answer(response, 200, viewForm(publication, story, hidden));
    }
  };

  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (isFromElsewhere(request, own)) {
      say(response, 403, "elsewhere", { Connection: "close" });
      return;
    }
    if (!FORM.test(request.headers["content-type"] ?? "")) {
      say(response, 415, "elsewhere", { Connection: "close" });
      return;
    }
    const body = await readBody(request, MOST_BODY);
    if (body === "cut") return;
    if (body === "too-large") {
      say(response, 413, "too-large", { Connection: "close" });
      setTimeout(() => request.socket.destroy(), LINGER).unref();
      return;
    }
    const fields = new URLSearchParams(body.toString("utf8"));
    const get = (name: string): string => fields.get(name) ?? "";
    const all = stories();
    const now = clock();
    const story = all.find(get("story"), now);
    if (!story) {
      say(response, 404, "unknown");
      return;
    }
    const { publication } = all.site;
    if (!story.isOpen) {
      answer(response, 410, viewSaid(publication, "closed", story));
      return;
    }
    const typed: Typed = { name: get("name"), email: get("email"), text: get("text").replace(/\r\n?/g, "\n") };
    const sent = { token: get("token"), typed, trap: get(TRAP), address: addressOf(request, options.trustProxy) };
    const outcome = await takeLetter(options, all, story, sent, now);
    count(outcome.kind);
    const hidden = { story: story.identity, token: makeToken(secret, story.identity, now), action };
    switch (outcome.kind) {
      case "kept":
      case "known":
      case "trapped":
        response.writeHead(303, { Location: `${prefix}/thanks?story=${encodeURIComponent(story.identity)}` }).end();
        break;
      case "faults":
        answer(response, 422, viewForm(publication, story, hidden, { typed, faults: outcome.faults }));
        break;
      default: {
        const { again } = outcome;
        const more: Headers = again === undefined ? {} : { "Retry-After": String(again) };
        answer(
          response,
          STATUS[outcome.kind],
          viewForm(publication, story, hidden, { typed, setback: outcome.kind }),
          more,
        );
      }
    }
  };

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = readUrl(`http://localhost${request.url ?? "/"}`);
    const path = url?.pathname;
    const isReading = request.method === "GET" || request.method === "HEAD";
    if (path === "/" && request.method === "POST") await take(request, response);
    else if ((path === "/" || path === "/thanks") && isReading)
      show(response, url?.searchParams.get("story") ?? "", path === "/thanks");
    else if (path === "/" || path === "/thanks")
      say(response, 405, "elsewhere", { Allow: path === "/" ? "GET, HEAD, POST" : "GET, HEAD", Connection: "close" });
    else say(response, 404, "unknown", isReading ? {} : { Connection: "close" });
  };

  const server = createServer(TIMES, (request, response) => {
    respond(request, response).catch(() => {
      count("failed");
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { "Content-Length": 0, Connection: "close" }).end();
    });
  });
  server.maxConnections = MOST_CONNECTIONS;
  return server;
}
