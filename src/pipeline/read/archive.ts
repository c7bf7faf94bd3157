import { diagnoseValue } from "../../content/parse/document.ts";
import { diagnose, type Diagnostic } from "../../content/problems/diagnostic.ts";
import { findWhereabouts, type Frame, renderStandingPages } from "../../content/frame.ts";
import { checkOwnEntries } from "../../content/links/own-entries.ts";
import { createLetterBook } from "../../content/letters/letter-book.ts";
import type { Targets } from "../../content/links/links.ts";
import type { Measured } from "../../content/pictures/pictures.ts";
import { namePictures } from "../../content/render.ts";
import { byMoment, type PlacedEdition } from "../../content/time/schedule.ts";
import type { Setting, Site } from "../../content/site.ts";
import { type Due, findLostAddresses } from "../../rules/lost-addresses.ts";
import { countTerms, findRepeats, recountTerms, type Repeat, type Traced } from "../../rules/repeats/repeats.ts";
import { checkTexts, checkWhole } from "../../rules/rules.ts";
import { rememberOf } from "../../content/words/remember.ts";
import type { Pictures } from "../pictures/pictures.ts";
import { createEditionText, type EditionText } from "./edition-text.ts";
import type { Opened } from "./opened.ts";
import type { Archival } from "./read-text.ts";
import type { Secret } from "./secrets.ts";
import type { TextRecord } from "./text-record.ts";

/** The editions of a publication, each read when somebody asks for it, and all else of it. */
export interface Archive {
  /** The publication with its standing pages and without editions. */
  readonly site: Site;
  readonly setting: Setting;
  /** Oldest first, drafts and scheduled ones included. */
  readonly editions: readonly EditionText[];
  /** Those of them that readers may see. */
  readonly visible: readonly EditionText[];
  /** Where everything stands, oldest first: the editions, and those that were taken back. */
  readonly placed: readonly PlacedEdition[];
  /** Every address that texts may lead to. */
  readonly targets: Targets;
  /** A story by every identity that it has and had. */
  readonly stories: Archival["stories"];
  /** An edition by its identity. */
  readonly get: (identity: string) => EditionText | undefined;
  /** Problems beside those of the editions. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether advice is among what is told of it. */
  readonly advice: boolean;
}

/** To what an archive is held, beside its own rules. */
export interface Demands {
  /** The addresses that readers have. */
  readonly due?: Due | undefined;
  /** Whether advice is wanted: rules that give it run for that alone, and a build keeps none. */
  readonly advice?: boolean | undefined;
}

/** A publication of which everything was read that one of its texts can be held against. */
export interface OpenPublication {
  readonly frame: Frame;
  readonly archive: Archive;
}

/** So many editions are kept with their texts. */
const MOST = 64;

/** Remembers the values of the few names that were asked for last. */
function createRecent() {
  const known = new Map<string, unknown>();
  return <T>(name: string, make: () => T): T => {
    const value = known.has(name) ? (known.get(name) as T) : make();
    known.delete(name);
    known.set(name, value);
    const [oldest = name] = known.keys();
    if (known.size > MOST) known.delete(oldest);
    return value;
  };
}

/** Measures the pictures of editions that were opened anew, by path. */
export async function measureAll(
  opened: readonly Opened[],
  { measure }: Pick<Pictures, "measure">,
): Promise<Map<string, Measured>> {
  const measured = new Map<string, Measured>();
  for (const { folder, record } of opened)
    for (const { file, name } of record ? [] : folder.pictures)
      measured.set(file.path, await measure(name, file.bytes));
  return measured;
}

/** What all pages of a site may show. */
function settingOf({ preview, publication, vocabularies, topics, ledger }: Site, pages: Frame["pages"]): Setting {
  return {
    preview,
    publication,
    vocabularies: { topics: vocabularies.topics, affiliates: vocabularies.affiliates },
    topics,
    ledger,
    pages: pages.map(({ id }) => ({ id })),
  };
}

