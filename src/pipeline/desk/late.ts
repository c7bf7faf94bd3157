import { basename } from "node:path";
import type { Conflict, LateText, Settling } from "../../views/desk/calls.ts";
import { deskFolder } from "./desk-folder.ts";
import { openText, versionOf } from "./open-text.ts";
import { decodeExactly } from "./read-plain.ts";
import { findLate, type LateFile, settleFile } from "./replaced.ts";
import { type Saved, saveText } from "./save-text.ts";
import { describeFile } from "./sending-words.ts";

function whatStands(content: string, name: string): Conflict["conflict"] {
  const opened = openText(content, name);
  return "refused" in opened ? { text: undefined, version: undefined } : opened;
}

function lateText(content: string, { path, name, bytes }: LateFile): LateText {
  const { text, version } = whatStands(content, name);
  return {
    kept: basename(path),
    path,
    name,
    what: describeFile(name, bytes),
    text: bytes && decodeExactly(bytes),
    version: bytes && versionOf(bytes),
    now: { text, version },
  };
}

/** Lists what other programs wrote into texts of the content in the very moment in which a desk replaced them, if it does not stand in the text by now. */
export function listLate(content: string): LateText[] {
  const late = findLate(deskFolder(content)).map((file) => lateText(content, file));
  return late.filter(({ version, now }) => version === undefined || version !== now.version);
}

/**
 * Has one of two texts stand: what a program wrote too late, or what the file says. Neither is lost: what does not stand is kept as all is that a desk
 * replaced. Refused where it is not what was looked at any more; a conflict where the file is another one by now.
 */
export async function settleLate(content: string, { kept, version, there, stands }: Settling): Promise<Saved> {
  const desk = deskFolder(content);
  const file = findLate(desk).find((late) => basename(late.path) === kept);
  if (!file) return { refused: "this was decided already" };
  const { bytes, name } = file;
  if ((bytes && versionOf(bytes)) !== version)
    return { refused: "the other program went on writing; look at both once more" };
  if (stands === "file") {
    settleFile(desk, file);
    return { version: there ?? "" };
  }
  const text = bytes && decodeExactly(bytes);
  if (text === undefined) return { refused: `${file.path} is no UTF-8; open it in a text editor` };
  const saved = await saveText(content, name, text, there);
  if ("version" in saved) settleFile(desk, file);
  return saved;
}
