// @ts-check
// What this program keeps for itself it runs, or takes for what its last build made. Whoever may commit a file must not be able
// to put one there. Plain JavaScript, since it has to be found out before anything of the cache is loaded.
import { spawn } from "node:child_process";
import { basename, dirname, relative, resolve, sep } from "node:path";

/** So many files are named. */
const NAMED = 5;

/** The environment without what a hook of git, which may have started this, says of another repository. */
function plainEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_")));
}

/**
 * The files of a folder that git tracks at or below some of its names, in whatever capitals: other computers tell them not apart.
 * None where there is no git or no repository; throws what else the system refuses. What the repository says of itself is not obeyed.
 * @param {string} folder
 * @param {readonly string[]} names
 * @returns {Promise<string[]>} whole paths
 */
function listIn(folder, names) {
  const safe = ["-c", "safe.directory=*", "-c", "core.fsmonitor=false"];
  const specs = names.map((name) => `:(icase,literal)${name}`);
  const git = spawn("git", [...safe, "-C", folder, "ls-files", "-z", "--", ...specs], {
    env: plainEnvironment(),
    stdio: ["ignore", "pipe", "ignore"],
  });
  return new Promise((done, fail) => {
    let text = "";
    // There is none where the system lets no more be opened, which it says by an error.
    const out = /** @type {import("node:stream").Readable | undefined} */ (git.stdout);
    out?.setEncoding("utf8").on("data", (/** @type {string} */ chunk) => {
      text += chunk;
    });
    git.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === "ENOENT") done([]);
      else fail(error);
    });
    git.on("close", () => {
      done(text.split("\0").flatMap((name) => (name === "" ? [] : [resolve(folder, name)])));
    });
  });
}

/**
 * A name that neither a shell nor a terminal takes for more.
 * @param {string} name
 */
function quote(name) {
  return /^[\w./\\-]+$/.test(name) ? name : JSON.stringify(name);
}

/** @param {string} path */
function show(path) {
  return quote(relative(process.cwd(), path) || ".");
}

/**
 * Why nothing may be run or written while git tracks files at or below these whole paths, and what to type; undefined while it
 * tracks none.
 * @param {readonly string[]} paths
 * @returns {Promise<string | undefined>}
 */
export async function refuseTracked(paths) {
  const folders = [...new Set(paths.map((path) => dirname(path)))];
  const found = folders.map(async (folder) => {
    const names = paths.filter((path) => dirname(path) === folder).map((path) => basename(path));
    const files = await listIn(folder, names);
    const tops = new Set(files.map((path) => relative(folder, path).split(sep)[0] ?? ""));
    const place = show(folder) === "." ? "" : `-C ${show(folder)} `;
    return { files, command: `    git ${place}rm -r -f -- ${[...tops].map(quote).join(" ")}` };
  });
  const all = (await Promise.all(found)).filter(({ files }) => files.length > 0);
  const files = all.flatMap((own) => own.files);
  if (files.length === 0) return undefined;
  return [
    "git tracks what only this program may write here, and what it would run or take for its own:",
    ...files.slice(0, NAMED).map((path) => `    ${show(path)}`),
    ...(files.length > NAMED ? [`    and ${files.length - NAMED} more`] : []),
    "Nothing was done. Remove it, and run the command again:",
    ...all.map(({ command }) => command),
    "",
  ].join("\n");
}
