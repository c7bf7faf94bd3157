import type { Place } from "./lost.ts";
import type { Token } from "./parser.ts";

/** A footnote as a section prints it. */
export interface Note {
  readonly number: number;
  readonly tokens: readonly Token[];
}

export interface Notes {
  /** The notes first referred to in `tokens`, numbered on from those in `numbering`. */
  claim(tokens: readonly Token[], numbering: Map<string, number>): Note[];
}

function labelsIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) =>
    (token.children ?? [])
      .filter((child) => child.type === "footnote_ref")
      .map((child) => String(child.meta?.["label"])),
  );
}

/** Takes the definitions out of the stream, and reports those that nothing refers to or that stand twice. */
export function collectFootnotes(
  all: readonly Token[],
  lines: readonly string[],
  place: Place,
): { tokens: Token[]; notes: Notes } {
  const definitions = new Map<string, Token[]>();
  const tokens: Token[] = [];
  let current: Token[] | undefined;
  for (const token of all) {
    if (token.type === "footnote_reference_open") {
      const label = String(token.meta?.["label"]);
      current = [];
      if (definitions.has(label))
        place(lineOf(label, lines, 2), 0, {
          rule: "footnote",
          message: `the footnote “[^${label}]” is defined twice`,
          hint: "give one of them another label",
        });
      else definitions.set(label, current);
    } else if (token.type === "footnote_reference_close") current = undefined;
    else (current ?? tokens).push(token);
  }

  const reached = new Set<string>();
  const reach = (labels: readonly string[]): void => {
    for (const label of labels) {
      if (reached.has(label)) continue;
      reached.add(label);
      reach(labelsIn(definitions.get(label) ?? []));
    }
  };
  reach(labelsIn(tokens));
  for (const label of definitions.keys())
    if (!reached.has(label))
      place(lineOf(label, lines), 0, {
        rule: "footnote",
        message: `nothing refers to the footnote “[^${label}]”, so it would vanish`,
        hint: `type [^${label}] where it belongs`,
      });
  findUndefined(all, lines, place);

  return {
    tokens,
    notes: {
      claim(part, numbering) {
        const claimed: Note[] = [];
        const queue = labelsIn(part);
        for (let label = queue.shift(); label !== undefined; label = queue.shift()) {
          if (numbering.has(label)) continue;
          numbering.set(label, numbering.size + 1);
          const noteTokens = definitions.get(label) ?? [];
          claimed.push({ number: numbering.size, tokens: noteTokens });
          queue.push(...labelsIn(noteTokens));
        }
        return claimed;
      },
    },
  };
}

function lineOf(label: string, lines: readonly string[], occurrence = 1): number {
  let seen = 0;
  return Math.max(
    0,
    lines.findIndex((line) => line.trimStart().startsWith(`[^${label}]:`) && ++seen === occurrence),
  );
}

function findUndefined(tokens: readonly Token[], lines: readonly string[], place: Place): void {
  for (const token of tokens) {
    for (const child of token.children ?? []) {
      if (child.type !== "text") continue;
      for (const [reference] of child.content.matchAll(/\[\^[^\]\s]+\]/g)) {
        const [from = 0, to = from + 1] = token.map ?? [];
        const line =
          from +
          Math.max(
            0,
            lines.slice(from, to).findIndex((text) => text.includes(reference)),
          );
        place(line, Math.max(0, lines[line]?.indexOf(reference) ?? 0), {
          severity: "warning",
          rule: "footnote",
          message: `“${reference}” refers to no footnote and is printed as text`,
          hint: `add a line “${reference}: …”`,
        });
      }
    }
  }
}

/** The id of a footnote's first reference mark or of its text. */
export function footnoteId(prefix: string, number: number, part: "note" | "mark"): string {
  // Two underscores: a heading’s id has one, and a heading may say “Note 1”.
  return `${prefix}__${part}-${number}`;
}

/** The list of a section's footnotes, each with a way back to its mark; the empty string when there are none. */
export function renderFootnotes(notes: readonly Note[], prefix: string, render: (tokens: Token[]) => string): string {
  const items = notes.map(({ number, tokens }) => {
    const back = ` <a class="footnote-back" href="#${footnoteId(prefix, number, "mark")}" aria-label="Back to mark ${number} in the text">↑</a>`;
    const html = render([...tokens]);
    const withBack = html.endsWith("</p>\n") ? `${html.slice(0, -5)}${back}</p>` : `${html}<p>${back}</p>`;
    return `<li id="${footnoteId(prefix, number, "note")}" value="${number}">${withBack}</li>`;
  });
  return items.length === 0 ? "" : `<div class="footnotes"><ol>${items.join("")}</ol></div>\n`;
}
