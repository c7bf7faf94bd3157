import type { Answer, NoAnswer } from "../net/ask.ts";
import type { Outcome } from "./channel.ts";

/** What a host's answer comes to where asking twice does no harm: so whatever is no answer at all is `later`. */
export function judgePing(answer: Answer | NoAnswer, host: string, receipt: string): Outcome {
  if ("problem" in answer) return { kind: "later", problem: `${host} cannot be asked: ${answer.problem}` };
  const { status } = answer;
  if (status >= 200 && status < 300) return { kind: "done", receipt };
  const problem = `${host} answers ${status}`;
  return { kind: status === 429 || status >= 500 ? "later" : "refused", problem };
}
