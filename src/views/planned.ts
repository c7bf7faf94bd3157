import type { EditionOutline, StoryOutline } from "../content/outline.ts";
import type { Shell } from "./shell.ts";

/** What a row of a page is about: an edition, or one of its stories. */
export interface Subject {
  readonly edition: EditionOutline;
  readonly story?: StoryOutline;
}

/** A page or file before it is derived, which is put off until it is known that it must be printed. */
export interface Planned<View> {
  readonly path: string;
  /** Undefined where it stands around nothing. */
  readonly shell: Shell | undefined;
  /** All that is shown beside the shell and the rows. */
  readonly frame: object;
  /** What the rows are about, in order: they show of it what other pages may know of an edition, and nothing else. */
  readonly rows: readonly Subject[];
  /** The identity of the edition of which it shows the texts, if it shows any. */
  readonly texts?: string;
  readonly derive: () => View;
}

/** The views that come of plans, by collection. */
export type Derived<Plans> = {
  readonly [Collection in keyof Plans]: Plans[Collection] extends readonly Planned<infer View>[]
    ? readonly View[]
    : never;
};

/** The plan of a page or file that is so quickly derived that it is its own plan. */
export function planWhole<View extends { readonly path: string; readonly shell?: Shell }>(view: View): Planned<View> {
  const { path, shell, ...frame } = view;
  return { path, shell, frame, rows: [], derive: () => view };
}

/** The plan of a page that shows rows beside its frame; `derive` gives what it shows of them. */
export function planRows<Frame extends object, Rest extends object>(
  path: string,
  shell: Shell,
  frame: Frame,
  rows: readonly Subject[],
  derive: () => Rest,
): Planned<Frame & Rest & { readonly path: string; readonly shell: Shell }> {
  return { path, shell, frame, rows, derive: () => ({ path, shell, ...frame, ...derive() }) };
}
