import { ask } from "../../src/pipeline/net/ask.ts";
import type { Announcement, Channel, Outcome } from "../../src/pipeline/announce/channel.ts";
import type { MakeChannels } from "./chaos-runner.ts";

/** Posts under an idempotency key, as Mastodon takes it, and finds out afterwards by looking through what was posted. */
function postChannel(net: Parameters<typeof ask>[2], posts: URL): Channel {
  const send = async ({ key }: Announcement): Promise<Outcome> => {
    const answer = await ask(posts, { method: "POST", headers: { "idempotency-key": key }, body: key }, net);
    if ("problem" in answer) return { kind: "unknown", problem: answer.problem };
    if (answer.status === 200) return { kind: "done", receipt: key };
    // Who answers 502 has asked another, who may have posted.
    return { kind: answer.status === 502 ? "unknown" : "later", problem: `it answers ${answer.status}` };
  };
  return {
    name: "mastodon",
    occasions: ["edition"],
    describe: ({ key }) => Promise.resolve(key),
    send,
    async resume(announcement) {
      const answer = await ask(posts, {}, net);
      if ("problem" in answer || answer.status !== 200) return { kind: "later", problem: "it cannot be looked up" };
      const all = JSON.parse(Buffer.from(answer.body).toString("utf8")) as string[];
      return all.includes(announcement.key) ? { kind: "done", receipt: announcement.key } : send(announcement);
    },
  };
}

/** Sends one mail to a list, as over SMTP: nobody can find out afterwards. */
function mailChannel(net: Parameters<typeof ask>[2], mails: URL): Channel {
  return {
    name: "mail",
    occasions: ["edition"],
    describe: ({ key }) => Promise.resolve(key),
    async send({ key }) {
      const answer = await ask(mails, { method: "POST", body: key }, net);
      if ("problem" in answer) return { kind: "unknown", problem: answer.problem };
      if (answer.status === 200) return { kind: "done", receipt: key };
      if (answer.status === 502) return { kind: "unknown", problem: "it answers 502" };
      return { kind: answer.status === 422 ? "refused" : "later", problem: `it answers ${answer.status}` };
    },
    resume: () => Promise.resolve({ kind: "unknown", problem: "SMTP has no memory" }),
  };
}

export const makeChannels: MakeChannels = ({ net }, at) => [
  postChannel(net, new URL(at("social", "/posts"))),
  mailChannel(net, new URL(at("list", "/mails"))),
];
