import { type Dateline, editionFolder, editionIdentity, storyIdentity } from "../dateline.ts";
import { historyOf, readFormer } from "../former/former.ts";
import type { ContentFile } from "../files/files.ts";
import type { Folder } from "../files/folders.ts";
import { scaffoldEdition } from "../scaffold.ts";
import { bytesOf, type Editable, openEditable } from "./editable.ts";
import {
  addFormer,
  addToRunningOrder,
  formerNames,
  nameFormer,
  removeFromRunningOrder,
  renameInRunningOrder,
} from "./front-matter.ts";
import { freeName, picturesOf, renamePicture } from "./pictures.ts";
import type { Plan, Step } from "./steps.ts";

/** Where a story is, or is to be. */
export interface StoryPlace {
  readonly dateline: Dateline;
  readonly slug: string;
}

/** A story to be moved, and the folders that it leaves and comes to, as far as they are there. */
export interface StoryMove {
  readonly from: StoryPlace;
  readonly to: StoryPlace;
  readonly source: Folder | undefined;
  readonly target: Folder | undefined;
  /** Whether readers may know it, or know its edition, by its old address. */
  readonly isPublished: boolean;
  readonly isEditionPublished: boolean;
  /** How the content folder is named in diagnostics. */
  readonly label: string;
}

function fileOf(folder: Folder | undefined, slug: string): ContentFile | undefined {
  return folder?.stories.find((story) => story.slug === slug)?.file;
}

/** A file as text to be changed; throws nothing, since what cannot be read was refused before. */
function open(file: ContentFile, label: string): Editable | undefined {
  return openEditable(`${label}/${file.path}`, file.bytes);
}

function replaced(file: ContentFile, before: Editable, after: Editable, what: string): Step[] {
  return after === before ? [] : [{ kind: "replace", path: file.path, bytes: bytesOf(after, file.bytes), what }];
}

interface Pictures {
  /** The story, showing its pictures by the names that they will have. */
  readonly story: Editable;
  /** Before the story leaves, and when it has come. */
  readonly before: readonly Step[];
  readonly after: readonly Step[];
}

/** The names of the pictures that other texts of the folder show; of one that cannot be read, all that it may. */
function shownByOthers({ source, from, label }: StoryMove): (name: string) => boolean {
  const others = (source?.stories ?? []).filter(({ slug }) => slug !== from.slug).map(({ file }) => file);
  const texts = [...others, ...(source?.edition ? [source.edition] : [])].map((file) => open(file, label));
  const names = new Set(texts.flatMap((text) => (text ? picturesOf(text) : [])));
  return (name) => texts.includes(undefined) || names.has(name);
}

/** What becomes of the pictures of a story that comes to another folder. */
function movePictures(move: StoryMove, story: Editable): Pictures {
  const { source, target, to } = move;
  const isShared = shownByOthers(move);
  const shown = picturesOf(story);
  const there = new Map((target?.pictures ?? []).map(({ name, file }) => [name, file]));
  const folder = editionFolder(to.dateline);
  const isSame = (a: ContentFile | undefined, b: ContentFile) => a && Buffer.compare(a.bytes, b.bytes) === 0;
  let text = story;
  const before: Step[] = [];
  const after: Step[] = [];
  for (const { name, file } of source?.pictures ?? []) {
    const removal = (free: string): Step => ({
      kind: "remove",
      path: file.path,
      what: `which is ${folder}/${free} now`,
    });
    if (!shown.includes(name)) {
      // Left by a run that was cut off, after which the story shows it by the name that it has there.
      const copy = shown.find((other) => isSame(there.get(other), file));
      if (copy !== undefined && !isShared(name)) after.push(removal(copy));
      continue;
    }
    const free = freeName(name, (candidate) => !there.has(candidate) || isSame(there.get(candidate), file) === true);
    const isThere = there.has(free);
    text = free === name ? text : renamePicture(text, name, free);
    const path = { path: file.path, to: `${folder}/${free}` };
    if (free === name && !isThere && !isShared(name)) after.push({ kind: "rename", ...path });
    else {
      if (!isThere) before.push({ kind: "copy", ...path });
      if (!isShared(name)) after.push(removal(free));
    }
    there.set(free, file);
  }
  return { story: text, before, after };
}

/** Whether an edition.md says nothing that would be lost with it. */
function isBare({ document }: Editable): boolean {
  const keys = Object.keys(document.yaml.data as object);
  return document.body.trim() === "" && keys.every((key) => ["stories", "draft"].includes(key));
}

