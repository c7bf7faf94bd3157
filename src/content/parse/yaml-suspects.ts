import type { Scalar } from "yaml";
import type { Problem } from "../problems/diagnostic.ts";
import { quote } from "./yaml-wording.ts";

const LONGEST_COMMENT = 1000;
const LOOKS_LIKE_A_DATE = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?$/;

/** A plain scalar that looks like a date, and where it stands in its text: line and column count from 1. */
export interface DatedScalar {
  readonly path: readonly (string | number)[];
  readonly typed: string;
  readonly line: number;
  readonly column: number;
}

export function isLikeDate(typed: string): boolean {
  return LOOKS_LIKE_A_DATE.test(typed);
}

/** What is told of such a scalar where text is wanted. */
export function describeDate(typed: string): Problem {
  return { rule: "not-text", message: `“${typed}” is a date, not text`, hint: `put it in quotes: ${quote(typed)}` };
}

/** Finds what is legal for a plain scalar of `text` and yet may not be what was meant, should its field be prose. */
export function* findSuspects(node: Scalar, text: string): Generator<{ offset: number; problem: Problem }> {
  const [start = 0, end = 0] = node.range ?? [];
  const typed = node.source ?? "";
  const [comment] = /^[ \t]+#[^\n]*/.exec(text.slice(end, end + LONGEST_COMMENT)) ?? [];
  if (comment !== undefined) {
    const hint = `put the whole text in quotes: ${quote(typed + comment.trimEnd())}; or move the comment to its own line`;
    const message = `“${comment.trim()}” is a comment, so it is lost from this text`;
    yield { offset: end + comment.indexOf("#"), problem: { rule: "trailing-comment", message, hint } };
  }
  if (typeof node.value === "string" && isLikeDate(typed)) yield { offset: start, problem: describeDate(typed) };
}
