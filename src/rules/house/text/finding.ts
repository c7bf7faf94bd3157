import type { Problem } from "../../../content/problems/diagnostic.ts";
import type { HouseRule } from "../../../content/schema/keys/house-schema.ts";
import type { Stretch } from "./scan.ts";

/** A problem of house style at its stretch of a text. */
export interface Finding extends Stretch, Problem {
  readonly rule: HouseRule;
}

/** How a rule is told to let a text stand. */
export function orAllow(rule: HouseRule, text: string): string {
  return `; if it is right so, add to house.yaml: allow: { ${rule}: [${JSON.stringify(text)}] }`;
}
