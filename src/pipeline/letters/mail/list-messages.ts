import { readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";

/** The folders of a Maildir in which whole messages stand; what is in `tmp` is still being delivered. */
const MAILDIR = ["cur", "new"];

/** Files of a folder; links and folders in it are none. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map(({ name }) => join(folder, name));
}

function byName(a: string, b: string): number {
  const [first, second] = [basename(a), basename(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/**
 * The paths of the messages that a path holds, in the order of their names, which in a Maildir begin with when they came: the
 * file itself; those in `cur` and `new` of a Maildir; or the `.eml` files of any other folder, but not of folders in it.
 * Throws what Node throws where there is no such path, or it cannot be read.
 */
export function listMessages(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  const folders = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const own = MAILDIR.filter((name) => folders.some((folder) => folder.name === name));
  const found =
    own.length > 0
      ? own.flatMap((name) => filesOf(join(path, name)))
      : filesOf(path).filter((file) => /\.eml$/i.test(file));
  return found.sort(byName);
}
