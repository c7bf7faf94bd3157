import type { Edition } from "../content/edition.ts";
import type { PictureFile } from "../content/pictures/pictures.ts";
import type { RecordingFile } from "../content/recordings/recordings.ts";
import type { Setting, TextSite } from "../content/site.ts";
import type { Shell } from "./shell.ts";

/** What all pages are given. */
export interface Common {
  readonly setting: Setting;
  readonly shell: Shell;
}

/** The name of a text that a page shows: of an edition, or of one of its stories, by identity. */
export interface TextName {
  readonly edition: string;
  readonly story?: string;
}

/** An edition with its texts as far as readers may see it, and the site as far as those may know it. */
export interface Loaded {
  readonly site: TextSite;
  readonly edition: Edition;
  /** The pictures of its folder. */
  readonly pictures: readonly PictureFile[];
  readonly recordings: readonly RecordingFile[];
}

/** What a page is made of, and nothing else: so its key is a digest of exactly this. */
export interface Given<Around, Text> extends Common {
  readonly path: string;
  readonly around: Around;
  readonly texts: readonly Text[];
}

/** Around a page: the addresses of this site to which it must lead, whatever template prints it. Whoever makes the page looks for each. */
export interface Leading {
  readonly leadsTo: readonly { readonly href: string }[];
}

export function isLeading(around: object): around is Leading {
  return "leadsTo" in around;
}

/** What is to be written, by the name of its printer: views for a template, cards to draw, pictures to copy … */
export type Prints = Readonly<Record<string, readonly object[]>>;

/** What pages take of a text, where that is less than all of it and so may outlive it. */
export interface Excerpt<Text = unknown> {
  /** By which the same excerpt of the same text is known, whichever kind of page takes it. */
  readonly name: string;
  readonly of: (loaded: Loaded, name: TextName) => Text;
  /** Whether it is kept for the next build, so that one new text does not have the others read again. */
  readonly isKept: boolean;
  /** Whether one page alone takes it, so that it is let go of then. */
  readonly isTakenOnce?: boolean;
}

/** How pages of one kind come to be: a function of what they are given. */
export interface PageKind<Around extends object = object, Text = unknown> {
  readonly name: string;
  /** What a page of this kind takes of its texts; undefined where that is all of them. */
  readonly excerpt: Excerpt<Text> | undefined;
  view(given: Given<Around, Text>): Prints;
}

/** Everything that is written from the same things: a file, or an edition's pages with their cards and pictures. Plain values: nothing in it is derived. */
export interface Page {
  readonly kind: PageKind;
  /** Its address from the site's root, which no other page has. */
  readonly path: string;
  /** All that it shows besides its texts, as values. */
  readonly around: object;
  readonly texts: readonly TextName[];
}

interface Definition<Around extends object, Text, Views extends Prints> {
  readonly excerpt?: Excerpt<Text>;
  readonly view: (given: Given<Around, Text>) => Views;
}

/**
 * Defines a kind of page and returns what makes pages of it. To be called where modules are loaded, when there is no site yet: so
 * that a view can know nothing that its page's key does not tell.
 */
export function definePages<Around extends object, Views extends Prints, Text = Loaded>(
  name: string,
  { excerpt, view }: Definition<Around, Text, Views>,
) {
  const kind = { name, excerpt, view } as PageKind;
  return (path: string, around: Around, texts: readonly TextName[] = []): Page => ({ kind, path, around, texts });
}

/** Defines a kind of page that is so quickly derived that all it shows is around it from the first: its view, but for path and shell. */
export function defineWhole<View extends { readonly path: string }>(collection: string) {
  const define = definePages(collection, {
    view: ({ path, shell, around }: Given<object, unknown>) => ({ [collection]: [{ path, shell, ...around }] }),
  });
  return ({ path, ...around }: Omit<View, "shell"> & { readonly path: string }): Page => define(path, around);
}
