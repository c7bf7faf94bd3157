import { editionPath } from "./addresses.ts";
import { type Dateline, editionIdentity } from "./dateline.ts";
import { type Diagnostic, diagnose, type Problem } from "./problems/diagnostic.ts";
import { diagnoseValue, type Document } from "./parse/document.ts";
import type { LetterBook } from "./letters/letter-book.ts";
import type { Ledger } from "./links/ledger.ts";
import { createLinkResolver, type ResolveLink, type Targets } from "./links/links.ts";
import { createSuggest, listKnown, type Suggest } from "./words/nearest.ts";
import { PICTURE_ENDING } from "./files/endings.ts";
import { slugify } from "./files/slugify.ts";
import type { Edition } from "./edition.ts";
import { type Body, renderBody } from "./markdown/body.ts";
import type { ResolvedPicture } from "./markdown/options.ts";
import { decodePart, normalizeAddress } from "./links/web-address.ts";
import { measureLength, partsOfStory, takeBearings } from "./bearings.ts";
import { offerCopies } from "./pictures/picture-copies.ts";
import type { PictureFile } from "./pictures/pictures.ts";
import { findRecording, type RecordingFile } from "./recordings/recordings.ts";
import { originOf, type Publication } from "./publication.ts";
import type { DatedEdition, DatedStory } from "./time/schedule.ts";
import { shorten } from "./words/shorten.ts";
import { digestEdition, digestStory } from "./sign-off.ts";
import { limitRepeats } from "./problems/repeats.ts";
import type { Status } from "./time/status.ts";
import type { Source } from "./source.ts";
import type { Story, StoryImage } from "./story.ts";
import { currentPublisher } from "./publishers.ts";
import type { TopicIndex } from "./topics.ts";
import type { Vocabularies } from "./vocabularies.ts";

/** What rendering a text needs to know of the rest of the site. */
export interface RenderContext {
  readonly publication: Publication;
  readonly ledger: Ledger;
  readonly topics: TopicIndex;
  readonly letters: Pick<LetterBook, "to">;
  readonly targets: Targets;
  readonly vocabularies: Pick<Vocabularies, "publishers">;
  /** By the identity of their edition, then by name. */
  readonly pictures: ReadonlyMap<string, ReadonlyMap<string, PictureFile>>;
  readonly label: string;
  /** Whether this is the editor's preview, which shows pictures as they are: copies take long to make. */
  readonly preview: boolean;
  readonly diagnostics: Diagnostic[];
}

const LONGEST = 100;

/** Pictures by the identity of their edition, then by name. */
export function namePictures(pictures: readonly PictureFile[]): RenderContext["pictures"] {
  const editions = new Map<string, Map<string, PictureFile>>();
  for (const picture of pictures) {
    const own = editions.get(picture.edition) ?? new Map<string, PictureFile>();
    editions.set(picture.edition, own.set(picture.name, picture));
  }
  return editions;
}

