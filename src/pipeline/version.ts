import { readFileSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "./digest.ts";
import { PROJECT } from "./project.ts";

/** A version of something that is made by the code and data in `files`, within the project, with the packages that match and what they are told. */
export function versionOf(files: readonly string[], packages: RegExp, settings = ""): string {
  const { dependencies } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const used = Object.entries(dependencies).filter(([name]) => packages.test(name));
  const texts = [...files].sort().map((path) => readFileSync(join(PROJECT, path)));
  return Buffer.from(digestOf(JSON.stringify(used), settings, ...texts))
    .toString("hex")
    .slice(0, 16);
}
