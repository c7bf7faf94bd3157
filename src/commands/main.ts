import { Command, CommanderError } from "commander";
import { describeFailure } from "./failure.ts";
import { UsageError } from "./options.ts";

const USAGE = 2;

/** Each command by its name; what it is made of is loaded when it is called for. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  init: async () => (await import("./init/init.ts")).init,
  check: async () => (await import("./check.ts")).check,
  build: async () => (await import("./build.ts")).build,
  part: async () => (await import("./part.ts")).part,
  deploy: async () => (await import("./deploy.ts")).deploy,
  start: async () => (await import("./start.ts")).start,
  new: async () => (await import("./new/new.ts")).create,
  gather: async () => (await import("./gather/gather.ts")).gather,
  announce: async () => (await import("./announce/announce.ts")).announce,
  letters: async () => (await import("./letters/letters.ts")).letters,
  mail: async () => (await import("./mail.ts")).mail,
  move: async () => (await import("./move/move.ts")).move,
  pulse: async () => (await import("./pulse.ts")).pulse,
  sign: async () => (await import("./sign.ts")).sign,
  tidy: async () => (await import("./tidy.ts")).tidy,
  upgrade: async () => (await import("./upgrade/upgrade.ts")).upgrade,
};

/** Commands that other commands run in processes of their own. */
const INNER: typeof COMMANDS = {
  preview: async () => (await import("./preview.ts")).preview,
};

// Whoever reads the output may stop early, as “| head” does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

// What fails beside the command's own course, in a library's thread or event, is told like all else; once is enough.
process.on("uncaughtException", (error) => {
  if (!process.exitCode) process.stderr.write(`${describeFailure(error)}\n`);
  process.exit(process.exitCode ?? 1);
});

try {
  const program = new Command("evening-update").description("A static-site generator for news digests");
  const wanted = { ...COMMANDS, ...INNER }[process.argv[2] ?? ""];
  const loaded = await Promise.all((wanted ? [wanted] : Object.values(COMMANDS)).map((load) => load()));
  for (const command of loaded) program.addCommand(command);
  for (const command of [program, ...loaded, ...loaded.flatMap(({ commands }) => commands)]) command.exitOverride();
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : USAGE;
  else if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = USAGE;
  } else {
    process.stderr.write(`${describeFailure(error)}\n`);
    process.exitCode = 1;
  }
}
