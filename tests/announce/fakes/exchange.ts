import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { Reply } from "../../gather/loopback.ts";

/** A request with all of its body. */
export interface Request {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface Response {
  readonly status: number;
  readonly body: unknown;
}

/** What can be made to go wrong between a service and who asks it. */
export interface Switches {
  /** Has the next request that changes something take effect, and its answer lost. */
  loseNextReply(): void;
  /** Has it take effect, and be answered with this status. */
  spoilNextReply(status: number): void;
  /** Has the next request that changes something lost, without effect. */
  loseNextRequest(): void;
  /** Answers the next request that changes something with this status, without effect. */
  answerNext(status: number, body?: unknown): void;
  /** Answers every request with this status until it is called without one. */
  answerAll(status?: number): void;
  /** Every request that came. */
  readonly requests: readonly Request[];
}

export interface Exchange extends Switches {
  readonly reply: Reply;
}

/** A service as a function from requests to answers in JSON, with faults on demand; those of one request hit what `isChange` picks. */
export function createExchange(
  serve: (request: Request) => Response,
  isChange: (request: Request) => boolean = ({ method }) => method === "POST",
): Exchange {
  let fault: { readonly effect: boolean; readonly response?: Response } | undefined;
  let always: number | undefined;
  const requests: Request[] = [];
  const answer = (response: ServerResponse, { status, body }: Response) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  const take = async (incoming: IncomingMessage, response: ServerResponse) => {
    const url = new URL(incoming.url ?? "/", "https://service.example");
    const { method = "GET", headers } = incoming;
    const request = { method, path: url.pathname, query: url.searchParams, headers, body: await text(incoming) };
    requests.push(request);
    if (always !== undefined) {
      answer(response, { status: always, body: { error: `always ${always}` } });
      return;
    }
    const own = isChange(request) ? fault : undefined;
    if (own !== undefined) fault = undefined;
    const served = own?.effect === false ? undefined : serve(request);
    const sent = own ? own.response : served;
    if (sent) answer(response, sent);
    else incoming.socket.destroy();
  };
  return {
    // Who asked may be gone before all of it came.
    reply: (incoming, response) => void take(incoming, response).catch(() => undefined),
    loseNextReply: () => (fault = { effect: true }),
    loseNextRequest: () => (fault = { effect: false }),
    answerNext: (status, body = { error: `answered ${status}` }) =>
      (fault = { effect: false, response: { status, body } }),
    spoilNextReply: (status) => (fault = { effect: true, response: { status, body: { error: "spoilt" } } }),
    answerAll: (status) => (always = status),
    requests,
  };
}
