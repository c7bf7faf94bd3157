import type { Files } from "./content-files.ts";
import { idOf } from "../words/slug.ts";
import type { Plan } from "./plan.ts";
import { writeReadme } from "./readme.ts";

/** The commands that a publication's package.json has scripts for, by the same names as the generator's own. */
const SCRIPTS = [
  "start",
  "check",
  "build",
  "new",
  "gather",
  "mail",
  "announce",
  "letters",
  "sign",
  "move",
  "tidy",
  "pulse",
  "deploy",
  "part",
  "upgrade",
] as const;

/** The workflows of the generator's repository that a publication has, too. */
export const WORKFLOWS = ["check.yml", "publish.yml", "pulse.yml"] as const;

/** What a package says of itself, as far as a publication made by it depends on it. */
export interface Generator {
  readonly name: string;
  readonly version: string;
  readonly engines: Readonly<Record<string, string>>;
}

/** What git leaves alone, in a publication as in the generator's repository. */
export const GITIGNORE = `node_modules/
_site/
/mail/
.cache/
.letters/
# What stands beside a build's output while it runs, and after a machine died in mid-build until the next one.
.*.stage/
.*.previous/
.*.leftover/
.*.lock
`;

const NPMRC = `fund=false
audit=false
# No package that the generator needs has to run a script at its installation, so none gets to run one.
ignore-scripts=true
`;

/** The lines of the generator's workflows that are its own affair: its tests, and its bundle, which lies below node_modules in a publication. */
const OWN_LINES = /^ +(?:- run: npm test|\.cache\/program)\n/gm;

/** A workflow of a publication, made of the generator's own. */
export function writeWorkflow(own: string): string {
  return own.replace(OWN_LINES, "");
}

function writeManifest(plan: Plan, { name, version, engines }: Generator, spec: string): string {
  const manifest = {
    name: idOf(plan.name, plan.language) || "paper",
    private: true,
    engines,
    scripts: Object.fromEntries(SCRIPTS.map((command) => [command, `evening-update ${command}`])),
    dependencies: { [name]: spec },
    eveningUpdate: { format: version },
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/**
 * All of a publication's folder but its content: `spec` is where npm gets the generator from, `workflows` are the generator's own, by
 * their names.
 */
export function writeProject(
  plan: Plan,
  generator: Generator,
  spec: string,
  workflows: Readonly<Record<(typeof WORKFLOWS)[number], string>>,
): Files {
  return {
    "package.json": writeManifest(plan, generator, spec),
    ".npmrc": NPMRC,
    ".gitignore": GITIGNORE,
    ...Object.fromEntries(
      Object.entries(workflows).map(([name, text]) => [`.github/workflows/${name}`, writeWorkflow(text)]),
    ),
    "README.md": writeReadme(plan.name, generator.name, spec),
  };
}
