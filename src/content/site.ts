import type { Instant } from "./calendar.ts";
import { type Clock, createClock } from "./clock.ts";
import { type Diagnostic, diagnose, START } from "./diagnostic.ts";
import { type Edition, orderStories, readEdition } from "./edition.ts";
import type { ContentFile, Listing } from "./files.ts";
import { classify, type Place, type VocabularyName } from "./layout.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import type { StoryOutline } from "./outline.ts";
import { type Dateline, editionIdentity, storyIdentity } from "./paths.ts";
import type { Measured, PictureFile } from "./pictures.ts";
import { assemblePublication, type Publication } from "./publication.ts";
import { readStandingPage, type StandingPage } from "./standing-page.ts";
import { type RenderContext, renderDocument, renderEdition } from "./render.ts";
import { byMoment, placeEdition, schedule } from "./schedule.ts";
import { readStory } from "./story.ts";
import { collectTargets } from "./targets.ts";
import { createTopicIndex, type TopicIndex } from "./topics.ts";
import { readVocabularies, type Vocabularies } from "./vocabularies.ts";

/** The whole publication as the build's clock sees it; frozen. */
export interface Site {
  /** How the content folder is named in diagnostics. */
  readonly label: string;
  readonly clock: Clock;
  /** Whether drafts and scheduled stories are shown, for the editor's preview. */
  readonly preview: boolean;
  readonly publication: Publication;
  readonly vocabularies: Vocabularies;
  readonly topics: TopicIndex;
  readonly ledger: Ledger;
  /** Every story by its identity, for those that follow it. */
  readonly stories: ReadonlyMap<string, StoryOutline>;
  /** Oldest first, drafts and scheduled ones included. */
  readonly editions: readonly Edition[];
  readonly pages: readonly StandingPage[];
  readonly pictures: readonly PictureFile[];
  /** Every story file there is, readable or not. */
  readonly identities: ReadonlySet<string>;
}

export interface AssembleOptions {
  readonly label: string;
  readonly now: Instant;
  /** Sizes of the pictures, by path within the content folder. */
  readonly pictures: ReadonlyMap<string, Measured>;
  /** Paths of the files that are copied to the site's root as they are, such as `/logo.svg`. */
  readonly publicFiles: readonly string[];
  /** Treat drafts and scheduled stories as published, for the editor's preview. */
  readonly preview: boolean;
}

interface Folder {
  readonly dateline: Dateline;
  edition: ContentFile | undefined;
  readonly stories: { file: ContentFile; slug: string }[];
}

function sortFiles(listing: Listing, label: string, slots: readonly string[], diagnostics: Diagnostic[]) {
  const folders = new Map<string, Folder>();
  const pages: { file: ContentFile; id: string }[] = [];
  const pictures: { file: ContentFile; place: Extract<Place, { kind: "picture" }> }[] = [];
  const folderOf = (dateline: Dateline): Folder => {
    const key = editionIdentity(dateline);
    const folder = folders.get(key) ?? { dateline, edition: undefined, stories: [] };
    folders.set(key, folder);
    return folder;
  };
  for (const file of listing.files) {
    const place = classify(file.path, slots);
    if ("rule" in place) {
      const folder = file.path.split("/").slice(0, 3).join("/");
      const whole = place.rule === "folder-name" || place.rule === "unknown-slot";
      diagnostics.push(diagnose(`${label}/${whole ? folder : file.path}`, START, place));
    } else if (place.kind === "page") pages.push({ file, id: place.id });
    else if (place.kind === "edition") folderOf(place.dateline).edition = file;
    else if (place.kind === "story") folderOf(place.dateline).stories.push({ file, slug: place.slug });
    else if (place.kind === "picture") pictures.push({ file, place });
  }
  return { folders: [...folders.values()], pages, pictures };
}

function byEdition(pictures: readonly PictureFile[]): Map<string, Map<string, PictureFile>> {
  const editions = new Map<string, Map<string, PictureFile>>();
  for (const picture of pictures) {
    const own = editions.get(picture.edition) ?? new Map<string, PictureFile>();
    editions.set(picture.edition, own.set(picture.name, picture));
  }
  return editions;
}

/** The identity of the story whose file stands at `path`, if one does. */
function identityAt(path: string): string[] {
  const place = classify(path, []);
  return "kind" in place && place.kind === "story" ? [storyIdentity(place.dateline, place.slug)] : [];
}

/** Reads, checks and assembles everything; a mistake becomes a diagnostic and the rest goes on. */
export function assembleSite(listing: Listing, options: AssembleOptions): { site: Site; diagnostics: Diagnostic[] } {
  const { label } = options;
  const clock = createClock(options.now);
  const diagnostics: Diagnostic[] = [...listing.diagnostics];
  const byName = new Map<VocabularyName, ContentFile>();
  for (const file of listing.files) {
    const place = classify(file.path, []);
    if (!("rule" in place) && place.kind === "vocabulary") byName.set(place.name, file);
  }
  const { vocabularies, diagnostics: found } = readVocabularies(byName, listing.refused, label);
  diagnostics.push(...found);
  const publication = assemblePublication(vocabularies.site);
  const slots = publication.slots.map(({ id }) => id);
  const { folders, pages, pictures } = sortFiles(listing, label, slots, diagnostics);
  const pictureFiles = pictures.map(({ file, place }): PictureFile => ({
    path: file.path,
    name: place.name,
    edition: editionIdentity(place.dateline),
    measured: options.pictures.get(file.path) ?? { rule: "bad-picture", message: `“${place.name}” was not measured` },
  }));

  const heads = folders.map(({ dateline, edition, stories }) => {
    const head = readEdition(edition, dateline, label, publication, diagnostics);
    const read = stories.flatMap(
      ({ file, slug }) => readStory(file, dateline, slug, label, publication, diagnostics) ?? [],
    );
    return { head, slugs: stories.map(({ slug }) => slug), stories: orderStories(read, head.front.stories) };
  });
  const pageHeads = pages.flatMap(({ file, id }) => readStandingPage(file, id, label, diagnostics) ?? []);

  const ledger = createLedger(vocabularies.affiliates);
  const topics = createTopicIndex(vocabularies.topics);
  const dated = heads.map(({ head, stories, slugs }) => schedule(head, stories, slugs, clock));
  const targets = collectTargets({
    publication,
    vocabularies,
    editions: dated.map((edition) => placeEdition(edition, topics)),
    pages: pageHeads,
    publicFiles: options.publicFiles,
    preview: options.preview,
  });
  const context: RenderContext = {
    publication,
    ledger,
    topics,
    targets,
    pictures: byEdition(pictureFiles),
    label,
    diagnostics,
  };

  const editions = dated.map((edition) => renderEdition(edition, context));
  const standing = pageHeads.map((head): StandingPage => ({
    ...head,
    body: renderDocument(head.document, "page", "published", context, undefined),
  }));
  const identities = new Set([...listing.files.map(({ path }) => path), ...listing.refused].flatMap(identityAt));
  editions.sort(byMoment(publication.slots));
  const site = {
    label,
    clock,
    preview: options.preview,
    publication,
    vocabularies,
    topics,
    ledger,
    stories: new Map(editions.flatMap(({ stories }) => stories.map((story) => [story.identity, story] as const))),
    editions,
    pages: standing,
    pictures: pictureFiles,
    identities,
  };
  return { site: Object.freeze(site), diagnostics };
}
