import { NotEditable } from "../../../content/edit/editable.ts";
import { editFields } from "../../../content/edit/edit-fields.ts";
import { editionIdentity, storyIdentity } from "../../../content/dateline.ts";
import { editionPath, storyPath } from "../../../content/addresses.ts";
import { GONE } from "../../../content/former/gone.ts";
import { classify, type TextPlace } from "../../../content/files/layout.ts";
import { type Document, hasKey, readMarkdownFile } from "../../../content/parse/document.ts";
import type { Diagnostic } from "../../../content/problems/diagnostic.ts";
import { FORMS } from "../../../content/schema/forms.ts";
import { instantOf } from "../../../content/time/calendar.ts";
import { createClock } from "../../../content/time/clock.ts";
import { statusOf } from "../../../content/time/status.ts";
import type { Calls, Edited, Opened, Refused, Values } from "../../../views/desk/calls.ts";
import { placeProblems } from "../../../views/desk/place-problems.ts";
import { describeTakenBack, describeWhen, nameEdition } from "../../../views/desk/when.ts";
import { openText } from "../../desk/open-text.ts";
import { saveText } from "../../desk/save-text.ts";
import type { Archive, OpenPublication } from "../../read/archive.ts";
import { readEditionFolder } from "../../read/edition-folder.ts";
import { checkUnsaved } from "../../read/unsaved.ts";
import type { DeskContext } from "./context.ts";

const NO_TEXT: Refused = { refused: "There is no story or edition of this name." };

/** What a name in the content folder is, if the desk has a form for it. */
export function placeOf(name: string): TextPlace | undefined {
  const place = classify(name);
  return "kind" in place && (place.kind === "edition" || place.kind === "story") ? place : undefined;
}

function readDocument(path: string, text: string): Document | undefined {
  const { document } = readMarkdownFile(path, Buffer.from(text));
  const data = document?.yaml.data;
  return typeof data === "object" && data !== null && !Array.isArray(data) ? document : undefined;
}

function isDraft(document: Document | undefined): boolean {
  return (document?.yaml.data as Values | undefined)?.["draft"] === true;
}

/** When a text was taken back, or its edition with it, in words; undefined where neither was. */
function whenTakenBack(
  { kind, dateline }: TextPlace,
  document: Document | undefined,
  { site }: Archive,
  now: number,
): string | undefined {
  const { zone } = site.publication;
  const edition = editionIdentity(dateline);
  const around = kind === "story" ? site.gone.find(({ identity }) => identity === edition) : undefined;
  if (!document || !hasKey(document, GONE)) return around && describeTakenBack(around.gone.since, now, zone);
  const { at } = ((document.yaml.data as Values)[GONE] ?? {}) as { readonly at?: unknown };
  const since = typeof at === "string" ? instantOf(at, zone) : undefined;
  return since === undefined ? "taken back" : describeTakenBack(since, now, zone);
}

/**
 * The path on the site of a text, and what the clock says of it; one that was made a moment ago is not known yet. Whether it is a draft is said by the text
 * itself, which may be a moment newer than all else.
 */
function standingOf(place: TextPlace, document: Document | undefined, { archive }: OpenPublication, now: number) {
  const { dateline } = place;
  const edition = archive.get(editionIdentity(dateline))?.outline();
  const { zone } = archive.site.publication;
  const identity = place.kind === "story" ? storyIdentity(dateline, place.slug) : undefined;
  const text = identity === undefined ? edition : edition?.stories.find((story) => story.identity === identity);
  const isHidden = isDraft(document) || (text !== edition && edition?.status === "draft");
  const takenBack = whenTakenBack(place, document, archive, now);
  const status = text && statusOf(isHidden, text.publish, createClock(now));
  return {
    path: place.kind === "story" ? storyPath(dateline, place.slug) : editionPath(dateline),
    status: takenBack === undefined ? status : undefined,
    when: takenBack ?? (text && status ? describeWhen({ status, publish: text.publish }, now, zone) : "new"),
    edition: nameEdition(archive.site.publication, dateline),
  };
}

interface At {
  readonly name: string;
  readonly text: string;
  readonly version: string;
}

/** What becomes of a text now, as it stands there. */
export async function statusOfText({ name, text }: Pick<At, "name" | "text">, context: DeskContext) {
  const place = placeOf(name);
  return place && standingOf(place, readDocument(name, text), await context.read(), context.clock()).status;
}

async function describeText({ name, text, version }: At, place: TextPlace, context: DeskContext): Promise<Opened> {
  const open = await context.read();
  const document = readDocument(name, text);
  return {
    name,
    kind: place.kind,
    text,
    version,
    form: document && { values: document.yaml.data as Values, body: document.body },
    pictures: readEditionFolder(context.content, place.dateline, open.archive.site).pictures.map(
      ({ name: own }) => own,
    ),
    ...standingOf(place, document, open, context.clock()),
  };
}

/** Opens a text, with what stands in its form. */
export async function openForm(name: string, context: DeskContext): Promise<Opened | Refused> {
  const place = placeOf(name);
  if (!place) return NO_TEXT;
  const opened = openText(context.content, name);
  return "refused" in opened ? opened : await describeText(opened, place, context);
}

/** The text that an edited form makes of the one that was opened. Throws NotEditable. */
function write({ name, text, fields = {}, body, whole }: Edited): string {
  if (whole !== undefined) return whole;
  const plain = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value ?? undefined]));
  return editFields(name, text, { fields: plain, body });
}

/** The text that an edited form makes, or why there is none. */
function tryToWrite(edited: Edited): string | Refused {
  try {
    return write(edited);
  } catch (error) {
    if (error instanceof NotEditable) return { refused: error.message };
    throw error;
  }
}

/** What would be wrong with an edition if this text were saved. */
export async function checkText(name: string, text: string, context: DeskContext): Promise<readonly Diagnostic[]> {
  const place = placeOf(name);
  if (!place) return [];
  const { content, clock } = context;
  const file = { path: name, bytes: Buffer.from(text) };
  return checkUnsaved(await context.read(), { content, place, file, now: clock() });
}

/** Checks what stands in a form, saved or not, and says of each problem where in the form it is. */
export async function checkEdited(edited: Edited, context: DeskContext): Promise<Calls["check"]["answer"]> {
  const { name } = edited;
  const place = placeOf(name);
  if (!place) return NO_TEXT;
  const text = tryToWrite(edited);
  if (typeof text !== "string") return text;
  const problems = await checkText(name, text, context);
  const { label } = (await context.read()).archive.site;
  const path = `${label}/${name}`;
  return {
    problems: placeProblems(problems, { path, document: readDocument(path, text), label, fields: FORMS[place.kind] }),
  };
}

/** Saves what stands in a form, with whatever is wrong with it, unless somebody else wrote the file. */
export async function saveEdited(
  { version, ...edited }: Calls["save"]["ask"],
  context: DeskContext,
): Promise<Calls["save"]["answer"]> {
  const { name } = edited;
  const place = placeOf(name);
  if (!place) return NO_TEXT;
  const text = tryToWrite(edited);
  if (typeof text !== "string") return text;
  const saved = await saveText(context.content, name, text, version);
  if ("version" in saved) return describeText({ name, text, version: saved.version }, place, context);
  return "conflict" in saved ? { ...saved, mine: text } : saved;
}
