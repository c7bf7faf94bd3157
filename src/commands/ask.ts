import { autocomplete, cancel, isCancel, text } from "@clack/prompts";
import { hintNearest } from "../content/words/nearest.ts";
import { UsageError } from "./options.ts";

/** One thing that a command needs: a flag gives it, or a person at a terminal does. */
export interface Question {
  readonly flag: string;
  readonly message: string;
  readonly placeholder?: string;
  readonly choices?: readonly string[];
  readonly initial?: string | undefined;
  /** Whether there may be no answer, which is an empty one. */
  readonly isOptional?: boolean;
  /** What is wrong with an answer, or undefined. */
  readonly check?: (answer: string) => string | undefined;
}

export function canAsk(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY && process.env["CI"] === undefined;
}

function stop(answer: unknown): string {
  if (typeof answer === "string") return answer;
  cancel("Nothing was written.");
  throw new UsageError("");
}

function problemOf(question: Question, answer: string): string | undefined {
  if (answer.trim() === "") return question.isOptional === true ? undefined : "this is empty";
  const { check, choices } = question;
  if (choices && !choices.includes(answer))
    return `“${answer}” is not known; ${hintNearest(answer, choices) ?? `choose one of ${choices.join(", ")}`}`;
  return check?.(answer);
}

async function ask(question: Question): Promise<string> {
  const { message, placeholder, choices, initial } = question;
  if (choices) {
    const options = choices.map((value) => ({ value, label: value }));
    if (options.length === 0) throw new UsageError(`--${question.flag}: there is nothing to choose from yet`);
    for (;;) {
      const answer: unknown = await autocomplete({
        message,
        options,
        ...(initial !== undefined && { initialValue: initial }),
      });
      if (isCancel(answer)) return stop(undefined);
      // Where nothing matches what was typed, nothing is chosen.
      if (typeof answer === "string" && answer !== "") return answer;
    }
  }
  const validate = (answer: string | undefined) => problemOf(question, answer ?? "");
  return stop(await text({ message, placeholder: placeholder ?? "", initialValue: initial ?? "", validate }));
}

type Answers = Readonly<Partial<Record<string, string>>>;

/** A question, or how to make it of the answers so far. */
export type QuestionMaker = Question | ((answers: Answers) => Question);

/**
 * Answers each question from the flags, or by asking where there is a terminal. Throws a UsageError that names every
 * missing or wrong flag at once.
 */
export async function answerAll<K extends string>(
  questions: Readonly<Record<K, QuestionMaker>>,
  flags: Answers,
): Promise<Record<K, string>> {
  const answers: Record<string, string> = {};
  const wrong: string[] = [];
  for (const [key, entry] of Object.entries<QuestionMaker>(questions)) {
    const question = typeof entry === "function" ? entry(answers) : entry;
    const given =
      flags[key] ?? (canAsk() ? undefined : (question.initial ?? (question.isOptional === true ? "" : undefined)));
    if (given === undefined && canAsk()) {
      answers[key] = await ask(question);
      continue;
    }
    const problem = given === undefined ? "is missing" : problemOf(question, given);
    if (problem !== undefined) wrong.push(`--${question.flag}: ${problem}`);
    answers[key] = given ?? "";
  }
  if (wrong.length > 0) throw new UsageError(wrong.join("\n"));
  return answers;
}
