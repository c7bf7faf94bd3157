import { join } from "node:path";
import type { Created } from "../../pipeline/desk/create.ts";
import type { Refused } from "../../views/desk/calls.ts";
import { UsageError } from "../options.ts";

/** What was made, in lines. Throws a UsageError with the reason where nothing was. */
export function tellMade(content: string, made: Created | Refused, slug?: string): void {
  if ("refused" in made) throw new UsageError(made.refused);
  process.stdout.write(`wrote ${join(content, made.name)}\n`);
  for (const name of made.changed)
    process.stdout.write(
      made.isEditionNew
        ? `wrote ${join(content, name)}\n`
        : `added “${slug ?? ""}” to the running order in ${join(content, name)}\n`,
    );
}
