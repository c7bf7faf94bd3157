import type { RootContent } from "mdast";
import { FILES, PAGES, slotPath } from "../../../src/content/addresses.ts";
import { fold } from "../../../src/content/files/fold.ts";
import { oldPathProblem, readOldPath } from "../../../src/content/former/old-path.ts";
import type { Archive, Post } from "../archive/post.ts";
import { takeAway, wordsOf } from "../convert/words.ts";
import type { ImportMap } from "../map.ts";
import { emptyWritten, type Written } from "./account.ts";
import { notesIn, printBody, readBack, withNotes } from "./body.ts";
import { type Outward, resolveLinks } from "./links.ts";
import { shortenAtWord } from "./names.ts";
import { type OldSite, pathOf } from "./old-site.ts";
import { type Shelf, takePictures } from "./pictures.ts";
import type { Prepared } from "./prepare.ts";
import type { Settings } from "./settings.ts";
import type { Terms } from "./vocabularies.ts";

/** What the files of an import are written by. */
export interface DeskParts {
  readonly archive: Archive;
  readonly map: ImportMap;
  readonly settings: Settings;
  readonly terms: Terms;
  readonly old: OldSite;
  readonly target: (post: Post) => string | undefined;
  /** The addresses at which the texts of the import stand now. */
  readonly standing: readonly string[];
}

/** A desk writes texts and keeps account of each post: what stands where, and what was lost. */
export interface Desk extends DeskParts {
  readonly written: (from: Prepared) => Written;
  readonly tell: (from: Prepared, file: string, what: string) => void;
  /** Blocks of a post as the body of a file, with the links that lead out of the publication in `out`. */
  readonly finish: (
    from: Prepared,
    blocks: readonly RootContent[],
    file: string,
    shelf: Shelf | undefined,
    out?: Outward[],
  ) => Promise<string>;
  /** A text of front matter within its limit; a longer one is cut at a word and told whole. */
  readonly shorten: (from: Prepared, text: string, most: number, file: string, what: string) => string;
  /** The old paths of a post but for the one that it has again. Each is given to one text only. */
  readonly formerly: (from: Prepared, now: string) => string[];
}

/** Whether all words of a text stand in its post anyway. */
export function isSaid(text: string, { words }: Prepared): boolean {
  return takeAway(wordsOf(text), words).length === 0;
}

/** A path as the site tells it from others: a file system may take capitals for small letters. */
function foldPath(path: string): string {
  return fold(readOldPath(path));
}

export function createDesk(parts: DeskParts): Desk {
  const { archive, old, target, settings } = parts;
  const accounts = new Map<Prepared, Written>();
  const led = new Map<string, Prepared>();
  const own = new Set<string>(
    [
      ...Object.values(PAGES),
      ...Object.values(FILES),
      ...settings.slots.map(({ id }) => slotPath(id)),
      ...parts.standing,
    ].map(foldPath),
  );
  const written = (from: Prepared): Written => {
    const known = accounts.get(from) ?? emptyWritten();
    accounts.set(from, known);
    return known;
  };
  const tell: Desk["tell"] = ({ losses }, where, what) => {
    if (!losses.some((loss) => loss.what === what && loss.where === where)) losses.push({ what, where });
  };
  return {
    ...parts,
    written,
    tell,
    finish: async (from, blocks, file, shelf, out = []) => {
      const say = (what: string) => {
        tell(from, file, what);
      };
      const all = withNotes(blocks, from.notes);
      const linked = resolveLinks(all, { post: from.post, old, target, tell: say }, out);
      const body = printBody(await takePictures(linked, from.post, archive, shelf, say), say);
      const account = written(from);
      const { words, rules } = readBack(body, settings.language);
      if (!account.files.includes(file)) account.files.push(file);
      account.words.push(...words);
      account.rules.push(...rules);
      for (const note of notesIn(all)) account.notes.add(note);
      return body;
    },
    shorten: (from, text, most, file, what) => {
      const short = shortenAtWord(text, most);
      written(from).words.push(...wordsOf(text));
      if (short !== text) tell(from, file, `the ${what} was shortened; it was “${text}”`);
      return short;
    },
    formerly: (from, now) =>
      [from.post.address ?? "", ...from.post.aliases].flatMap((address) => {
        const path = address === "" ? undefined : pathOf(address, archive.address);
        if (path === undefined || foldPath(path) === foldPath(now)) return [];
        const other = led.get(foldPath(path));
        if (other === from) return [];
        const problem = other
          ? `which “${other.post.title || other.post.origin}” had, too`
          : own.has(foldPath(path))
            ? "which the site has for a page of its own"
            : oldPathProblem(path) && "from which no page can lead on";
        if (problem !== undefined) {
          tell(from, "", `its old address ${path}, ${problem}`);
          return [];
        }
        led.set(foldPath(path), from);
        return [path];
      }),
  };
}
