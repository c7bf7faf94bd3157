import { type Dateline, editionFolder, editionIdentity } from "../../content/dateline.ts";
import { readContentFolder, UNKNOWN } from "../../content/files/files.ts";
import { classifyFiles, type Folder, sortFiles } from "../../content/files/folders.ts";
import type { Site } from "../../content/site.ts";

/** Reads the files of one edition as they stand on the disk now; none where there is no such folder. Throws only when the content folder cannot be read. */
export function readEditionFolder(content: string, dateline: Dateline, { label, publication }: Site): Folder {
  const path = editionFolder(dateline).split("/");
  // On the way to the folder nothing else is looked at.
  const onTheWay = new Map(
    path.map((name, depth) => [
      path
        .slice(0, depth)
        .map((own) => `${own}/`)
        .join(""),
      [name],
    ]),
  );
  const listing = readContentFolder(content, label, { ...UNKNOWN, namesIn: (folder) => onTheWay.get(folder) });
  const slots = publication.slots.map(({ id }) => id);
  const [folder] = sortFiles(classifyFiles(listing), label, slots, publication.zone, []).folders;
  const identity = editionIdentity(dateline);
  return folder ?? { identity, dateline, edition: undefined, stories: [], pictures: [], recordings: [] };
}