/** What becomes of the running orders of two editions. */
function moveInOrders({ from, to, source, target, isEditionPublished, isPublished, label }: StoryMove): {
  steps: Step[];
  notes: string[];
} {
  const [old, next] = [editionIdentity(from.dateline), editionIdentity(to.dateline)];
  const left = (source?.stories ?? []).filter(({ slug }) => slug !== from.slug);
  const edition = source?.edition && open(source.edition, label);
  const isGiven = left.length > 0 || source === undefined;
  const isDropped = !isGiven && (edition === undefined || isBare(edition));
  const leadsOn = isDropped && isEditionPublished;
  const steps: Step[] = [];
  const coming = target?.edition && open(target.edition, label);
  if (target?.edition && coming) {
    const listed = addToRunningOrder(coming, to.slug);
    const named = leadsOn ? addFormer(listed, old) : listed;
    const what = leadsOn ? `the story, and that it was called ${old}` : `“${to.slug}” is in its running order`;
    steps.push(...replaced(target.edition, coming, named, what));
  } else if (!target?.edition && (target?.stories ?? []).every(({ slug }) => slug === to.slug)) {
    // An edition that had stories without one goes on so.
    const path = `${editionFolder(to.dateline)}/edition.md`;
    const made = openEditable(path, Buffer.from(scaffoldEdition([to.slug], !isPublished)));
    const text = made && leadsOn ? addFormer(made, old) : made;
    if (text) steps.push({ kind: "write", path, bytes: Buffer.from(text.text), what: "with its running order" });
  }
  if (source?.edition && edition) {
    if (isDropped)
      steps.push({
        kind: "remove",
        path: source.edition.path,
        what: "which has no story any more and no words of its own",
      });
    else
      steps.push(
        ...replaced(
          source.edition,
          edition,
          removeFromRunningOrder(edition, from.slug),
          `“${from.slug}” is no more in its running order`,
        ),
      );
  }
  const notes =
    isGiven || isDropped
      ? []
      : [
          `${old} has no story any more, and so no page. What ${source.edition?.path ?? ""} says stays there: give it another story, or, if readers knew it, write “gone: { at: … }” into it`,
        ];
  return {
    steps: [...steps, { kind: "tidy", path: editionFolder(from.dateline) }],
    notes: leadsOn ? [`${old} leads on to ${next}`] : notes,
  };
}

/**
 * Plans how a story gets another identity. Files that are where they should be already, as after a run that was cut off, are left there.
 * Throws NotEditable.
 */
export function planStoryMove(move: StoryMove): Plan {
  const { from, to, source, target, isPublished, label } = move;
  const identity = storyIdentity(from.dateline, from.slug);
  const isWithin = editionIdentity(from.dateline) === editionIdentity(to.dateline);
  const [here, there] = [fileOf(source, from.slug), fileOf(target, to.slug)];
  const file = here ?? there;
  const story = file && open(file, label);
  if (here && there) return { refusal: `${there.path} exists already; nothing was written` };
  if (!file || !story) return { refusal: `there is no story “${identity}” that can be read` };
  // It came there before: the rest of what a move does is done again.
  if (!here && !formerNames(story).includes(identity)) return { refusal: `there is no story “${identity}”` };
  const path = `${editionFolder(to.dateline)}/${to.slug}.md`;
  const pictures = isWithin ? { story, before: [], after: [] } : movePictures(move, story);
  const isNamed = here !== undefined && (isPublished || formerNames(story).length > 0);
  const told = isNamed ? nameFormer(pictures.story, namesOf(move, story, isWithin)) : pictures.story;
  const orders = isWithin
    ? { steps: source?.edition ? renameIn(source.edition, move) : [], notes: [] }
    : moveInOrders(move);
  return {
    steps: [
      ...pictures.before,
      ...replaced(file, story, told, isNamed ? `it was called ${identity}` : "its pictures have other names"),
      ...(here ? [{ kind: "rename", path: here.path, to: path } as const] : []),
      ...pictures.after,
      ...orders.steps,
    ],
    notes: orders.notes,
  };
}

/** All that the story was called, with what it was called while the edition that it leaves was called otherwise. */
function namesOf({ from, source, label }: StoryMove, story: Editable, isWithin: boolean): string[] {
  const edition = source?.edition && !isWithin ? open(source.edition, label) : undefined;
  const written = (file: Editable) => formerNames(file).filter((name) => typeof name === "string");
  return historyOf(written(story), storyIdentity(from.dateline, from.slug), {
    identity: editionIdentity(from.dateline),
    former: readFormer(edition && written(edition), edition?.document),
  });
}

function renameIn(file: ContentFile, { from, to, label }: StoryMove): Step[] {
  const edition = open(file, label);
  if (!edition) return [];
  return replaced(
    file,
    edition,
    renameInRunningOrder(edition, from.slug, to.slug),
    `“${from.slug}” is called “${to.slug}” in its running order`,
  );
}
