import {
  feedOf,
  fileAt,
  PAGES,
  publisherPath,
  readPath,
  slotPath,
  standingPath,
  topicPath,
} from "../content/addresses.ts";
import { editionIdentity, fileOfIdentity, storyIdentity } from "../content/dateline.ts";
import { listLasting } from "../content/links/lasting-addresses.ts";
import { type Diagnostic, diagnose, type Position, START } from "../content/problems/diagnostic.ts";
import type { Site } from "../content/site.ts";
import { formatLocal, type Instant } from "../content/time/calendar.ts";
import type { PlacedEdition } from "../content/time/schedule.ts";
import { findNearest } from "../content/words/nearest.ts";
import { createFinder, type Finder } from "./lost-texts.ts";

/** Addresses that readers have, and when it is now. */
export interface Due {
  readonly addresses: readonly string[];
  readonly now: Instant;
}

/** A publication with all its editions as they stand. */
export type PlacedSite = Omit<Site, "editions"> & {
  readonly editions: readonly PlacedEdition[];
  /** The files that are copied into the site as they are, by their paths. */
  readonly publicFiles: readonly string[];
};

interface Lost {
  readonly file: string;
  readonly at?: Position;
  readonly hint: string;
}

function tell(what: string, path: string, { file, at = START, hint }: Lost): Diagnostic {
  const message = `${what} was at ${path}, and nothing answers there any more`;
  return diagnose(file, at, { rule: "lost-address", message, hint });
}

/** What to write into a file so that it leads on from a former name. */
function leadOn(name: string, file: string, orMove = ""): string {
  return `write “formerly: [${name}]” into ${file}${orMove}`;
}

/** Whether an address is one that readers had, or have now. */
interface Known {
  readonly before: ReadonlySet<string>;
  readonly now: ReadonlySet<string>;
}

/** What an id is called now, as far as one can tell: the only one whose page is new, or the nearest of those without an earlier one. */
function findRenamed(id: string, ids: readonly string[], pathOf: (id: string) => string, { before, now }: Known) {
  const fresh = ids.filter((each) => !before.has(pathOf(each)));
  const seen = fresh.filter((each) => now.has(pathOf(each)));
  return seen.length === 1 ? seen[0] : findNearest(id, seen.length > 0 ? seen : fresh);
}

/** What became of a topic's, a publisher's, a page's or a slot's address; undefined where it is another's. */
function createTeller(site: PlacedSite, known: Known) {
  const { label, vocabularies, pages, publication } = site;
  const inVocabulary = (name: "topics" | "publishers", id: string, pathOf: (id: string) => string): Lost => {
    const document = vocabularies.documents[name];
    const found = findRenamed(id, Object.keys(vocabularies[name]), pathOf, known);
    const file = `${label}/${name}.yaml`;
    if (found === undefined || !document)
      return { file, hint: `put “${id}” back, or write “formerly: [${id}]” below the one that has its stories now` };
    return {
      file,
      at: document.yaml.locate([found], "key"),
      hint: `write “formerly: [${id}]” below “${found}”, or “npm run move -- ${name}/${id} ${name}/${found}” next time`,
    };
  };
  const ofSlot = (id: string): Lost => ({
    file: `${label}/site.yaml`,
    at: vocabularies.documents.site?.yaml.locate(["slots"], "key") ?? START,
    hint: `put it back under “slots”; where nothing is expected in it any more, write “calendar: { slots: { ${id}: { days: [] } } }”`,
  });
  const ofPage = (id: string): Lost => {
    const found = findRenamed(
      id,
      pages.map((page) => page.id),
      standingPath,
      known,
    );
    const file = pages.find((page) => page.id === found)?.file;
    return file === undefined
      ? {
          file: `${label}/pages/${id}.md`,
          hint: `put it back, or write “formerly: [${standingPath(id)}]” into the text that says the same now`,
        }
      : { file, hint: leadOn(id, file, `, or “npm run move -- pages/${id} pages/${found ?? ""}” next time`) };
  };
  const taken = new Set(publication.slots.map(({ id }) => id));
  return (path: string): Diagnostic | undefined => {
    const id = path.split("/").at(-2) ?? "";
    if (path === topicPath(id)) return tell(`the topic “${id}”`, path, inVocabulary("topics", id, topicPath));
    if (path === publisherPath(id))
      return tell(`the publisher “${id}”`, path, inVocabulary("publishers", id, publisherPath));
    if (path !== standingPath(id) || taken.has(id)) return undefined;
    return known.before.has(feedOf(slotPath(id)))
      ? tell(`the slot “${id}”`, path, ofSlot(id))
      : tell(`the page “${id}”`, path, ofPage(id));
  };
}

