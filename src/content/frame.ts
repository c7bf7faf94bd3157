import type { Instant } from "./time/calendar.ts";
import { feedOf, topicPath, YIELDING } from "./addresses.ts";
import type { GoneText } from "./former/gone.ts";
import { createWatch, gatherMoves, type Move } from "./former/moves.ts";
import { createClock } from "./time/clock.ts";
import { storyIdentity } from "./dateline.ts";
import { type Diagnostic, diagnose, type Problem } from "./problems/diagnostic.ts";
import { orderStories, readEdition } from "./edition.ts";
import type { ContentFile, Listing } from "./files/files.ts";
import { classifyFiles, type Folder, sortFiles } from "./files/folders.ts";
import { classify, meantStory, type Place, type VocabularyName } from "./files/layout.ts";
import { createLetterBook } from "./letters/letter-book.ts";
import { readLetter } from "./letters/letter.ts";
import { createLedger } from "./links/ledger.ts";
import { createMeanings } from "./schema/meanings.ts";
import type { Targets } from "./links/links.ts";
import type { Measured, PictureFile } from "./pictures/pictures.ts";
import { checkCopies } from "./own/copies.ts";
import { checkLogo } from "./own/logo.ts";
import { type OwnFiles, readOwnRedirects, sortOwnFiles } from "./own/own-files.ts";
import { assemblePublication } from "./publication.ts";
import { readStandingPage, type StandingPage, type StandingPageHead } from "./standing-page.ts";
import { type RenderContext, renderDocument } from "./render.ts";
import { type DatedEdition, type PlacedEdition, schedule } from "./time/schedule.ts";
import { assembleCalendar } from "./time/rhythm.ts";
import type { Site } from "./site.ts";
import { readStory } from "./story.ts";
import { type Addresses, collectTargets } from "./links/targets.ts";
import { createTopicIndex } from "./topics.ts";
import { readVocabularies } from "./vocabularies.ts";

export interface FrameOptions {
  readonly label: string;
  readonly now: Instant;
  /** Paths of the files that are copied to the site's root as they are, such as `/logo.svg`. */
  readonly publicFiles: readonly string[];
  /** Treat drafts and scheduled stories as published, for the editor's preview. */
  readonly preview: boolean;
}

/** A publication before any of its editions is read. */
export interface Frame {
  /** Without stories, editions, standing pages and pictures. */
  readonly site: Site;
  readonly folders: readonly Folder[];
  readonly pages: readonly StandingPageHead[];
  /** The files of the site that are copied as they are, by their paths. */
  readonly publicFiles: readonly string[];
  /** What the publication brings for its look, and to be copied. */
  readonly own: OwnFiles;
  readonly diagnostics: readonly Diagnostic[];
}

/** The identity of the story that a file is, if it is one. */
function identityOf(place: Place | Problem): string[] {
  return "kind" in place && place.kind === "story" ? [storyIdentity(place.dateline, place.slug)] : [];
}

/** Reads the vocabularies, the letters and the front matter of the standing pages, and sorts all other files into editions. */
export function readFrame(listing: Listing, { label, now, preview, publicFiles }: FrameOptions): Frame {
  const diagnostics: Diagnostic[] = [...listing.diagnostics];
  const classified = classifyFiles(listing);
  const byName = new Map<VocabularyName, ContentFile>();
  const identities = new Set(listing.refused.flatMap((path) => identityOf(classify(path))));
  for (const { file, place } of classified) {
    if ("kind" in place && place.kind === "vocabulary") byName.set(place.name, file);
    for (const identity of identityOf(place)) identities.add(identity);
    // A file that is named wrongly is told for that alone, and not again wherever its story is asked for.
    const meant = "rule" in place && place.rule === "file-name" ? meantStory(file.path) : undefined;
    if (meant !== undefined) identities.add(meant);
  }
  const { vocabularies, diagnostics: found } = readVocabularies(byName, listing.refused, label);
  diagnostics.push(...found);
  const publication = assemblePublication(vocabularies.site, vocabularies.messages);
  const slots = publication.slots.map(({ id }) => id);
  const { folders, pages, letters } = sortFiles(classified, label, slots, publication.zone, diagnostics);
  const own = sortOwnFiles(classified);
  const topics = createTopicIndex(vocabularies.topics);
  const meanings = createMeanings(vocabularies, topics);
  const filed = letters.flatMap(
    ({ file, ...name }) => readLetter(file, name, label, { publication, meanings }, diagnostics) ?? [],
  );
  const site: Site = {
    label,
    clock: createClock(now),
    preview,
    publication,
    calendar: assembleCalendar(vocabularies.site),
    vocabularies,
    topics,
    meanings,
    ledger: createLedger(vocabularies.affiliates),
    stories: new Map(),
    editions: [],
    pages: [],
    pictures: [],
    recordings: [],
    identities,
    renamed: new Map(),
    moves: [],
    yielded: [],
    ownRedirects: readOwnRedirects(own),
    gone: [],
    letters: createLetterBook(filed, new Map()),
  };
  const heads = pages.flatMap(({ file, id }) => readStandingPage(file, id, label, diagnostics) ?? []);
  const taken = { publication, pages: heads, publicFiles };
  diagnostics.push(...checkLogo(own, site), ...checkCopies(own, taken, label));
  const paths = [...publicFiles, ...own.copies.map(({ sitePath }) => sitePath)];
  return { site, folders, pages: heads, publicFiles: paths, own, diagnostics };
}

