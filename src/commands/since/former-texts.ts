import { fileOfIdentity } from "../../content/dateline.ts";
import type { Edition } from "../../content/edition.ts";
import type { Former } from "../../content/former/former.ts";
import type { Site } from "../../content/site.ts";
import { type Changes, readTextsAt } from "./changes.ts";

/** The content as it was and as it is. */
interface Past extends Changes {
  readonly commit: string;
  readonly content: string;
}

interface Text {
  readonly file: string | undefined;
  readonly former: readonly Former[];
}

/**
 * The earlier texts of editions and their stories at a commit, by the path that each has now: of what was moved since, the one at the last of its
 * former places, and where it names none, the one from which git sees that it was made.
 */
export function readFormerTexts(
  editions: readonly Edition[],
  { label, identities }: Pick<Site, "label" | "identities">,
  { commit, content, changed, renamed }: Past,
): Map<string, string> {
  const fileOf = (identity: string): string => `${label}/${fileOfIdentity(identity)}`;
  const texts: Text[] = editions.flatMap((edition) => [edition, ...edition.stories]);
  const stillThere = new Set([...Array.from(identities, fileOf), ...editions.map(({ file }) => file)]);
  // Where another text stands now, the one of that name was not moved away since, or another came in its place.
  const formerFiles = ({ former }: Text) =>
    former
      .flatMap(({ name }) => (name.startsWith("/") ? [] : fileOf(name)))
      .filter((path) => changed.has(path) && !stillThere.has(path));
  const claimed = new Set(texts.flatMap(formerFiles));
  const renamedFrom = ({ file = "" }: Text) => {
    const from = renamed.get(file);
    return from === undefined || claimed.has(from) ? [] : [from];
  };
  const then = readTextsAt(commit, content, new Set([...changed, ...claimed, ...texts.flatMap(renamedFrom)]));
  return new Map(
    texts.flatMap((text) => {
      const places = [text.file ?? "", ...renamedFrom(text), ...formerFiles(text)];
      const old = then.get(places.findLast((path) => then.has(path)) ?? "");
      return text.file === undefined || old === undefined ? [] : [[text.file, old] as const];
    }),
  );
}
