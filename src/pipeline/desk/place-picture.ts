import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { editionFolder, isEditionIdentity, readIdentity } from "../../content/dateline.ts";
import { freeName } from "../../content/edit/pictures.ts";
import { classify } from "../../content/files/layout.ts";
import { slugify } from "../../content/files/slugify.ts";
import { describeTooLarge, MOST_PICTURE } from "../../content/files/size.ts";
import { kindOf } from "../../content/pictures/picture-bytes.ts";
import { describeProblem, type Problem } from "../../content/problems/diagnostic.ts";
import { isDeviceName } from "../../content/reserved-names.ts";
import { openPictures } from "../pictures/pictures.ts";
import { whileAlone } from "./desk-folder.ts";
import { followFolders } from "./find-place.ts";
import { putNewFile } from "./put-file.ts";
import type { PlacedPicture, Refused } from "../../views/desk/calls.ts";

/** In characters, without the ending and a number behind it. */
const LONGEST_STEM = 76;

function stemOf(suggested: string): string {
  const plain = slugify(suggested.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, ""));
  const stem = plain.slice(0, LONGEST_STEM).replace(/-+$/, "");
  return stem === "" || isDeviceName(stem) ? `picture${stem === "" ? "" : `-${stem}`}` : stem;
}

function refuse(problem: Problem): Refused {
  return { refused: describeProblem(problem) };
}

function isSame(path: string, bytes: Uint8Array): boolean {
  const entry = lstatSync(path, { throwIfNoEntry: false });
  return entry?.isFile() === true && entry.size === bytes.length && readFileSync(path).equals(bytes);
}

/**
 * Puts a picture into the folder of an edition (`edition` is its identity, `2026-03-04-evening`), under a name of the format made of the
 * suggested one, with `-2` and so on where that is taken by another picture. The same picture again has the name that it has there.
 * Refused as the rules refuse a picture: what it is to be saved as stands in the sentence. The file is kept as it is: readers are only ever given copies, in
 * which nothing says where and by whom it was taken.
 */
export async function placePicture(
  content: string,
  edition: string,
  suggestedName: string,
  bytes: Uint8Array,
): Promise<PlacedPicture | Refused> {
  if (!isEditionIdentity(edition)) return { refused: `“${edition}” names no edition` };
  const folder = editionFolder(readIdentity(edition).dateline);
  if (bytes.length > MOST_PICTURE) return refuse(describeTooLarge(bytes.length, MOST_PICTURE));
  const kind = kindOf(bytes);
  const stem = stemOf(suggestedName);
  const ending = kind === "jpeg" ? "jpg" : (kind ?? "jpg");
  const place = classify(`${folder}/${stem}.${ending}`);
  if ("rule" in place) return refuse(place);
  const measured = await openPictures().measure(`${stem}.${ending}`, bytes);
  if ("rule" in measured) return refuse(measured);
  return whileAlone(content, (): PlacedPicture | Refused => {
    const path = followFolders(content, folder.split("/"));
    if (typeof path !== "string") return path;
    for (;;) {
      const file = freeName(`${stem}.${ending}`, (name) => {
        const there = lstatSync(join(path, name), { throwIfNoEntry: false });
        return !there || isSame(join(path, name), bytes);
      });
      const own = { file, width: measured.width, height: measured.height };
      if (isSame(join(path, file), bytes)) return own;
      const put = putNewFile(content, join(path, file), bytes);
      if (put === "done") return own;
      if (put === "gone") return { refused: `the folder ${path} is gone` };
    }
  });
}
