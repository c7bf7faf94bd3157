import type { Messages } from "../../locales/locale.ts";
import { escapeHtml } from "../words/escape-html.ts";
import { shorten } from "../words/shorten.ts";
import type { Search } from "./lost.ts";
import type { Token } from "./parser.ts";

/** A footnote as a section prints it. */
export interface Note {
  readonly number: number;
  /** How many marks of the whole body lead to it. */
  readonly uses: number;
  readonly tokens: readonly Token[];
}

export interface Notes {
  /** The notes first referred to in `tokens`, numbered on from those in `numbering`. */
  claim(tokens: readonly Token[], numbering: Map<string, number>): Note[];
}

interface Definition {
  readonly line: number;
  readonly tokens: Token[];
}

const LONGEST = 40;

function labelsIn(tokens: readonly Token[]): string[] {
  const labels: string[] = [];
  for (const { children } of tokens)
    for (const child of children ?? []) if (child.type === "footnote_ref") labels.push(String(child.meta?.["label"]));
  return labels;
}

/** Follows references from some labels to all others; each label comes once, in the order of a breadth-first walk. */
function* follow(labels: readonly string[], definitions: ReadonlyMap<string, Definition>): Generator<string> {
  const reached = new Set(labels);
  for (const label of reached) {
    yield label;
    for (const next of labelsIn(definitions.get(label)?.tokens ?? [])) reached.add(next);
  }
}

/** Takes the definitions out of the stream, and reports those that are empty, that nothing refers to, or that stand twice. */
export function collectFootnotes(all: readonly Token[], search: Search): { tokens: Token[]; notes: Notes } {
  const { environment, places, place } = search;
  const definitions = new Map<string, Definition>();
  const tokens: Token[] = [];
  // One definition may stand within another, and the outer one goes on after it.
  const open: Token[][] = [tokens];
  for (const token of all) {
    if (token.type === "footnote_reference_open") {
      const label = String(token.meta?.["label"]);
      const definition = { line: token.map?.[0] ?? 0, tokens: [] };
      open.push(definition.tokens);
      if (definitions.has(label))
        place(definition.line, 0, {
          rule: "footnote",
          message: `the footnote “[^${shorten(label, LONGEST)}]” is defined twice`,
          hint: "give one of them another label",
        });
      else definitions.set(label, definition);
    } else if (token.type === "footnote_reference_close") open.pop();
    else open.at(-1)?.push(token);
  }

  // The parser makes a mark of none that nothing defines, and most texts define none.
  const marksIn = (part: readonly Token[]) => (definitions.size === 0 ? [] : labelsIn(part));
  const reached = new Set(follow(marksIn(tokens), definitions));
  const uses = new Map<string, number>();
  for (const part of [tokens, ...[...reached].map((label) => definitions.get(label)?.tokens ?? [])])
    for (const label of marksIn(part)) uses.set(label, (uses.get(label) ?? 0) + 1);
  for (const [label, definition] of definitions) {
    const shown = `“[^${shorten(label, LONGEST)}]”`;
    if (!reached.has(label))
      place(definition.line, 0, {
        rule: "footnote",
        message: `nothing refers to the footnote ${shown}, so it would vanish`,
        hint: `type [^${shorten(label, LONGEST)}] where it belongs`,
      });
    if (definition.tokens.length === 0)
      place(definition.line, 0, {
        rule: "footnote",
        message: `the footnote ${shown} has no words`,
        hint: "write them behind the colon",
      });
  }
  for (const { block, offset, mark } of environment.unknownNotes)
    place(...places.of(block, offset), {
      severity: "warning",
      rule: "footnote",
      message: `“${shorten(mark, LONGEST)}” refers to no footnote and is printed as text`,
      hint: `add a line “${shorten(mark, LONGEST)}: …”`,
    });

  return {
    tokens,
    notes: {
      claim(part, numbering) {
        const claimed: Note[] = [];
        const labels = marksIn(part).filter((label) => !numbering.has(label));
        for (const label of follow(labels, definitions)) {
          if (numbering.has(label)) continue;
          numbering.set(label, numbering.size + 1);
          const { tokens = [] } = definitions.get(label) ?? {};
          claimed.push({ number: numbering.size, uses: uses.get(label) ?? 0, tokens });
        }
        return claimed;
      },
    },
  };
}

/** The marks of footnotes in HTML of this project's making, and the ways back to them: no words of the text. */
export const NOTE_SIGNS = /<sup class="footnote-ref">.*?<\/sup>|<a class="footnote-back".*?<\/a>/gs;

/** The id of a footnote's text, or of one of its marks, counted from 1. */
export function footnoteId(prefix: string, number: number, part: "note" | "mark", use = 1): string {
  // Two underscores: a heading’s id has one, and a heading may say “Note 1”.
  return `${prefix}__${part}-${number}${use === 1 ? "" : `-${use}`}`;
}

/** The ways back from a footnote, one to each of its marks. */
function waysBack({ number, uses }: Note, prefix: string, m: Messages): string {
  return Array.from({ length: uses }, (_, index) => {
    const use = index + 1;
    const [label, sign] =
      uses === 1
        ? [m.prose.backToMark({ number }), ""]
        : [m.prose.backToOneMark({ number, use, uses }), `<sup>${use}</sup>`];
    const href = `#${footnoteId(prefix, number, "mark", use)}`;
    return ` <a class="footnote-back" href="${href}" aria-label="${escapeHtml(label)}">↑${sign}</a>`;
  }).join("");
}

/** The list of a section's footnotes, each with a way back to each of its marks; the empty string when there are none. */
export function renderFootnotes(
  notes: readonly Note[],
  prefix: string,
  render: (tokens: Token[]) => string,
  m: Messages,
): string {
  const items = notes.map((note) => {
    const back = waysBack(note, prefix, m);
    const html = render([...note.tokens]);
    const withBack = html.endsWith("</p>\n") ? `${html.slice(0, -5)}${back}</p>` : `${html}<p>${back}</p>`;
    return `<li id="${footnoteId(prefix, note.number, "note")}" value="${note.number}">${withBack}</li>`;
  });
  return items.length === 0 ? "" : `<div class="footnotes"><ol>${items.join("")}</ol></div>\n`;
}
