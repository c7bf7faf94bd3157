import type { StoryOutline } from "../../content/outline.ts";
import type { Messages } from "../../locales/locale.ts";
import { labelOfAi } from "./ai.ts";

/** The labels that teasers of a text carry (UK CAP 2.1: known before clicking through). */
export function viewLabels(label: string | undefined, paid: boolean, m: Messages): string[] {
  return [...(label === undefined ? [] : [label]), ...(paid ? [m.label.paidLinks] : [])];
}

export function storyLabels({ ai, programmes }: Pick<StoryOutline, "ai" | "programmes">, m: Messages): string[] {
  return viewLabels(labelOfAi(ai, m), programmes.length > 0, m);
}

/** A title with the labels that a reader must see before going there, where there is room for words alone. */
export function tellLabels(title: string, labels: readonly string[], m: Messages): string {
  return labels.reduce((told, label) => m.text.labelled({ title: told, label }), title);
}
