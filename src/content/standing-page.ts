import { standingPath } from "./addresses.ts";
import type { Diagnostic } from "./problems/diagnostic.ts";
import { type Document, readMarkdownFile } from "./parse/document.ts";
import type { ContentFile } from "./files/files.ts";
import type { Body } from "./markdown/body.ts";
import { pageSchema } from "./schema/schema.ts";
import { validate } from "./schema/validate.ts";

export interface StandingPageHead {
  readonly id: string;
  readonly path: string;
  readonly document: Document;
  /** The document's path. */
  readonly file: string;
  readonly title: string;
  readonly description: string | undefined;
  /** Its place in the navigation; without one it is linked from the colophon. */
  readonly nav: number | undefined;
  /** What it was called, or where it stood, as it is written. */
  readonly formerly: readonly string[];
}

/** A page that belongs to no edition: about, standards, privacy. */
export interface StandingPage extends StandingPageHead {
  readonly body: Body;
}

export function readStandingPage(
  file: ContentFile,
  id: string,
  label: string,
  diagnostics: Diagnostic[],
): StandingPageHead | undefined {
  const { document, diagnostics: read } = readMarkdownFile(`${label}/${file.path}`, file.bytes);
  diagnostics.push(...read);
  if (!document) return undefined;
  const { partial: front, diagnostics: found } = validate(document, pageSchema);
  diagnostics.push(...found);
  return {
    id,
    path: standingPath(id),
    document,
    file: document.path,
    title: front.title ?? id,
    description: front.description,
    nav: front.nav,
    formerly: front.formerly ?? [],
  };
}
