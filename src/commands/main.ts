import { Command, CommanderError } from "commander";
import { build } from "./build.ts";
import { check } from "./check.ts";
import { describeFailure } from "./failure.ts";
import { create } from "./new.ts";
import { sign } from "./sign.ts";
import { start } from "./start.ts";
import { UsageError } from "./options.ts";

const USAGE = 2;

const program = new Command("evening-update")
  .description("A static-site generator for news digests")
  .addCommand(check)
  .addCommand(build)
  .addCommand(start)
  .addCommand(create)
  .addCommand(sign);
for (const command of [program, ...program.commands]) command.exitOverride();

// Whoever reads the output may stop early, as “| head” does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

try {
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
