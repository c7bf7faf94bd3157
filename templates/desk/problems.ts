/// <reference lib="dom" />
import type { PlacedProblem } from "../../src/views/desk/place-problems.ts";
import { countOf } from "../../src/content/problems/count.ts";
import type { BodyField } from "./body.ts";
import { button, element } from "./dom.ts";

function describe({ severity, message, hint }: PlacedProblem): (Node | string)[] {
  return [
    element("strong", { class: severity }, severity === "error" ? "Error" : "Question"),
    ` ${message}`,
    ...(hint === undefined ? [] : [element("em", {}, ` — ${hint}`)]),
  ];
}

/** The field of a problem, or the nearest one around it. */
function fieldOf(form: HTMLElement, { place }: PlacedProblem): HTMLElement | undefined {
  if (!place) return undefined;
  if ("line" in place) return form.querySelector<HTMLElement>('[data-path="body"]') ?? undefined;
  for (let length = place.path.length; length > 0; length--) {
    const found = form.querySelector<HTMLElement>(`[data-path="${CSS.escape(place.path.slice(0, length).join("."))}"]`);
    if (found) return found;
  }
  return undefined;
}

/** Leads to where a problem is. */
function goTo(field: HTMLElement, problem: PlacedProblem, body: BodyField | undefined): void {
  for (let around = field.parentElement; around; around = around.parentElement)
    if (around instanceof HTMLDetailsElement) around.open = true;
  if (problem.place && "line" in problem.place && body) body.go(problem.place.line, problem.place.column);
  else field.querySelector<HTMLElement>("input, select, textarea, button")?.focus();
  field.scrollIntoView({ block: "nearest" });
}

/** “2 errors, 1 question”. */
export function countProblems(problems: readonly PlacedProblem[]): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const questions = problems.length - errors;
  return [
    ...(errors > 0 ? [countOf(errors, "error", "errors")] : []),
    ...(questions > 0 ? [countOf(questions, "question", "questions")] : []),
  ].join(", ");
}

/** Shows each problem beside its field, and all of them in a list that leads there. `name` is the text that is open. */
export function showProblems(
  form: HTMLElement,
  list: HTMLElement,
  {
    problems,
    name,
    body,
  }: { readonly problems: readonly PlacedProblem[]; readonly name: string; readonly body: BodyField | undefined },
): void {
  for (const told of form.querySelectorAll(".told")) told.replaceChildren();
  for (const control of form.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
  const items = problems.map((problem) => {
    const field = fieldOf(form, problem);
    if (!field) {
      const where = problem.name === name ? "" : `${problem.name}: `;
      const other = element("a", { href: `#${problem.name}` }, where);
      return element("li", {}, problem.name !== name && other, ...describe(problem));
    }
    const inBody = problem.place && "line" in problem.place ? ` (line ${problem.place.line})` : "";
    field.querySelector(":scope > .told")?.append(element("li", {}, ...describe(problem), inBody));
    if (problem.severity === "error")
      field.querySelector(":scope > :is(input, select, textarea)")?.setAttribute("aria-invalid", "true");
    const label = field.querySelector("label, legend")?.firstChild?.textContent ?? "";
    const lead = button(
      `${label}${inBody}`,
      () => {
        goTo(field, problem, body);
      },
      { class: "quiet" },
    );
    return element("li", {}, lead, " ", ...describe(problem));
  });
  const words = countProblems(problems);
  list.replaceChildren(...(items.length === 0 ? [] : [element("h3", {}, words), element("ul", {}, ...items)]));
}
