import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

/** A message that a relay took. */
export interface TakenMessage {
  readonly from: string;
  readonly to: readonly string[];
  readonly bytes: Buffer;
}

export interface FakeRelay {
  /** As SMTP_URL has it. */
  readonly url: string;
  posts(): readonly TakenMessage[];
  /** Takes the next message, and loses the connection before it says so. */
  loseNextReply(): void;
  /** Ends the next connection at once. */
  refuseNext(): void;
  /** Answers the next sender, receiver or message with this code. */
  answerNext(code: number, at?: "sender" | "receiver" | "message"): void;
  close(): Promise<void>;
}

/** A mail server on this computer that takes messages of one user. */
export async function startRelay(user: string, password: string): Promise<FakeRelay> {
  const taken: TakenMessage[] = [];
  let fault: { readonly code: number; readonly at: string } | undefined;
  let isLosing = false;
  let isRefusing = false;
  const failAt = (at: string): Error | undefined => {
    if (fault?.at !== at) return undefined;
    const { code } = fault;
    fault = undefined;
    return Object.assign(new Error(`answered ${code} to ${at}`), { responseCode: code });
  };
  const server = new SMTPServer({
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    onConnect(_, done) {
      const error = isRefusing ? Object.assign(new Error("closing"), { responseCode: 421 }) : undefined;
      isRefusing = false;
      done(error);
    },
    onAuth({ username, password: given }, _, done) {
      if (username === user && given === password) done(null, { user });
      else done(Object.assign(new Error(`not ${given ?? ""}`), { responseCode: 535 }));
    },
    onMailFrom: (_, __, done) => {
      done(failAt("sender"));
    },
    onRcptTo: (_, __, done) => {
      done(failAt("receiver"));
    },
    onData(stream, { envelope }, done) {
      void buffer(stream).then((bytes) => {
        const error = failAt("message");
        if (error) {
          done(error);
          return;
        }
        const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
        taken.push({ from, to: envelope.rcptTo.map(({ address }) => address), bytes });
        if (isLosing) for (const connection of server.connections) connection.close();
        else done(null, "taken as 1");
        isLosing = false;
      });
    },
  });
  // A connection that is lost is what the tests are about.
  server.on("error", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}`,
    posts: () => taken,
    loseNextReply: () => (isLosing = true),
    refuseNext: () => (isRefusing = true),
    answerNext: (code, at = "message") => (fault = { code, at }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}