/** Ids that stand in a vocabulary: without a visible story there is no page, and that is no mistake. */
function standsFor(site: PlacedSite): (path: string) => boolean {
  const { topics, publishers } = site.vocabularies;
  const known = new Set<string>(Object.values(PAGES));
  for (const id of [...Object.keys(topics), ...site.topics.redirects.keys()])
    known.add(topicPath(id)).add(feedOf(topicPath(id)));
  for (const [id, { formerly = [] }] of Object.entries(publishers))
    for (const name of [id, ...formerly]) known.add(publisherPath(name));
  return (path) => known.has(path);
}

/** One line for an edition that went with its stories, and one for each story that is not where the edition is now. */
function tellTexts(lost: ReadonlySet<string>, site: PlacedSite, { addresses, now }: Due, find: Finder): Diagnostic[] {
  const gone = `gone: { at: ${formatLocal(now, site.publication.zone)} }`;
  const covered = new Set<string>();
  const found: Diagnostic[] = [];
  for (const path of lost) {
    const page = readPath(path);
    if (page.type !== "edition") continue;
    const identity = editionIdentity(page.dateline);
    const own = addresses.filter((address) => address !== path && address.startsWith(path));
    const next = find.edition(
      page.dateline,
      own.filter((address) => lost.has(address)),
    );
    const file = `${site.label}/${fileOfIdentity(identity)}`;
    for (const address of own) if (!next || next.has(address)) covered.add(address);
    const isLeft = find.isThere(identity);
    const told: Lost = next
      ? {
          file: next.file,
          hint: leadOn(identity, next.file, `, or “npm run move -- ${identity} ${next.identity}” next time`),
        }
      : isLeft
        ? { file, hint: `have it published as it was, or, if it was taken back, write “${gone}” into it` }
        : { file, hint: `put it back, or write ${file} with “${gone}”` };
    found.push(tell(`the edition ${identity}`, path, told));
  }
  for (const path of lost) {
    const page = readPath(path);
    if (page.type !== "story" || covered.has(path) || find.isDerived(page.dateline, page.slug)) continue;
    const identity = storyIdentity(page.dateline, page.slug);
    const file = `${site.label}/${fileOfIdentity(identity)}`;
    const next = find.story(page.dateline, page.slug);
    const told: Lost = next
      ? {
          file: next.file,
          hint: leadOn(identity, next.file, `, or “npm run move -- ${identity} ${next.identity}” next time`),
        }
      : find.isThere(identity)
        ? { file, hint: `have it published as it was, or, if it was taken back, write “${gone}” into it` }
        : {
            file,
            hint: `put it back, write “formerly: [${identity}]” into the text that has its words now, or write ${file} with “${gone}”`,
          };
    found.push(tell(`the story ${identity}`, path, told));
  }
  return found;
}

/**
 * Addresses that readers have must answer: with what stood there, by leading on, or by saying that it was taken back. Each that does not is told
 * once, with the file that has its place now as far as one can tell, and what to type there.
 */
export function findLostAddresses(site: PlacedSite, due: Due): Diagnostic[] {
  const now = new Set([...listLasting(site), ...site.publicFiles]);
  const stands = standsFor(site);
  const answers = (path: string) => now.has(path) || stands(path) || now.has(fileAt(path));
  const lost = new Set(due.addresses.filter((path) => !answers(path)));
  if (lost.size === 0) return [];
  const before = new Set(due.addresses);
  const tellOther = createTeller(site, { before, now });
  const isFeedOfLost = (path: string) => path.endsWith(feedOf("/")) && lost.has(path.slice(0, 1 - feedOf("/").length));
  const others = [...lost].flatMap((path): Diagnostic[] => {
    if (readPath(path).type !== "other" || isFeedOfLost(path)) return [];
    const hint = `write “formerly: [${path}]” into the text to which it led`;
    return [tellOther(path) ?? tell("a text", path, { file: site.label, hint })];
  });
  return [...tellTexts(lost, site, due, createFinder(site, before, lost)), ...others];
}
