import type { StoryOutline } from "../../content/outline.ts";
import type { Messages } from "../../locales/locale.ts";
import type { AiLevel } from "../../content/schema/schema.ts";
import { labelOfAi, nameOfParts } from "./ai.ts";

/** The labels that teasers of a text carry (UK CAP 2.1: known before clicking through). */
export function viewLabels(label: string | undefined, paid: boolean, m: Messages): string[] {
  return [...(label === undefined ? [] : [label]), ...(paid ? [m.label.paidLinks] : [])];
}

export function storyLabels({ ai, programmes }: Pick<StoryOutline, "ai" | "programmes">, m: Messages): string[] {
  return viewLabels(labelOfAi(ai, m), programmes.length > 0, m);
}

/** The labels of a summary: unlike those of a title they name every level but that of people. */
export function labelsInFull(levels: readonly AiLevel[], programmes: readonly string[], m: Messages): string[] {
  return viewLabels(nameOfParts(levels, m), programmes.length > 0, m);
}

/** Between the labels of a text where there is room for words alone. */
const BETWEEN = " · ";

/** A title with the labels that a reader of feeds must see with it. */
export function titleWithLabels(title: string, labels: readonly string[]): string {
  return [title, ...labels].join(BETWEEN);
}

/** A summary with labels before it, as it needs them where it is shown as plain text alone (UK CAP 2.1). */
export function summaryWithLabels(summary: string, labels: readonly string[]): string {
  return [labels.length > 0 ? `[${labels.join(BETWEEN)}]` : "", summary].filter((part) => part !== "").join(" ");
}

/** A title with the labels that a reader must see before going there, where there is room for words alone. */
export function tellLabels(title: string, labels: readonly string[], m: Messages): string {
  return labels.reduce((told, label) => m.text.labelled({ title: told, label }), title);
}
