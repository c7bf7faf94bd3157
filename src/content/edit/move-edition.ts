import { type Dateline, editionFolder, editionIdentity } from "../dateline.ts";
import type { Folder } from "../files/folders.ts";
import { bytesOf, openEditable } from "./editable.ts";
import { addFormer, formerNames } from "./front-matter.ts";
import type { Plan, Step } from "./steps.ts";

/** An edition to be moved, and the folders of both identities, as far as they are there. */
export interface EditionMove {
  readonly from: Dateline;
  readonly to: Dateline;
  readonly source: Folder | undefined;
  readonly target: Folder | undefined;
  /** Whether readers may know it by its old address. */
  readonly isPublished: boolean;
  readonly label: string;
}

function yearOf(dateline: Dateline): string {
  return editionFolder(dateline).split("/").slice(0, -1).join("/");
}

/** Plans how an edition gets another dateline, with all that stands in its folder: that is one step, before which it is said what it was called. */
export function planEditionMove({ from, to, source, target, isPublished, label }: EditionMove): Plan {
  const [identity, path] = [editionIdentity(from), editionFolder(from)];
  const tidy: Step = { kind: "tidy", path: yearOf(from) };
  const file = (source ?? target)?.edition;
  const edition = file && openEditable(`${label}/${file.path}`, file.bytes);
  if (source && target) return { refusal: `${editionFolder(to)} exists already; nothing was written` };
  if (!source)
    return edition && formerNames(edition).includes(identity)
      ? { steps: [tidy], notes: [`${identity} is at ${editionFolder(to)} already`] }
      : { refusal: `there is no edition “${identity}”` };
  if (file && !edition) return { refusal: `${label}/${file.path} cannot be read` };
  const steps: Step[] = [];
  const what = `it was called ${identity}`;
  if (file && edition && (isPublished || formerNames(edition).length > 0)) {
    const told = addFormer(edition, identity);
    if (told !== edition) steps.push({ kind: "replace", path: file.path, bytes: bytesOf(told, file.bytes), what });
  } else if (!file && isPublished)
    steps.push({
      kind: "write",
      path: `${path}/edition.md`,
      bytes: Buffer.from(`---\nformerly: [${identity}]\n---\n`),
      what: `which says that ${what}`,
    });
  return { steps: [...steps, { kind: "rename", path, to: editionFolder(to) }, tidy], notes: [] };
}
