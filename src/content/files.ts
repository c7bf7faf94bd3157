import { lstatSync, readdirSync, readFileSync, type Stats } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, diagnose, START } from "./diagnostic.ts";
import { isIgnored } from "./layout.ts";

/** One regular file of the content folder. */
export interface ContentFile {
  /** Relative to the content folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Every file of a content folder in code-point order of paths, and what must not be in one. */
export interface Listing {
  readonly files: readonly ContentFile[];
  /** Paths of what stands there and was not read. */
  readonly refused: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

const MOST_PICTURE = 32 * 1024 * 1024;
const MOST_TEXT = 256 * 1024;

function forbid(path: string, what: string, hint: string): Diagnostic {
  return diagnose(path, START, { rule: "not-a-file", message: `this is ${what}; only regular files are read`, hint });
}

/** Why an entry of the folder is not read, or undefined when it is a file to read. */
function refuse(name: string, shown: string, stat: Stats): Diagnostic | undefined {
  if (name.startsWith("."))
    return diagnose(shown, START, {
      rule: "not-a-file",
      message: "names that begin with a dot are not read",
      hint: "delete or rename it",
    });
  if (stat.isSymbolicLink()) return forbid(shown, "a symbolic link", "put the file itself here");
  if (!stat.isFile()) return forbid(shown, "not a regular file", "delete it");
  if (stat.nlink > 1) return forbid(shown, "a hard link", "put a copy of the file here");
  const most = /\.(md|yaml)$/.test(name) ? MOST_TEXT : MOST_PICTURE;
  if (stat.size <= most) return undefined;
  const message = `the file has ${Math.ceil(stat.size / 1024)} KiB; ${most / 1024} KiB is the most`;
  return diagnose(shown, START, { rule: "file-too-large", message });
}

/** Lists and reads a content folder. `label` names the folder in diagnostics. Throws only when the folder itself cannot be read. */
export function readContentFolder(folder: string, label: string): Listing {
  const files: ContentFile[] = [];
  const refused: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const visit = (relative: string): void => {
    const names = readdirSync(join(folder, relative)).sort((a, b) => (a < b ? -1 : 1));
    for (const name of names) {
      if (isIgnored(name)) continue;
      const path = relative === "" ? name : `${relative}/${name}`;
      const stat = lstatSync(join(folder, path));
      if (stat.isDirectory() && !name.startsWith(".")) {
        visit(path);
        continue;
      }
      const refusal = refuse(name, `${label}/${path}`, stat);
      if (refusal) {
        refused.push(path);
        diagnostics.push(refusal);
      } else files.push({ path, bytes: readFileSync(join(folder, path)) });
    }
  };
  visit("");
  return { files, refused, diagnostics };
}
