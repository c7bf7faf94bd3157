import type { Mistake, Mistakes } from "../mistake.ts";
import { DATES } from "./dates.ts";
import { FENCES } from "./fences.ts";
import { FILES } from "./files.ts";
import { INDENTS } from "./indents.ts";
import { KEYS } from "./keys.ts";
import { NAMES } from "./names.ts";
import { ORDER } from "./order.ts";
import { PICTURES } from "./pictures.ts";
import { PROSE } from "./prose.ts";
import { TEXT } from "./text.ts";
import { VALUES } from "./values.ts";
import { VOCABULARIES } from "./vocabularies.ts";

const ALL: readonly Mistakes[] = [
  ...[KEYS, INDENTS, VALUES, DATES, FENCES, FILES, PICTURES, ORDER, NAMES, VOCABULARIES, TEXT, PROSE],
];

export const MISTAKES: readonly (readonly [name: string, mistake: Mistake])[] = ALL.flatMap((mistakes) =>
  Object.entries(mistakes).map(
    ([name, mistake]) => [name, typeof mistake === "function" ? { change: mistake } : mistake] as const,
  ),
);
