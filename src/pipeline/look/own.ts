import { FILES } from "../../content/addresses.ts";
import type { Frame } from "../../content/frame.ts";
import type { Output } from "../output/output.ts";
import type { Pictures } from "../pictures/pictures.ts";
import { openSign, type Sign } from "./logo.ts";
import { readOwnStyles } from "./own-styles.ts";

/** Reads what a publication brings for its look, and adds to its frame what is wrong with that. */
export async function readOwn(
  frame: Frame,
  pictures: Pictures,
): Promise<{ frame: Frame; css: string | undefined; sign: Sign | undefined }> {
  const styles = readOwnStyles(frame);
  // What is known to be wrong with a logo is not drawn by any library.
  const logo = frame.site.publication.theme.logo;
  const isBad = logo !== undefined && frame.diagnostics.some(({ path }) => path === `${frame.site.label}/${logo}`);
  const { sign, diagnostics } = isBad ? { sign: undefined, diagnostics: [] } : await openSign(frame, pictures);
  const found = [...frame.diagnostics, ...styles.diagnostics, ...diagnostics];
  return { frame: { ...frame, diagnostics: found }, css: styles.css, sign };
}

/** The files that a publication has to be copied as they are; each is read when it is asked for. */
export function listOwnCopies({ own }: Frame): Output[] {
  // Its redirects stand in one file with those of the site.
  const copies = own.copies.filter(({ sitePath }) => sitePath !== FILES.redirects);
  return copies.map(({ file, sitePath: path }) => ({
    path,
    get content() {
      return file.bytes;
    },
  }));
}