/** What to type for a picture that is not there: the one that is meant, where it has another ending or folders before it. */
function hintPicture(name: string, known: readonly string[], suggest: Suggest): string {
  if (/^(?:https?:)?\/\//.test(name))
    return "save it beside the text and type its name, or link to it: [words](https://…)";
  const stem = (each: string) =>
    slugify(
      decodePart(each)
        .replace(/^.*[\\/]/, "")
        .toLowerCase()
        .replace(PICTURE_ENDING, ""),
    );
  const meant = known.find((each) => stem(each) === stem(name));
  if (meant !== undefined) return `type ${meant}`;
  const others = known.length > 0 ? `the folder holds ${listKnown(known)}` : "put the picture's file beside the text";
  return suggest(name, known) ?? others;
}

function pictureOf(
  name: string,
  dateline: Dateline | undefined,
  suggest: Suggest,
  { pictures, publication, preview }: RenderContext,
): (ResolvedPicture & { name: string }) | Problem {
  if (dateline === undefined)
    return {
      rule: "missing-picture",
      message: "standing pages hold no pictures",
      hint: "delete it, or link to it where it stands on the web: [words](https://…)",
    };
  const edition = editionIdentity(dateline);
  const inFolder = pictures.get(edition) ?? new Map<string, PictureFile>();
  const picture = inFolder.get(name);
  if (!picture)
    return {
      rule: "missing-picture",
      missing: name,
      message: `there is no picture “${shorten(name, LONGEST)}” in this folder`,
      hint: hintPicture(name, [...inFolder.keys()], suggest),
    };
  const { measured } = picture;
  if ("rule" in measured) return { ...measured, missing: name };
  const folder = publication.base + editionPath(dateline);
  return {
    name,
    ...(preview
      ? { href: folder + name, width: measured.width, height: measured.height }
      : offerCopies(folder, name, measured)),
  };
}

function resolverFor(from: Status, { publication, ledger, targets }: RenderContext): ResolveLink {
  return createLinkResolver(publication.base, ledger, targets, from, originOf(publication));
}

/** Tells of sources on this site itself that lead nowhere, or to what a published story may not name yet. */
function checkOwnSources({ document, front, status }: DatedStory, context: RenderContext): void {
  const link = resolverFor(status, context);
  for (const [index, { url, archived }] of (front.source ?? []).entries())
    for (const [key, address] of Object.entries({ url, archived })) {
      const found = address === undefined ? undefined : link(address);
      const problem =
        found && "href" in found
          ? found.withheld && { rule: "unpublished-target", message: `“${address ?? ""}” is not published yet` }
          : found?.rule === "dead-link" && found;
      if (problem) context.diagnostics.push(diagnoseValue(document, ["source", index, key], problem));
    }
}

/** Renders a document’s body and reports its problems. */
export function renderDocument(
  document: Document,
  prefix: string,
  from: Status,
  context: RenderContext,
  dateline: Dateline | undefined,
): Body {
  const link = resolverFor(from, context);
  const suggest = createSuggest();
  const body = renderBody(document.body, {
    language: context.publication.language,
    messages: context.publication.messages,
    prefix,
    line: document.bodyLine,
    link,
    picture: (name) => pictureOf(name, dateline, suggest, context),
  });
  const found = body.problems.map(({ at, ...problem }) => diagnose(document.path, at, problem));
  context.diagnostics.push(...limitRepeats(found));
  // Told by now; a hostile text has thousands, and the model keeps every body.
  return { ...body, problems: [] };
}

/** Renders a dated story and settles its links, sources and picture. */
export function renderStory(story: DatedStory, context: RenderContext): Story {
  const { document, front } = story;
  const body = renderDocument(document, story.slug, story.status, context, story.dateline);
  checkOwnSources(story, context);
  const sources = (front.source ?? []).map((source): Source => ({
    ...source,
    publisher: currentPublisher(context.vocabularies.publishers, source.publisher),
    url: normalizeAddress(source.url),
    ...(source.archived !== undefined && { archived: normalizeAddress(source.archived) }),
    kind: source.kind ?? "reporting",
    programme: context.ledger.programmeOf(source.url),
  }));
  let image: StoryImage | undefined;
  if (front.image) {
    const picture = pictureOf(front.image.src, story.dateline, createSuggest(), context);
    if ("rule" in picture)
      context.diagnostics.push(diagnose(document.path, document.yaml.locate(["image", "src"]), picture));
    else image = { ...picture, alt: front.image.alt, credit: front.image.credit };
  }
  const [summary, analysis] = body.sections;
  const bearings = takeBearings(body, sources, context.publication.base);
  return {
    ...story,
    topic: context.topics.resolve(front.topic),
    letters: context.letters.to(story.identity),
    sources,
    publishers: sources.map(({ publisher }) => publisher),
    kinds: sources.map(({ kind }) => kind),
    words: measureLength(body),
    image,
    body,
    summary,
    analysis,
    digest: () => digestStory(document, front, body),
    ...bearings,
    ids: partsOfStory(story.slug, bearings.ids, analysis),
  };
}

/** Renders a dated edition's own text and its stories. */
export function renderEdition(
  { head, status, slugs, stories, gone }: DatedEdition,
  context: RenderContext,
  recordings: readonly RecordingFile[] = [],
): Edition {
  const { document, front, dateline } = head;
  const rendered = stories.map((story) => renderStory(story, context));
  const body = document && renderDocument(document, "edition", status, context, dateline);
  return {
    ...head,
    gone,
    status,
    body,
    recording: findRecording(front.audio, recordings),
    words: measureLength(body),
    stories: rendered,
    slugs,
    digest: document && body && (() => digestEdition(document, front, body)),
    ...takeBearings(body, [], context.publication.base),
  };
}
