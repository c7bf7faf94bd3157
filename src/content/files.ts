import { lstatSync, readdirSync, readFileSync } from "node:fs";
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
  readonly diagnostics: readonly Diagnostic[];
}

const MOST_PICTURE = 32 * 1024 * 1024;
const MOST_TEXT = 256 * 1024;

function forbid(path: string, what: string, hint: string): Diagnostic {
  return diagnose(path, START, { rule: "not-a-file", message: `this is ${what}; only regular files are read`, hint });
}

/** Lists and reads a content folder. `label` names the folder in diagnostics. Throws only when the folder itself cannot be read. */
export function readContentFolder(folder: string, label: string): Listing {
  const files: ContentFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const visit = (relative: string): void => {
    const names = readdirSync(join(folder, relative)).sort((a, b) => (a < b ? -1 : 1));
    for (const name of names) {
      if (isIgnored(name)) continue;
      const path = relative === "" ? name : `${relative}/${name}`;
      const shown = `${label}/${path}`;
      const stat = lstatSync(join(folder, path));
      if (name.startsWith("."))
        diagnostics.push(
          diagnose(shown, START, {
            rule: "not-a-file",
            message: "names that begin with a dot are not read",
            hint: "delete or rename it",
          }),
        );
      else if (stat.isDirectory()) visit(path);
      else if (stat.isSymbolicLink()) diagnostics.push(forbid(shown, "a symbolic link", "put the file itself here"));
      else if (!stat.isFile()) diagnostics.push(forbid(shown, "not a regular file", "delete it"));
      else if (stat.nlink > 1) diagnostics.push(forbid(shown, "a hard link", "put a copy of the file here"));
      else if (stat.size > (/\.(md|yaml)$/.test(name) ? MOST_TEXT : MOST_PICTURE))
        diagnostics.push(
          diagnose(shown, START, {
            rule: "file-too-large",
            message: `the file has ${Math.ceil(stat.size / 1024)} KiB; ${(/\.(md|yaml)$/.test(name) ? MOST_TEXT : MOST_PICTURE) / 1024} KiB is the most`,
          }),
        );
      else files.push({ path, bytes: readFileSync(join(folder, path)) });
    }
  };
  visit("");
  return { files, diagnostics };
}
