import type { Clock } from "../../content/time/clock.ts";
import type { Diagnostic } from "../../content/problems/diagnostic.ts";
import type { Edition } from "../../content/edition.ts";
import { listPictures, readFolder } from "../../content/frame.ts";
import type { Targets } from "../../content/links/links.ts";
import { type EditionOutline, outlineEdition, type StoryOutline } from "../../content/outline.ts";
import type { Measured, PictureFile } from "../../content/pictures/pictures.ts";
import { namePictures, renderEdition } from "../../content/render.ts";
import type { PlacedEdition } from "../../content/time/schedule.ts";
import type { Setting, Site } from "../../content/site.ts";
import { checkTexts } from "../../rules/rules.ts";
import type { Loaded } from "../../views/page.ts";
import { visibleOf } from "../../views/visible.ts";
import { digestOf } from "../digest.ts";
import { digestValue, seal } from "../pages/keys.ts";
import { describeDependencies, dependenciesOf, narrowSite, noteAsked } from "./dependencies.ts";
import type { Opened } from "./opened.ts";
import { type Secret, secretsOf } from "./secrets.ts";
import { type Span, spanOf } from "./span.ts";
import type { TextRecord } from "./text-record.ts";

/** An edition of an archive, read and rendered when somebody asks for what the last build does not tell. */
export interface EditionText {
  readonly placed: PlacedEdition;
  /** What other pages may know of it. */
  outline(): EditionOutline;
  /** The edition with all its texts, as editors wrote them. */
  edition(): Edition;
  /** The edition as far as readers may see it. */
  load(): Loaded;
  /** The digest of all that its texts show, what is said of the stories that they follow included. */
  key(): string;
  diagnostics(): readonly Diagnostic[];
  secrets(): readonly Secret[];
  /** What the next build may need to know. */
  record(): TextRecord;
  /** Takes what a worker made of it. */
  adopt(record: TextRecord): void;
}

/** What the editions of an archive have in common. */
export interface Archival {
  readonly site: Site;
  readonly setting: Setting;
  readonly targets: Targets;
  /** A visible or hidden story by its identity. */
  readonly stories: { get(identity: string): StoryOutline | undefined };
  /** Sizes of the pictures of every folder without a record, by path. */
  readonly measured: ReadonlyMap<string, Measured>;
  /** Keeps what takes memory of the few editions that were asked for last. */
  recent<T>(identity: string, make: () => T): T;
}

/** What was rendered of an edition. */
interface Rendered {
  readonly edition: Edition;
  readonly pictures: readonly PictureFile[];
  readonly loaded: Loaded;
}

/** The edition without corrections of the future; each moment is asked for, so that the clock's span tells of it. */
function hideFuture(edition: Edition, clock: Clock, preview: boolean): Edition {
  const only = <T extends Pick<Edition, "corrections">>(text: T): T => {
    const corrections = text.corrections.filter(({ at }) => clock.hasCome(at) || preview);
    return corrections.length === text.corrections.length ? text : { ...text, corrections };
  };
  return { ...only(edition), stories: edition.stories.map(only) };
}

function keyOf(files: string, { from, until }: Span, dependencies: string): string {
  return digestOf(files, JSON.stringify([from, until]), dependencies);
}

/** The digests of an outline: its own and those of its stories. */
function digestOutline(outline: EditionOutline): string[] {
  const stories = outline.stories.map(digestValue);
  return [digestOf(digestValue({ ...outline, stories: [] }), ...stories), ...stories];
}

function sealOutline(outline: EditionOutline, [own = "", ...stories]: readonly string[]): EditionOutline {
  outline.stories.forEach((story, at) => seal(story, stories[at] ?? ""));
  return seal(outline, own);
}

/** The record of the last build, if all that the edition depends on is as it was. */
function stillTrue({ record, placed }: Opened, { site, targets }: Archival): TextRecord | undefined {
  if (!record) return undefined;
  const now = describeDependencies(record.dependencies, site, targets, placed.dateline);
  return record.key === keyOf(record.files, record.span, now) ? record : undefined;
}

/** Makes an edition of an archive of what was opened of it. */
export function createEditionText(opened: Opened, archival: Archival): EditionText {
  const { folder, clock, placed, files } = opened;
  const { site, setting, targets, stories, measured } = archival;
  // Let go of once it is rendered: what is parsed of a file takes far more memory than the file.
  let dated = opened.dated;
  let isSealed = false;
  let record = stillTrue(opened, archival);
  const pictures = listPictures(
    folder,
    (path) => measured.get(path) ?? opened.record?.pictures[path.split("/").at(-1) ?? ""],
  );

  const render = (): Rendered => {
    const found = [...opened.diagnostics];
    const own = { ...site, clock };
    const head = dated ?? readFolder(folder, own, found);
    dated = undefined;
    const asked = new Set<string>();
    const edition = renderEdition(head, {
      ...own,
      targets: noteAsked(targets, asked),
      pictures: namePictures(pictures),
      diagnostics: found,
    });
    const shown = hideFuture(edition, clock, site.preview);
    const dependencies = record?.dependencies ?? dependenciesOf(edition, asked, site);
    record ??= describe(edition, shown, dependencies, () => [
      ...found,
      ...checkTexts({ ...own, editions: [edition], pages: [], pictures }),
    ]);
    const [visible = shown] = visibleOf(site, [shown]);
    return {
      edition,
      pictures,
      loaded: { site: narrowSite(setting, site, dependencies, edition, stories), edition: visible, pictures },
    };
  };

  // Rules see all there is, since their hints do; an edition in which they find an error is never kept.
  const describe = (
    edition: Edition,
    shown: Edition,
    dependencies: TextRecord["dependencies"],
    check: () => readonly Diagnostic[],
  ): TextRecord => {
    const outline = outlineEdition(shown);
    const diagnostics = check();
    const span = spanOf(clock.span());
    return {
      files,
      span,
      dependencies,
      key: keyOf(files, span, describeDependencies(dependencies, site, targets, edition.dateline)),
      outline,
      digests: digestOutline(outline),
      pictures: Object.fromEntries(pictures.map(({ name, measured: size }) => [name, size])),
      diagnostics,
      secrets: secretsOf(edition),
    };
  };

  const rendered = () => archival.recent(folder.identity, render);
  const known = (): TextRecord => {
    if (!record) rendered();
    return record as TextRecord;
  };
  return {
    placed,
    outline() {
      const { outline, digests } = known();
      if (!isSealed) sealOutline(outline, digests);
      isSealed = true;
      return outline;
    },
    edition: () => rendered().edition,
    load: () => rendered().loaded,
    key() {
      const { key, dependencies } = known();
      if (dependencies.followed.length === 0) return key;
      return digestOf(key, digestValue(dependencies.followed.map((identity) => stories.get(identity) ?? null)));
    },
    diagnostics: () => known().diagnostics,
    secrets: () => known().secrets,
    record: known,
    adopt(made) {
      record = made;
      isSealed = false;
    },
  };
}
