import { editionFolder, editionIdentity, storyIdentity } from "../../content/dateline.ts";
import type { ContentFile } from "../../content/files/files.ts";
import type { Folder } from "../../content/files/folders.ts";
import type { TextPlace } from "../../content/files/layout.ts";
import { findWhereabouts } from "../../content/frame.ts";
import type { Measured } from "../../content/pictures/pictures.ts";
import type { Diagnostic } from "../../content/problems/diagnostic.ts";
import type { Instant } from "../../content/time/calendar.ts";
import { byMoment, type PlacedEdition } from "../../content/time/schedule.ts";
import { checkWhole } from "../../rules/rules.ts";
import { openPictures } from "../pictures/pictures.ts";
import { type Archive, checkRepeatsOf, type OpenPublication } from "./archive.ts";
import { readEditionFolder } from "./edition-folder.ts";
import { createEditionText } from "./edition-text.ts";
import { openFolders, UNKNOWN_FILES } from "./opened.ts";

/** The folder with one of its texts as it would be. */
function withText(folder: Folder, place: TextPlace, file: ContentFile): Folder {
  if (place.kind === "edition") return { ...folder, edition: file };
  const { slug } = place;
  const isThere = folder.stories.some((story) => story.slug === slug);
  const stories = folder.stories.map((story) => (story.slug === slug ? { file, slug } : story));
  return { ...folder, stories: isThere ? stories : [...stories, { file, slug }] };
}

/** What of an edition decides where something stands; its words do not. An outline of the last build says more than that. */
function standingOf({ path, status, stories, former, gone, problems }: PlacedEdition): string {
  const own = stories.map((story) => {
    const { identity, path, status, topic, publishers, follows, former } = story;
    return [identity, path, status, topic, publishers, follows, former];
  });
  return JSON.stringify([path, status, own, former, gone, problems]);
}

/**
 * Where everything would stand, and what is wrong with that and with what is no edition: as it is, unless the edition has other addresses or
 * another time now.
 */
function standWith(
  { frame, archive }: OpenPublication,
  placed: PlacedEdition,
): Pick<Archive, "targets" | "diagnostics"> {
  const known = archive.placed.find(({ identity }) => identity === placed.identity);
  if (known && standingOf(known) === standingOf(placed)) return archive;
  const others = archive.placed.filter((other) => other !== known);
  const { targets, diagnostics } = findWhereabouts(frame, [...others, placed]);
  return { targets, diagnostics: [...frame.diagnostics, ...diagnostics] };
}

/** The sizes of a folder's pictures; one that nobody has read yet is measured. */
async function measure({ identity, pictures }: Folder, { archive }: OpenPublication): Promise<Map<string, Measured>> {
  const known = archive.get(identity)?.record().pictures ?? {};
  const found = new Map<string, Measured>();
  for (const { file, name } of pictures)
    found.set(file.path, known[name] ?? (await openPictures().measure(name, file.bytes)));
  return found;
}

/** A text that is not saved, in the content folder in which it is to stand. */
export interface Unsaved {
  readonly content: string;
  readonly place: TextPlace;
  /** The text with its path in the content folder. */
  readonly file: ContentFile;
  readonly now: Instant;
}

/**
 * What would be wrong with an edition if one of its texts read so, as `check` would say it: nothing is written, its other files are taken as they
 * stand on the disk, and no other edition is read again. What is wrong with others is left out.
 */
export async function checkUnsaved(open: OpenPublication, unsaved: Unsaved): Promise<Diagnostic[]> {
  const { archive } = open;
  const { content, place, file, now } = unsaved;
  const identity = editionIdentity(place.dateline);
  const folder = withText(readEditionFolder(content, place.dateline, archive.site), place, file);
  const known = folder.stories.map(({ slug }) => storyIdentity(place.dateline, slug));
  const site = { ...archive.site, identities: new Set([...archive.site.identities, ...known]) };
  const [opened] = openFolders(site, [folder], now, UNKNOWN_FILES, new Map());
  if (!opened) return [];
  if (opened.placed.problems) return [...opened.placed.problems];
  const { targets, diagnostics } = standWith(open, opened.placed);
  const text = createEditionText(opened, {
    site,
    setting: archive.setting,
    targets,
    measured: await measure(folder, open),
    stories: archive.stories,
    advice: true,
    recent: (_, make) => make(),
  });
  const others = archive.editions.filter(({ placed }) => placed.identity !== identity);
  const compare = byMoment(site.publication.slots);
  const editions = [...others, text].sort((a, b) => compare(a.placed, b.placed));
  const found = [
    ...diagnostics,
    ...text.diagnostics(),
    ...checkWhole({ ...site, editions: editions.map((edition) => edition.outline()) }, true),
  ];
  const own = [site.label, editionFolder(place.dateline), ""].join("/");
  return [...found.filter(({ path }) => path.startsWith(own)), ...checkRepeatsOf(text, editions, archive)];
}