/** Reads the front matter of an edition and its stories, and dates them by the site's clock. */
export function readFolder(
  { dateline, edition, stories }: Folder,
  { label, publication, meanings, clock }: Site,
  diagnostics: Diagnostic[],
): DatedEdition {
  const head = readEdition(edition, dateline, label, { publication, meanings }, diagnostics);
  const read = stories.flatMap(
    ({ file, slug }) => readStory(file, dateline, slug, label, { publication, meanings }, diagnostics) ?? [],
  );
  const slugs = stories.map(({ slug }) => slug);
  return schedule(head, orderStories(read, head.front.stories), slugs, clock, publication);
}

/** The pictures of an edition's folder, with what `measured` says of each path. */
export function listPictures(
  { identity, pictures }: Folder,
  measured: (path: string) => Measured | undefined,
): PictureFile[] {
  return pictures.map(({ file: { path }, name }) => ({
    path,
    name,
    edition: identity,
    measured: measured(path) ?? { rule: "bad-picture", message: `“${name}” was not measured` },
  }));
}

/** What of a publication was taken back by now, before any text could be read that leads there. */
function goneOf({ site }: Frame, editions: readonly PlacedEdition[]): GoneText[] {
  const { preview, clock } = site;
  const gone = editions.flatMap((edition) => edition.gone ?? []);
  return gone.filter(({ draft, publish }) => preview || (!draft && clock.hasCome(publish)));
}

/** Where everything of a publication stands, stood and stands no more. */
export interface Whereabouts {
  /** Every address that its texts may lead to. */
  readonly targets: Targets;
  /** Every earlier address of a page, aliases of topics included. */
  readonly moves: readonly Move[];
  /** The pages of the program's own in whose place the publication has something itself. */
  readonly yielded: readonly string[];
  readonly renamed: ReadonlyMap<string, string>;
  readonly gone: readonly GoneText[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The pages that give way: something of the publication's stands at their address or below its name, or leads on from there to what readers can see. */
function listYielded(paths: Addresses["paths"], moves: readonly Move[]): string[] {
  const isOut = ({ to }: Move) => paths.get(to) === "published" || paths.get(to) === "gone";
  const inTheWay = createWatch([...paths.keys(), ...moves.filter(isOut).map(({ from }) => from)]);
  return YIELDING.filter((path) => inTheWay(path) !== undefined);
}

/** Finds out where everything of a publication stands, by its editions as they are before their texts are rendered. */
export function findWhereabouts(frame: Frame, all: readonly PlacedEdition[]): Whereabouts {
  const { site, pages, publicFiles } = frame;
  const { publication, vocabularies, preview, label } = site;
  const gone = goneOf(frame, all);
  const editions = all.filter(({ problems }) => problems === undefined);
  const standing = collectTargets({ publication, vocabularies, editions, pages, publicFiles, gone, preview });
  const gathered = gatherMoves({ vocabularies, label, pages, editions, gone }, standing.paths);
  const { renamed, diagnostics } = gathered;
  const yielded = listYielded(standing.paths, gathered.moves);
  for (const path of YIELDING) if (!yielded.includes(path)) standing.paths.set(path, "published");
  const stories = new Map(standing.stories);
  for (const [name, identity] of renamed) {
    const path = stories.get(identity);
    if (path !== undefined) stories.set(name, path);
  }
  const moved = new Map(gathered.moves.map(({ from, to }) => [from, to]));
  for (const [segment, id] of site.topics.redirects) moved.set(topicPath(segment), topicPath(id));
  const moves = Array.from(moved, ([from, to]) => ({ from, to }));
  for (const [id, former] of site.topics.former)
    for (const old of former) moved.set(feedOf(topicPath(old)), feedOf(topicPath(id)));
  const early = gone
    .filter(({ gone: { since } }) => !site.clock.hasCome(since))
    .map(({ file, gone: { at } }) =>
      diagnose(file, at, {
        rule: "bad-date",
        message: "this text is taken back at a time that has not come yet",
        hint: "give the time at which it is taken back, which is now",
      }),
    );
  return {
    targets: { paths: standing.paths, stories, moved },
    moves,
    yielded,
    renamed,
    gone,
    diagnostics: [...diagnostics, ...early],
  };
}

export function renderStandingPages({ pages }: Frame, context: RenderContext): StandingPage[] {
  return pages.map((head) => ({
    ...head,
    body: renderDocument(head.document, "page", "published", context, undefined),
  }));
}
