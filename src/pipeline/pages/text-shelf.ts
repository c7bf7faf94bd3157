import type { Page, TextName } from "../../views/page.ts";
import type { EditionText } from "../read/edition-text.ts";
import type { KeptTexts } from "./page-record.ts";

/** What a page takes of its texts. */
interface Taken {
  readonly texts: readonly unknown[];
  /** What of it is kept for the next build, if that is. */
  readonly kept: KeptTexts | undefined;
}

/** Where pages take their texts from. What pages to come take of a text is taken while that text is at hand. */
export interface TextShelf {
  /** Tells of pages to come. */
  want(pages: readonly Page[]): void;
  /** What a page takes; `recall` gives what the last build kept of it. */
  take(page: Page, recall: () => KeptTexts | undefined): Taken;
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
    take({ kind: { excerpt }, texts }, recall) {
      if (!excerpt) return { texts: texts.map(({ edition }) => load(edition)), kept: undefined };
      const { name, of, isKept, isTakenOnce } = excerpt;
      const last = isKept && texts.length > 0 ? recall() : undefined;
      const kept: Record<string, KeptTexts[string]> = {};
      const taken = texts.map((text): unknown => {
        const own = nameOf(name, text);
        const make = (): unknown => (excerpts.has(own) ? excerpts.get(own) : of(load(text.edition), text));
        if (!isKept) {
          const made = make();
          if (isTakenOnce) excerpts.delete(own);
          return made;
        }
        const key = textOf(text.edition).key();
        const before = last?.[own];
        const found = before?.key === key ? before.text : make();
        kept[own] = { key, text: found };
        return found;
      });
      return { texts: taken, kept: isKept ? kept : undefined };
    },
  };
}
