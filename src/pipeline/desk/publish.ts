import { editFields } from "../../content/edit/edit-fields.ts";
import { NotEditable } from "../../content/edit/editable.ts";
import { GONE } from "../../content/former/gone.ts";
import { isError } from "../../content/problems/diagnostic.ts";
import { DRAFT_HINTS } from "../../content/scaffold.ts";
import type { Refused } from "../../views/desk/calls.ts";
import { labelOf } from "../read/label.ts";
import { openText } from "./open-text.ts";
import { type Kind, kindOf, type Reviewed, tellErrors } from "./review.ts";
import { type Saved, saveText } from "./save-text.ts";

type AtVersion = Pick<Reviewed, "content" | "name" | "version">;

/** Changes a text if it still is the one that was opened. Refused where `edit` throws NotEditable. */
async function changeAtVersion({ content, name, version }: AtVersion, edit: (text: string) => string): Promise<Saved> {
  const opened = openText(content, name);
  if ("refused" in opened) return opened;
  if (opened.version !== version) return { conflict: { text: opened.text, version: opened.version } };
  try {
    return await saveText(content, name, edit(opened.text), version);
  } catch (error) {
    if (error instanceof NotEditable) return { refused: error.message };
    throw error;
  }
}

/** Changes a text that is a story or an edition’s own, likewise. */
function setField(opened: AtVersion, key: string, value: unknown): Promise<Saved> | Refused {
  const kind = kindOf(opened.name);
  if (typeof kind !== "string") return kind;
  return changeAtVersion(opened, (text) => editFields(opened.name, text, { fields: { [key]: value } }));
}

/** Whether what is wrong in a file keeps a text from being published: its own, and for an edition's own text that of all its stories. */
function hindersPublishing(path: string, file: string, kind: Kind): boolean {
  return kind === "story" ? path === file : path.startsWith(file.replace(/edition\.md$/, ""));
}

/** Why readers are not to see a text; undefined where nothing stands against it. */
function hinderPublishing({ content, name, diagnostics }: Omit<Reviewed, "site">): Refused | undefined {
  const kind = kindOf(name);
  if (typeof kind !== "string") return kind;
  const file = `${labelOf(content)}/${name}`;
  const wrong = diagnostics.filter((each) => isError(each) && hindersPublishing(each.path, file, kind));
  return wrong.length === 0 ? undefined : tellErrors(wrong, "this cannot be published");
}

/**
 * Takes `draft: true` out of a text, with what a scaffold says of that line, so that readers may see it when its time has come. Refused while errors
 * stand in it, or for an edition's own text in any file of its folder; a conflict where the text is another one by now.
 */
export async function publishText(reviewed: Omit<Reviewed, "site">): Promise<Saved> {
  const refused = hinderPublishing(reviewed);
  if (refused) return refused;
  const hint = new RegExp(`^(?:${DRAFT_HINTS.join("|")})\\r?\\n(?=draft:)`, "m");
  return changeAtVersion(reviewed, (text) =>
    editFields(reviewed.name, text.replace(hint, ""), { fields: { draft: undefined } }),
  );
}

/** Makes a text a draft again; whether readers know it already is for the caller to see. A conflict where it is another text by now. */
export async function withdrawText(opened: AtVersion): Promise<Saved> {
  return setField(opened, "draft", true);
}

/**
 * Takes a text back that readers know (`at` is a local date-time, `reason` is for them): its address says so, and all else in its file stays for who
 * brings it back. A conflict where it is another text by now.
 */
export async function takeBackText(
  opened: AtVersion,
  gone: { readonly at: string; readonly reason: string | undefined },
): Promise<Saved> {
  return setField(opened, GONE, gone);
}

/** Has readers find a text again that was taken back. Refused as publishing is; a conflict where it is another text by now. */
export async function bringBackText(reviewed: Omit<Reviewed, "site">): Promise<Saved> {
  return hinderPublishing(reviewed) ?? setField(reviewed, GONE, undefined);
}
