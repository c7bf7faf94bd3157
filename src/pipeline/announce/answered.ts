import { shorten } from "../../views/parts/head.ts";
import type { Answer, NoAnswer } from "../net/ask.ts";
import type { Failure } from "./channel.ts";

/** What was asked, and with which secrets. */
export interface Service {
  /** As people call it, with its host. */
  readonly name: string;
  /** Never in what is said of an answer, whatever the service repeats. */
  readonly secrets: readonly string[];
  /** What to type where it does not take the secret. */
  readonly advice: string;
}

/** An answer's words are read to say what is wrong, whatever its status. */
export const EVERY_STATUS = { isWanted: () => true } as const;

/** In characters, of what a service says. */
const SAID = 200;

/** A text without these secrets. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  return secrets.filter((secret) => secret !== "").reduce((hidden, secret) => hidden.replaceAll(secret, "…"), text);
}

/** The object that a body holds as JSON; an empty one where it holds none. */
export function readObject({ body }: Answer): Readonly<Record<string, unknown>> {
  const value = readJson(body);
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** The objects of the list that a body holds as JSON; undefined where it holds no list. */
export function readList(value: unknown): Readonly<Record<string, unknown>>[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.filter((own): own is Record<string, unknown> => typeof own === "object" && own !== null);
}

export function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString());
  } catch {
    return undefined;
  }
}

/** What of an object is text under a key; the empty text where it is none. */
export function textIn(object: Readonly<Record<string, unknown>>, key: string): string {
  const value = object[key];
  return typeof value === "string" ? value : "";
}

/** Why a service did not do as it was asked, in one line. */
export function describeAnswer(answer: Answer | NoAnswer, { name, secrets }: Service): string {
  if ("problem" in answer) return hideSecrets(`${name}: ${answer.problem}`, secrets);
  const object = readObject(answer);
  const said = ["error", "code", "message", "detail"].map((key) => textIn(object, key)).filter((part) => part !== "");
  const words = said.length > 0 ? `: ${shorten(said.join(", "), SAID)}` : "";
  return hideSecrets(`${name} answered ${answer.status}${words}`, secrets);
}

/** Too early, too often, or not read to its end (RFC 9110, 15.5.9; RFC 8470; RFC 6585): nothing came of it. */
const TRY_AGAIN: ReadonlySet<number> = new Set([408, 425, 429]);

/** Answers to a secret or an address that is wrong: whoever mends it has the same announcement told. */
const SETTINGS: ReadonlySet<number> = new Set([401, 402, 403, 404, 405, 410]);

/**
 * What an answer means that is no success, to something that was to be told once: refused for good; nothing told, so that it may be tried again;
 * or perhaps told, as where a server failed or its answer was lost, since either may have happened after it took effect.
 */
export function judgeAnswer(answer: Answer | NoAnswer, service: Service): Failure {
  const problem = describeAnswer(answer, service);
  if ("problem" in answer) return { kind: answer.mayHaveCome === true ? "open" : "later", problem };
  const { status } = answer;
  if (TRY_AGAIN.has(status)) return { kind: "later", problem };
  // One that leads elsewhere was not followed.
  if (SETTINGS.has(status) || (status >= 300 && status < 400)) return laterWith(problem, service.advice);
  return { kind: status >= 400 && status < 500 ? "refused" : "open", problem };
}

/** Something that a person has to mend, after which it is tried again. */
export function laterWith(problem: string, advice: string): Failure {
  return { kind: "later", problem: `${problem}; ${advice}` };
}

/** The same where it may have been told before: what keeps the channel from finding out lets go of no claim. */
export function stayOpen(failure: Failure): Failure {
  return failure.kind === "unknown" ? failure : { kind: "open", problem: failure.problem };
}
