import { ask } from "../../src/pipeline/net/ask.ts";
import type { Channel } from "../../src/pipeline/announce/channel.ts";

/** Sends one mail to a list, as over SMTP: nobody can find out afterwards. */
export function createList(net: Parameters<typeof ask>[2], mails: URL): Channel {
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
