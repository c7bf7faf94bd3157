import type { Common, Page, TextName } from "../../views/page.ts";
import { digestOf } from "../digest.ts";

/** Digests of values that are known already, so that a row of many lists is written once. A changed copy of a value has none. */
const sealed = new WeakMap<object, string>();

/** Notes the digest of a frozen value, which stands for it in the keys of pages. */
export function seal<T extends object>(value: T, digest: string): T {
  sealed.set(value, digest);
  return value;
}

/** A value as text, so that two are written alike only if they are alike. Throws for what is no plain value. */
function write(value: unknown): string {
  if (typeof value !== "object" || value === null) {
    if (typeof value === "function" || typeof value === "symbol") throw new Error("a page shows values only");
    return value === undefined ? "-" : JSON.stringify(value);
  }
  const known = sealed.get(value);
  if (known !== undefined) return `#${known}`;
  if (value instanceof Uint8Array) return `b${digestOf(value)}`;
  if (value instanceof Map || value instanceof Set) return `${value.constructor.name}${write([...value])}`;
  let text = "";
  if (Array.isArray(value)) {
    for (const item of value) text += `${write(item)},`;
    return `[${text}]`;
  }
  for (const name of Object.keys(value)) {
    const item = (value as Record<string, unknown>)[name];
    // What is undefined is as good as left out, as where a value was kept as JSON.
    if (item !== undefined) text += `${JSON.stringify(name)}:${write(item)},`;
  }
  return `{${text}}`;
}

/** The digest of a value: of plain objects, lists, texts, numbers and bytes, however deep. */
export function digestValue(value: unknown): string {
  return digestOf(write(value));
}

/** The digest of what all pages are given. Topics and ledger follow from the vocabularies, and are no values. */
export function digestCommon({ setting, shell }: Common): string {
  const { preview, publication, vocabularies, pages } = setting;
  return digestValue({ preview, publication, vocabularies, pages, shell });
}

/** Makes the function that gives the key of a page: the digest of exactly what it is made of. `keyOfText` gives the digest of all that an edition's texts show. */
export function createKeys(common: Common, keyOfText: (edition: string) => string): (page: Page) => string {
  const shared = digestCommon(common);
  const nameOf = ({ edition, story = "" }: TextName) => `${keyOfText(edition)} ${edition} ${story}`;
  return ({ kind, path, around, texts }) =>
    digestOf(kind.name, path, shared, write(around), texts.map(nameOf).join("\n"));
}
