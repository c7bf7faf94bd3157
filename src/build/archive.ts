import type { Clock } from "../content/clock.ts";
import type { Diagnostic } from "../content/diagnostic.ts";
import type { Edition } from "../content/edition.ts";
import { type Frame, listPictures, readFolder, renderStandingPages, targetsOf } from "../content/frame.ts";
import { type EditionOutline, outlineEdition, type StoryOutline } from "../content/outline.ts";
import type { Measured, PictureFile } from "../content/pictures.ts";
import { namePictures, type RenderContext, renderEdition } from "../content/render.ts";
import { byMoment, type PlacedEdition } from "../content/schedule.ts";
import type { Site } from "../content/site.ts";
import { checkTexts } from "../rules/rules.ts";
import type { Loaded } from "../views/feeds.ts";
import { digestOf } from "./digest.ts";
import type { Opened } from "./opened.ts";
import { type EditionRecord, type PagesRecord, type Span, spanOf, type Uses } from "./records.ts";
import { secretsOf } from "./secrets.ts";
import { describeUses, narrowSite, noteAsked, usesOf } from "./uses.ts";

/** What was made of an edition in this build. */
interface Made {
  readonly uses: Uses;
  /** What its uses came to. */
  readonly around: string;
  readonly outline: EditionOutline;
  readonly outlineKey: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly secrets: EditionRecord["secrets"];
}

/** The editions of a publication, oldest first, each read and rendered when it is asked for and not known from the last build. */
export interface Archive {
  /** The publication with its standing pages and without editions. */
  readonly site: Site;
  readonly placed: readonly PlacedEdition[];
  outlineAt(index: number): EditionOutline;
  /** The edition with its texts; only the latest asked for are kept. */
  load(index: number): Loaded;
  /** The digest of all that the texts of an edition show, what is said of the stories that they follow included. */
  keyAt(index: number): string;
  /** The digest of all that other pages may show of an edition. */
  outlineKeyAt(index: number): string;
  /** What the last build made of an edition's pages; undefined where its texts were made anew. */
  pagesAt(index: number): PagesRecord | undefined;
  diagnosticsAt(index: number): readonly Diagnostic[];
  secretsAt(index: number): EditionRecord["secrets"];
  /** What the next build may need to know. */
  recordAt(index: number, pages: PagesRecord | undefined): EditionRecord;
  /** Takes what another archive of the same publication made of an edition. */
  adopt(index: number, record: EditionRecord): void;
  /** Problems of the standing pages. */
  readonly diagnostics: readonly Diagnostic[];
}

/** So many editions are kept with their texts. */
const MOST = 64;

/** Every moment at which something of an edition comes or goes is asked for here, so that the clock's span tells of it. */
function askMoments({ corrections, stories }: Edition, clock: Clock): void {
  for (const text of [{ corrections }, ...stories]) for (const { at } of text.corrections) clock.hasCome(at);
}

