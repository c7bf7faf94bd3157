/// <reference lib="dom" />
import type { Opened, Values } from "../../src/views/desk/calls.ts";

/** Unsaved text, with the text that it was typed into: kept in this browser, in case the page is closed. */
export interface Kept {
  readonly opened: Opened;
  /** What stands in the form, or all of the text where it has none. */
  readonly values: Values;
  readonly body: string;
  /** When, as this computer's clock had it. */
  readonly at: string;
}

const PREFIX = "desk:";

/** This page's own name, which a page that is loaded again has, and no other. */
const page = readPage();

function readPage(): string {
  try {
    const known = sessionStorage.getItem(PREFIX) ?? crypto.randomUUID();
    sessionStorage.setItem(PREFIX, known);
    return known;
  } catch {
    return "";
  }
}

function keyOf(name: string): string {
  return `${PREFIX}${name}:${page}`;
}

/** Keeps what is typed. A browser that keeps nothing loses it with the page, which asks before it is closed. */
export function keep(kept: Kept): void {
  try {
    localStorage.setItem(keyOf(kept.opened.name), JSON.stringify(kept));
  } catch {
    // As said.
  }
}

/** Forgets what this page, or with `key` another one, kept of a text. */
export function forget(name: string, key = keyOf(name)): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing is kept.
  }
}

/** What is kept of a text: by this page, and by others, each with its key. */
export function findKept(name: string): { own: Kept | undefined; others: (readonly [key: string, kept: Kept])[] } {
  const found: (readonly [string, Kept])[] = [];
  try {
    for (let at = 0; at < localStorage.length; at++) {
      const key = localStorage.key(at) ?? "";
      const kept = key.startsWith(`${PREFIX}${name}:`) ? localStorage.getItem(key) : null;
      if (kept !== null) found.push([key, JSON.parse(kept) as Kept]);
    }
  } catch {
    // Nothing is kept, or nothing that can be read.
  }
  const mine = keyOf(name);
  return { own: found.find(([key]) => key === mine)?.[1], others: found.filter(([key]) => key !== mine) };
}
