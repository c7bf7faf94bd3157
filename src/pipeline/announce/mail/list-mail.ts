import { createPrivateKey } from "node:crypto";
import { composeMessage, type Signature } from "../../mail/compose.ts";
import { envelopeOf, senderOf } from "../../mail/envelope.ts";
import { hideSecrets, laterWith } from "../answered.ts";
import type { Announcement, Outcome } from "../channel.ts";
import type { ChannelDeps, MadeChannel } from "../channel-deps.ts";
import { describeMail, mailOf } from "./mail-of.ts";
import { readSetting } from "../secret.ts";
import { deliver, type Delivery, readRelay } from "./smtp.ts";

/** With what messages are signed, as the environment says; undefined where it says nothing of it. */
function readSignature(
  { environment }: ChannelDeps,
  from: string,
): Signature | { readonly problem: string } | undefined {
  // A line of an environment file cannot hold a line's end.
  const privateKey = readSetting(environment, "DKIM_PRIVATE_KEY").replaceAll("\\n", "\n");
  const keySelector = readSetting(environment, "DKIM_SELECTOR");
  if (privateKey === "" && keySelector === "") return undefined;
  if (privateKey === "" || keySelector === "")
    return { problem: "DKIM_PRIVATE_KEY and DKIM_SELECTOR are set both or not at all" };
  try {
    if (createPrivateKey(privateKey).asymmetricKeyType !== "rsa") throw new Error("another kind of key");
  } catch {
    return {
      problem: "DKIM_PRIVATE_KEY holds no private RSA key in PEM, which begins with “-----BEGIN PRIVATE KEY-----”",
    };
  }
  const domainName = readSetting(environment, "DKIM_DOMAIN") || from.slice(from.lastIndexOf("@") + 1);
  return { domainName, keySelector, privateKey };
}

/** RFC 5321, 4.2.1: codes of 4 are of the moment, codes of 5 for good; but the relay's own refusal of who sends is for a person to mend. */
function judgeDelivery(delivery: Delivery, secrets: readonly string[]): Outcome {
  if (delivery.kind === "taken") return { kind: "done", receipt: hideSecrets(delivery.response, secrets) };
  const { code, isBegun } = delivery;
  const problem = hideSecrets(`the mail server: ${delivery.message}`, secrets);
  if (code === undefined)
    return isBegun
      ? {
          kind: "unknown",
          problem: `${problem}, when the message was on its way: whether the list has it nobody can ask the server`,
        }
      : { kind: "later", problem };
  // Authentication: RFC 4954, 6.
  if ([530, 534, 535, 538].includes(code))
    return laterWith(problem, "SMTP_URL has to hold the name and the password of an account that may send");
  // Commands in a wrong order: of the connection, and not of the message.
  return code >= 500 && code !== 503 ? { kind: "refused", problem } : { kind: "later", problem };
}

/**
 * Sends an edition to the address of a list over SMTP, as one message: the list passes it on, and no address of a reader is known here. What became of a
 * message whose answer was lost cannot be found out, so a claim without an end is for a person.
 */
export function makeListMail(list: string, mode: "draft" | "send", deps: ChannelDeps): MadeChannel {
  const { archive, environment, net, now } = deps;
  if (mode !== "send")
    return {
      problem: `a list keeps no drafts, and ${list} is sent nothing until you say so: type mode: send below announce: mail:`,
    };
  const from = senderOf(archive);
  if (from === undefined)
    return { problem: "nobody is named who sends the mail: type from: and an e-mail address below announce: mail:" };
  const written = readSetting(environment, "SMTP_URL");
  const relay = readRelay(written);
  if (!relay)
    return {
      problem:
        "SMTP_URL holds no mail server: write it as smtps://user:password@mail.example.org, and signs of the password as in any address",
    };
  const signature = readSignature(deps, from);
  if (signature && "problem" in signature) return signature;
  const secrets = [written, relay.password, encodeURIComponent(relay.password), environment["DKIM_PRIVATE_KEY"] ?? ""];

  return {
    name: "mail",
    occasions: ["edition"],
    describe: (announcement) => describeMail(archive, announcement, `a message to the list ${list}, from ${from}`),
    async send(announcement) {
      const mail = await mailOf(archive, announcement);
      if ("kind" in mail) return mail;
      const envelope = envelopeOf(archive, mail, announcement.identity, now);
      const message = await composeMessage({ ...envelope, to: list, ...(signature && { signature }) }, mail);
      return judgeDelivery(await deliver(relay, { from, to: list }, message, net), secrets);
    },
    resume: ({ identity }: Announcement) =>
      Promise.resolve({
        kind: "unknown",
        problem: `whether ${list} was sent ${identity} nobody can ask the mail server: look whether the list has it`,
      }),
  };
}
