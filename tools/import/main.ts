import { lstatSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { Command, CommanderError } from "commander";
import { describeFailure } from "../../src/commands/failure.ts";
import { formatReport, summarise } from "../../src/commands/report.ts";
import { sortDiagnostics } from "../../src/content/problems/diagnostic-order.ts";
import type { Archive } from "./archive/post.ts";
import { MOST, Refusal } from "./archive/refusal.ts";
import { assemble } from "./assemble/assemble.ts";
import { defaultMap, type ImportMap, readMap } from "./map.ts";
import { readExisting } from "./output/existing.ts";
import { planFiles } from "./output/plan.ts";
import { writeReport } from "./output/report.ts";
import { writeImport } from "./output/write.ts";
import { readFeed } from "./read/feed.ts";
import { listFolder } from "./read/folder.ts";
import { readMarkdownArchive } from "./read/markdown.ts";
import { readWxr } from "./read/wxr.ts";

interface Options {
  readonly out: string;
  readonly map?: string;
  readonly dryRun: boolean;
}

const USAGE = 2;
const say = (text: string) => process.stdout.write(`${text}\n`);

/** The bytes of a file that a person named. Its size is asked first: a larger one than any archive's is not read. */
function readNamed(path: string): Uint8Array {
  const entry = lstatSync(path, { throwIfNoEntry: false });
  if (!entry) throw new Refusal(`there is no ${path}`);
  if (!entry.isFile()) throw new Refusal(`${path} is no file`);
  if (entry.size > MOST.file)
    throw new Refusal(
      `${path} has ${Math.ceil(entry.size / 1024 ** 2)} MiB; ${MOST.file / 1024 ** 2} is the most: export it in parts`,
    );
  return readFileSync(path);
}

function readMapFile(path: string | undefined): ImportMap {
  if (path === undefined) return defaultMap();
  const { map, diagnostics } = readMap(path, readNamed(path));
  if (map) return map;
  process.stdout.write(formatReport(sortDiagnostics(diagnostics), "text"));
  throw new Refusal(`the map has mistakes: ${summarise(diagnostics)}; nothing was written`);
}

async function importArchive(
  source: string,
  { out, map: mapPath, dryRun }: Options,
  read: (map: ImportMap) => Archive,
): Promise<void> {
  const map = readMapFile(mapPath);
  const folder = resolve(out);
  const existing = readExisting(folder);
  const archive = read(map);
  const assembled = await assemble({ ...archive, address: map.site ?? archive.address }, map, existing);
  const plan = planFiles(folder, assembled);
  const report = writeReport(basename(source), out, assembled, plan);
  if (dryRun) {
    for (const path of [...plan.create.keys()].sort()) say(`would write ${out}/${path}`);
    for (const path of plan.extend.keys()) say(`would add terms to ${out}/${path}`);
    say(`\n${report}`);
    return;
  }
  const path = writeImport(folder, plan, report);
  const posts = assembled.accounts.length;
  say(
    `${posts} text${posts === 1 ? "" : "s"} of ${basename(source)}: ${plan.create.size} files written, ${plan.kept.length} that were there kept`,
  );
  say(`read ${path}: it says what was lost, and what to do next`);
}

function command(name: string, argument: string, description: string): Command {
  return new Command(name)
    .description(description)
    .argument(argument)
    .option("--out <dir>", "the content folder, existing or new", "content")
    .option("--map <file>", "a YAML file that says what becomes what")
    .option("--dry-run", "write nothing, and print what would be written and the report", false)
    .showHelpAfterError("(add --help for the options)");
}

const program = new Command("import").description("Brings an archive into the content format, as drafts");
program.addCommand(
  command("wxr", "<file>", "a WordPress export (Tools → Export)").action((file: string, options: Options) =>
    importArchive(file, options, (map) => readWxr(readNamed(file), basename(file), map.types ?? ["post"])),
  ),
);
program.addCommand(
  command("markdown", "<dir>", "a folder of Hugo, Jekyll, Eleventy or Astro").action((dir: string, options: Options) =>
    importArchive(dir, options, (map) => {
      if (!lstatSync(dir, { throwIfNoEntry: false })?.isDirectory()) throw new Refusal(`${dir} is no folder`);
      const left: string[] = [];
      const files = listFolder(dir, (path) => left.push(path));
      const { posts = [], pages = [], keys, paths, site } = map;
      const archive = readMarkdownArchive(files, { posts, pages, keys, paths, site });
      return { ...archive, left: [...archive.left, ...left] };
    }),
  ),
);
program.addCommand(
  command("feed", "<file>", "a feed in RSS, Atom or JSON").action((file: string, options: Options) =>
    importArchive(file, options, () => readFeed(readNamed(file), basename(file))),
  ),
);

try {
  for (const each of [program, ...program.commands]) each.exitOverride();
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : USAGE;
  else {
    process.stderr.write(`${error instanceof Refusal ? error.message : describeFailure(error)}\n`);
    process.exitCode = 1;
  }
}
