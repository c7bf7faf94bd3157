/// <reference lib="dom" />
import type { Order } from "./search-engine.ts";
import type { Choice } from "./search-table.ts";

/** What a reader asks for. */
export interface Question {
  readonly words: string;
  readonly choice: Choice;
  readonly order: Order;
}

/** Whether there is anything to look for. */
export function isAsked({ words, choice }: Question): boolean {
  return words !== "" || Object.values(choice).some((values) => values.length > 0);
}

/** The question that the page's address asks. */
export function readQuestion(facets: readonly string[]): Question {
  const asked = new URLSearchParams(location.search);
  return {
    words: asked.get("q")?.trim() ?? "",
    choice: Object.fromEntries(facets.map((facet) => [facet, asked.getAll(facet)])),
    order: asked.get("order") === "newest" ? "newest" : "match",
  };
}

/** Keeps the address at what is shown, so that it can be sent on and Back returns to it. */
export function writeQuestion({ words, choice, order }: Question): void {
  const query = new URLSearchParams();
  if (words !== "") query.set("q", words);
  for (const [facet, values] of Object.entries(choice)) for (const value of values) query.append(facet, value);
  if (order === "newest") query.set("order", order);
  history.replaceState(null, "", query.size > 0 ? `?${query}` : location.pathname);
}