/** Makes the archive of editions that have been opened. `measured` knows the pictures of every folder without a record. */
export function createArchive(
  frame: Frame,
  opened: readonly Opened[],
  measured: ReadonlyMap<string, Measured>,
): Archive {
  const { publication } = frame.site;
  const compare = byMoment(publication.slots);
  const editions = [...opened].sort((a, b) => compare(a.placed, b.placed));
  const placed = editions.map((edition) => edition.placed);
  const targets = targetsOf(frame, placed);
  const diagnostics: Diagnostic[] = [];
  const common = { ...frame.site, targets, pictures: namePictures([]) };
  const site: Site = { ...frame.site, pages: renderStandingPages(frame, { ...common, diagnostics }) };
  diagnostics.push(...checkTexts(site));

  const made: (Made | undefined)[] = editions.map(() => undefined);
  // Let go of once it is rendered: what is parsed of a file takes far more memory than the file.
  const heads = editions.map(({ dated }) => dated);
  const loaded = new Map<number, Loaded>();
  const byIdentity = new Map(editions.map(({ folder }, index) => [folder.identity, index]));
  const kept = editions.map(({ record, placed }) => {
    if (!record) return undefined;
    const uses = describeUses(record.uses, site, targets, placed.dateline);
    return record.key === keyOf(record.files, record.span, uses) ? record : undefined;
  });

  const find = (identity: string): StoryOutline | undefined => {
    const index = byIdentity.get(identity.slice(0, identity.indexOf("/")));
    return index === undefined
      ? undefined
      : archive.outlineAt(index).stories.find((story) => story.identity === identity);
  };

  const picturesAt = (index: number): PictureFile[] => {
    const { folder, record } = editions[index] as Opened;
    return listPictures(folder, (path) => measured.get(path) ?? record?.pictures[path.split("/").at(-1) ?? ""]);
  };

  const make = (index: number): Loaded => {
    const { folder, clock, ...head } = editions[index] as Opened;
    const known = kept[index];
    const found = [...head.diagnostics];
    const own = { ...site, clock };
    const dated = heads[index] ?? readFolder(folder, own, found);
    heads[index] = undefined;
    const asked = new Set<string>();
    const pictures = picturesAt(index);
    const context: RenderContext = {
      ...own,
      targets: noteAsked(targets, asked),
      pictures: namePictures(pictures),
      diagnostics: found,
    };
    const edition = renderEdition(dated, context);
    askMoments(edition, clock);
    const uses = known?.uses ?? usesOf(edition, asked, site);
    const narrow: Site = {
      ...narrowSite(own, uses, edition),
      pictures,
      stories: { get: (identity) => (uses.followed.includes(identity) ? find(identity) : undefined) },
    };
    // Rules see all there is, since their hints do; an edition in which they find an error is never kept.
    if (!known && !made[index]) {
      const outline = outlineEdition(edition);
      const around = describeUses(uses, site, targets, edition.dateline);
      made[index] = {
        uses,
        around,
        outline,
        outlineKey: keyOf(JSON.stringify(outline), spanAt(index), around),
        diagnostics: [...found, ...checkTexts({ ...own, editions: [edition], pages: [], pictures })],
        secrets: secretsOf(edition),
      };
    }
    return { site: narrow, edition };
  };

  const madeAt = (index: number): Made => {
    if (!made[index]) archive.load(index);
    return made[index] as Made;
  };

  const spanAt = (index: number): Span => spanOf((editions[index] as Opened).clock.span());
  const textKey = (index: number): string =>
    kept[index]?.key ?? keyOf((editions[index] as Opened).files, spanAt(index), madeAt(index).around);

  const archive: Archive = {
    site,
    placed,
    diagnostics,
    outlineAt: (index) => (kept[index] ?? madeAt(index)).outline,
    load(index) {
      const known = loaded.get(index);
      loaded.delete(index);
      const texts = known ?? make(index);
      loaded.set(index, texts);
      const [oldest = index] = loaded.keys();
      if (loaded.size > MOST) loaded.delete(oldest);
      return texts;
    },
    keyAt(index) {
      const { followed } = (kept[index] ?? madeAt(index)).uses;
      const key = textKey(index);
      return followed.length === 0 ? key : digestOf(key, JSON.stringify(followed.map((id) => find(id) ?? null)));
    },
    outlineKeyAt: (index) => (kept[index] ?? madeAt(index)).outlineKey,
    pagesAt: (index) => kept[index]?.pages,
    diagnosticsAt: (index) => (kept[index] ?? madeAt(index)).diagnostics,
    secretsAt: (index) => (kept[index] ?? madeAt(index)).secrets,
    recordAt(index, pages) {
      const record = kept[index];
      if (record) return record.pages === pages ? record : { ...record, pages };
      const { uses, outline, outlineKey, diagnostics: found, secrets } = madeAt(index);
      const { files } = editions[index] as Opened;
      const pictures = Object.fromEntries(picturesAt(index).map(({ name, measured: size }) => [name, size]));
      const keys = { key: textKey(index), outlineKey };
      return { files, span: spanAt(index), uses, ...keys, outline, pictures, diagnostics: found, secrets, pages };
    },
    adopt(index, record) {
      kept[index] = record;
    },
  };
  return archive;
}

function keyOf(own: string, { from, until }: EditionRecord["span"], uses: string): string {
  return digestOf(own, JSON.stringify([from, until]), uses);
}
