import { resolve } from "node:path";
import type { Instant } from "../../content/time/calendar.ts";
import { type Diagnostic, isError } from "../../content/problems/diagnostic.ts";
import { type KnownFolder, UNKNOWN } from "../../content/files/files.ts";
import { viewProblems } from "../../views/problems.ts";
import { makeSite } from "../make-site.ts";
import type { KeptTexts } from "../pages/page-record.ts";
import { startEleventy } from "../print/views.ts";
import { labelOf } from "../read/publication.ts";
import type { ServedFolder } from "./served-folder.ts";
import { type Input, knowInput, takeChanged, takeInput } from "../state/inputs.ts";
import type { Knowledge } from "../state/knowledge.ts";
import type { Changed } from "./watch.ts";

/** A preview as it was just made. */
export interface Preview {
  /** Everything that is wrong with the content. */
  readonly problems: readonly Diagnostic[];
  /** Where the site begins at its host. */
  readonly base: string;
}

/** What one making of the preview leaves to the next. */
interface Before {
  readonly input: Input;
  readonly knowledge: Knowledge;
  /** Files with which something is wrong, as diagnostics name them. */
  readonly wrong: ReadonlySet<string>;
}

/** What the last making found out about the content folder; that with which something is wrong is read again, and told again. */
function knowFolder(input: Input, last: Before, label: string): KnownFolder {
  const foldersOfWrong = new Set([...last.wrong].map((path) => path.slice(0, path.lastIndexOf("/") + 1)));
  const { isSame, namesIn } = knowInput(input, last.input);
  return {
    ...UNKNOWN,
    isSame: (path) => isSame(path) && !last.wrong.has(`${label}/${path}`),
    namesIn: (path) => (foldersOfWrong.has(`${label}/${path}`) ? undefined : namesIn(path)),
  };
}

/**
 * Makes the function that makes the preview of a content folder in `stage`: with drafts and scheduled stories, whatever is
 * wrong. The first call prints everything, each later one what has changed, and looks for it only in those files that are
 * known to. `clock` is read at each.
 */
export async function createPreviewSite(
  content: string,
  stage: ServedFolder,
  clock: () => Instant,
): Promise<(changed: Changed) => Promise<Preview>> {
  const views = await startEleventy();
  const label = labelOf(content);
  let kept = new Map<string, KeptTexts>();
  let before: Before | undefined;

  const refresh = async (changed: Changed): Promise<Preview> => {
    const last = before;
    const input = last && changed ? takeChanged(last.input, changed) : takeInput(resolve(content), last?.input);
    const { diagnostics, site } = await makeSite({
      content,
      now: clock(),
      digests: input.digests,
      known: last ? knowFolder(input, last, label) : UNKNOWN,
      last: last?.knowledge,
      strict: false,
      preview: true,
      extras: { cards: false, search: false },
      views,
      stage,
      onPage: () => undefined,
    });
    if (!site) throw new Error("a preview is made whatever is wrong");
    stage.write(await views({ problems: [viewProblems(diagnostics)] }));
    stage.finish();
    const { setting, texts, pages, overview, kept: fresh } = site.knowledge;
    kept = new Map([...kept, ...fresh]);
    const right = [...texts].filter(([, record]) => !record.diagnostics.some(isError));
    before = {
      input,
      knowledge: {
        setting,
        texts: new Map(right),
        overview,
        recall: (path) => pages.get(path),
        recallTexts: (path) => kept.get(path),
      },
      wrong: new Set(diagnostics.map(({ path }) => path)),
    };
    return { problems: diagnostics, base: site.base };
  };

  return async (changed) => {
    stage.begin();
    try {
      return await refresh(changed);
    } catch (error) {
      // What was written before it failed is not what is known to be there.
      if (stage.written().length > 0) before = undefined;
      throw error;
    }
  };
}
