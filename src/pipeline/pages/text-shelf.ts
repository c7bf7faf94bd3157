import type { Page, TextName } from "../../views/page.ts";
import type { EditionText } from "../read/edition-text.ts";
import type { KeptTexts } from "./page-record.ts";

/** What a page takes of its texts. */
interface Taken {
  readonly texts: readonly unknown[];
  /** What of it is kept for the next build, if that is. */
  readonly kept: KeptTexts | undefined;
}

interface KnownTexts {
  readonly recall: (path: string) => unknown;
  readonly recallTexts: (path: string) => KeptTexts | undefined;
}

/** Where pages take their texts from. What pages to come take of a text is taken while that text is at hand. */
export interface TextShelf {
  /** Tells of pages to come. */
  want(pages: readonly Page[]): void;
  /** What a page takes; `known` tells whether the last build made it, and what that kept of its texts. */
  take(page: Page, known: KnownTexts): Taken;
  /** What was taken for pages to come, by name. */
  readonly excerpts: Map<string, unknown>;
}

function nameOf(excerpt: string, { edition, story = "" }: TextName): string {
  return `${excerpt} ${story || edition}`;
}

/** Makes a shelf of texts. */
export function createTextShelf(textOf: (edition: string) => EditionText): TextShelf {
  const excerpts = new Map<string, unknown>();
  const wanted = new Map<string, Map<string, () => unknown>>();
  const load = (edition: string) => {
    const loaded = textOf(edition).load();
    for (const [name, take] of wanted.get(edition) ?? []) excerpts.set(name, take());
    wanted.delete(edition);
    return loaded;
  };
  return {
    excerpts,
    want(pages) {
      for (const { kind, texts } of pages)
        for (const text of kind.excerpt ? texts : []) {
          const { name, of } = kind.excerpt ?? { name: "", of: () => undefined };
          const own = wanted.get(text.edition) ?? new Map<string, () => unknown>();
          wanted.set(text.edition, own);
          own.set(nameOf(name, text), () => of(textOf(text.edition).load(), text));
        }
    },
    take({ kind: { excerpt }, path, texts }, known) {
      if (!excerpt) return { texts: texts.map(({ edition }) => load(edition)), kept: undefined };
      const { name, of, isTakenOnce } = excerpt;
      const isKept = excerpt.isKept === "if-known" ? known.recall(path) !== undefined : excerpt.isKept;
      const last = isKept && texts.length > 0 ? known.recallTexts(path) : undefined;
      const kept: Record<string, KeptTexts[string]> = {};
      const taken = texts.map((text): unknown => {
        const own = nameOf(name, text);
        const make = (): unknown => (excerpts.has(own) ? excerpts.get(own) : of(load(text.edition), text));
        const key = isKept ? textOf(text.edition).key() : "";
        const before = last?.[own];
        const found = before && before.key === key ? before.text : make();
        if (isKept) kept[own] = { key, text: found };
        if (isTakenOnce) excerpts.delete(own);
        return found;
      });
      return { texts: taken, kept: isKept ? kept : undefined };
    },
  };
}