/** Makes the archive of editions that have been opened; `measured` has the pictures of those that were opened anew. */
export function createArchive(
  frame: Frame,
  opened: readonly Opened[],
  measured: ReadonlyMap<string, Measured>,
  { due, advice = false }: Demands = {},
): Archive {
  const { publication, preview } = frame.site;
  const compare = byMoment(publication.slots);
  const ordered = [...opened].sort((a, b) => compare(a.placed, b.placed));
  const placed = ordered.map((own) => own.placed);
  const whereabouts = findWhereabouts(frame, placed);
  const { targets, moves, yielded, renamed, gone } = whereabouts;
  // Of an edition that was taken back no more is read than its front matter.
  const isLive = ({ placed }: Opened) => placed.problems === undefined;
  const ofGone = ordered.flatMap(({ placed }) => placed.problems ?? []);
  const diagnostics: Diagnostic[] = [...frame.diagnostics, ...ofGone, ...whereabouts.diagnostics];
  const site: Site = {
    ...frame.site,
    renamed,
    moves,
    yielded,
    gone,
    letters: createLetterBook(frame.site.letters.all, renamed),
    pages: renderStandingPages(frame, { ...frame.site, targets, pictures: namePictures([]), diagnostics }),
  };
  diagnostics.push(
    ...checkTexts(site, advice),
    ...checkOwnEntries(site.vocabularies, publication, site.ledger, targets),
  );
  if (due) {
    diagnostics.push(...findLostAddresses({ ...site, editions: placed, publicFiles: frame.publicFiles }, due));
  }
  const byIdentity = new Map<string, EditionText>();
  const get = (identity: string): EditionText | undefined => byIdentity.get(identity);
  const archival = {
    site,
    setting: settingOf(site, frame.pages),
    targets,
    measured,
    advice,
    recent: createRecent(),
    stories: {
      get(asked: string) {
        const identity = renamed.get(asked) ?? asked;
        const edition = get(identity.slice(0, identity.indexOf("/")))?.outline();
        return edition?.stories.find((story) => story.identity === identity);
      },
    },
  };
  const editions = ordered.filter(isLive).map((own) => createEditionText(own, archival));
  for (const edition of editions) byIdentity.set(edition.placed.identity, edition);
  return {
    site,
    setting: archival.setting,
    editions,
    visible: editions.filter(({ placed }) => preview || placed.status === "published"),
    placed,
    targets,
    stories: archival.stories,
    get,
    diagnostics,
    advice,
  };
}

/** What came of reading some of its editions, by their identity. */
export function recordsOf({ editions }: Archive, identities: ReadonlySet<string>): Map<string, TextRecord> {
  const own = editions.filter(({ placed }) => identities.has(placed.identity));
  return new Map(own.map((edition) => [edition.placed.identity, edition.record()]));
}

/** Words that would give away what of an archive readers may not see yet. */
export function secretsIn({ editions }: Archive): Secret[] {
  return editions.flatMap((edition) => {
    const { status, stories } = edition.placed;
    return [status, ...stories.map((story) => story.status)].every((own) => own === "published")
      ? []
      : edition.secrets();
  });
}

/** Editions with what of them is held against others. */
export function traceAll(editions: readonly EditionText[]): Traced[] {
  return editions.map((edition) => ({ outline: edition.outline(), trace: edition.trace() }));
}

/**
 * What is told again, where it stands. Few texts do: of those alone the front matter is parsed for its places, since to keep those of all would
 * take longer than all else that is held against others.
 */
function placeRepeats(repeats: readonly Repeat[], editions: readonly EditionText[]): Diagnostic[] {
  return repeats.flatMap(({ edition, file, at, problem }) => {
    if (typeof at === "number") return [diagnose(file, { line: at, column: 1 }, problem)];
    const document = editions.find(({ placed }) => placed.identity === edition)?.document(file);
    return document ? [diagnoseValue(document, at, problem)] : [];
  });
}

const termsOfArchive = rememberOf(({ editions }: Archive) => countTerms(editions.map((edition) => edition.trace())));

/** What one edition would tell again if it stood among those of an archive in the place of what it was, given with all others, oldest first. */
export function checkRepeatsOf(text: EditionText, editions: readonly EditionText[], archive: Archive): Diagnostic[] {
  const before = archive.get(text.placed.identity)?.trace();
  const asked = {
    edition: editions.indexOf(text),
    frequencies: recountTerms(termsOfArchive(archive), before, text.trace()),
  };
  return placeRepeats(findRepeats(traceAll(editions), true, archive.site.vocabularies.house, asked), editions);
}

/** Everything that is wrong with a publication, in no order. */
export function checkArchive({ site, editions, diagnostics, advice }: Archive): Diagnostic[] {
  return [
    ...diagnostics,
    ...editions.flatMap((edition) => edition.diagnostics()),
    ...checkWhole({ ...site, editions: editions.map((edition) => edition.outline()) }, advice),
    ...placeRepeats(findRepeats(traceAll(editions), advice, site.vocabularies.house), editions),
  ];
}
