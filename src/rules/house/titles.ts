import { type Finding, orAllow } from "./text/finding.ts";
import type { Field } from "./text/reading.ts";

/** Names that end in the sign. */
const WITH_EXCLAMATION = /(?:Yahoo|Jeopardy|Yum|Mamma Mia|Oklahoma|Kahoot|Joomla|Chobani|Wham)!$/i;
const QUOTED = [
  /^"([^"]+)"$/,
  /^“([^“”]+)”$/,
  /^„([^“”„]+)[“”]$/,
  /^«([^«»]+)»$/,
  /^‘([^‘’]+)’$/,
  /^'(?!\d0s)([^']+)'$/,
];

/** Whether a title is all in capitals: three words or more, most of them longer than initials are. */
function isShouted(title: string): boolean {
  const words = title.match(/\p{Lu}{2,}/gu) ?? [];
  return words.length >= 3 && !/[\p{Ll}\p{Lo}]/u.test(title) && words.filter(({ length }) => length > 4).length >= 2;
}

function quoted(title: string): string | undefined {
  if (!/^\s*["“„«‘']/.test(title)) return undefined;
  for (const pattern of QUOTED) {
    const [, inner] = pattern.exec(title.trim()) ?? [];
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** Finds headlines that shout. */
export function findShouting(titles: readonly Field[]): Finding[] {
  return titles.flatMap(({ text, at }): Finding[] => {
    // Most headlines have small letters and no such sign, which is quickly seen.
    if (!text.endsWith("!") && /[a-z]/.test(text)) return [];
    const common = { at, end: at + text.length, severity: "warning", rule: "headline-style" } as const;
    if (isShouted(text))
      return [
        {
          ...common,
          message: "this headline is all in capitals",
          hint: `type it as in a sentence, with capitals for names alone${orAllow("headline-style", text)}`,
        },
      ];
    if (!/[\p{L}\p{N}”’"')]!+$/u.test(text) || WITH_EXCLAMATION.test(text)) return [];
    return [
      {
        ...common,
        message: "this headline ends in “!”",
        hint: `type “${text.replace(/!+$/, "")}”${orAllow("headline-style", text)}`,
      },
    ];
  });
}

/** Finds titles that stand in quotation marks from their first letter to their last. */
export function findQuoted(titles: readonly Field[]): Finding[] {
  return titles.flatMap(({ text, at }): Finding[] => {
    const inner = quoted(text);
    return inner === undefined
      ? []
      : [
          {
            at,
            end: at + text.length,
            severity: "warning",
            rule: "quoted-title",
            message: "quotation marks stand around this whole title",
            hint: `type “${inner}”, without them${orAllow("quoted-title", text)}`,
          },
        ];
  });
}
