import type { PictureFile } from "../content/pictures/pictures.ts";
import type { Loaded } from "./page.ts";

/** A picture of content that pages show, and the folder of the site in which its copies stand. */
export interface PictureView {
  readonly file: PictureFile;
  readonly folder: string;
}

/** The pictures that an edition's texts show; those of drafts and of the future are left out. */
export function listShown({ edition, pictures }: Loaded): PictureView[] {
  const shown = new Set([
    ...edition.stories.flatMap(({ image, body }) => [...(image ? [image.name] : []), ...body.pictures]),
    ...(edition.body?.pictures ?? []),
  ]);
  const files = new Map(pictures.map((picture) => [picture.name, picture]));
  return [...shown].flatMap((name) => {
    const file = files.get(name);
    return file ? [{ file, folder: edition.path }] : [];
  });
}
