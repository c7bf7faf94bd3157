import { isIP } from "node:net";
import { Readable } from "node:stream";
import { readUrl } from "../../../content/links/read-url.ts";

/** A server that takes mail. */
export interface Relay {
  readonly host: string;
  readonly port: number;
  /** Whether it speaks TLS from the first byte on (RFC 8314). */
  readonly isSecure: boolean;
  readonly user: string;
  readonly password: string;
}

/** What became of a message: taken, with what the server said; or not, with its code where it said one, and whether any of the message had been sent. */
export type Delivery =
  | { readonly kind: "taken"; readonly response: string }
  | { readonly kind: "failed"; readonly code: number | undefined; readonly message: string; readonly isBegun: boolean };

/** The relay of an address as `smtps://user:password@host`, escaped as in any address; undefined where it is none. */
export function readRelay(text: string): Relay | undefined {
  const url = readUrl(text);
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === "") return undefined;
  const isSecure = url.protocol === "smtps:";
  try {
    return {
      host: url.hostname.replace(/^\[|\]$/g, ""),
      port: url.port === "" ? (isSecure ? 465 : 587) : Number(url.port),
      isSecure,
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
    };
  } catch {
    return undefined;
  }
}

/** Whether nobody between can read what is sent there. */
function isOwnComputer(host: string): boolean {
  return host === "localhost" || (isIP(host) === 4 && host.startsWith("127.")) || host === "::1";
}

/**
 * Hands one message to a relay for one receiver (RFC 5321), over TLS unless the relay is on this computer; never throws for what the relay is like.
 * `timeout` is in milliseconds, for each step.
 */
export async function deliver(
  relay: Relay,
  { from, to }: { readonly from: string; readonly to: string },
  message: Uint8Array,
  { timeout, ca }: { readonly timeout: number; readonly ca?: string },
): Promise<Delivery> {
  const { default: SMTPConnection } = await import("nodemailer/lib/smtp-connection");
  const connection = new SMTPConnection({
    host: relay.host,
    port: relay.port,
    secure: relay.isSecure,
    requireTLS: !relay.isSecure && !isOwnComputer(relay.host),
    ignoreTLS: isOwnComputer(relay.host),
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    ...(ca !== undefined && { tls: { ca } }),
  });
  // It is read from when the relay has said that it takes the message, and not before.
  let isBegun = false;
  const body = new Readable({
    read() {
      isBegun = true;
      this.push(message);
      this.push(null);
    },
  });
  const step = <T>(begin: (done: (error?: Error | null, result?: T) => void) => void) =>
    new Promise<T | undefined>((resolve, reject) => {
      connection.once("error", reject);
      begin((error, result) => {
        connection.off("error", reject);
        if (error) reject(error);
        else resolve(result);
      });
    });
  try {
    await step((done) => {
      connection.connect(done);
    });
    const credentials = { user: relay.user, pass: relay.password };
    if (relay.user !== "")
      await step((done) => {
        connection.login({ credentials }, done);
      });
    const sent = await step<{ readonly response?: string }>((done) => {
      connection.send({ from, to }, body, done);
    });
    connection.quit();
    return { kind: "taken", response: sent?.response ?? "" };
  } catch (error) {
    const { message: said, responseCode: code } = error as Error & { readonly responseCode?: number };
    return { kind: "failed", code, message: said, isBegun };
  } finally {
    connection.on("error", () => undefined);
    body.destroy();
    connection.close();
  }
}
