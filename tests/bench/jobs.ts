import { join } from "node:path";
import type { Engine, Engines } from "./engines.ts";
import {
  type Command,
  eleventyCommand,
  hugoCommand,
  hugoDefaultCommand,
  projectCommand,
  type ProjectBuild,
} from "./programs.ts";
import type { Scenario } from "./scenarios.ts";

/** One build to be measured. */
export interface Job {
  readonly scenario: Scenario;
  /** Whose build it is, as tables call it. */
  readonly by: string;
  readonly command: Command;
  readonly out: string;
  /** What has to be out of the way, so that nothing is left of the build before. */
  readonly fresh: readonly string[];
}

export interface Sites {
  readonly content: string;
  readonly hugo: string;
  readonly lean: string;
  readonly eleventy: string;
}

export function sitesIn(folder: string): Sites {
  const at = (name: string) => join(folder, name);
  return { content: at("content"), hugo: at("hugo"), lean: at("hugo-lean"), eleventy: at("eleventy") };
}

/** A word for a file name: `node-24.21.0`. */
function idOf({ name }: Engine): string {
  return name.toLowerCase().replaceAll(" ", "-");
}

/** Where the builds of one Node go; each has a site and a state of its own, and all read the same content. */
export function buildOf(folder: string, node: Engine, extras: boolean): ProjectBuild {
  const at = (name: string) => join(folder, `${idOf(node)}-${name}`);
  return { content: sitesIn(folder).content, out: at("site"), state: at("state"), extras };
}

/** This project's builds after an edit, or with nothing kept. */
export function ownJobs(
  folder: string,
  nodes: readonly Engine[],
  extras: boolean,
  scenario: Scenario,
  isCold = false,
): Job[] {
  return nodes.map((node) => {
    const build = buildOf(folder, node, extras);
    return {
      scenario,
      by: node.name,
      command: projectCommand(node, build),
      out: build.out,
      fresh: isCold ? [build.out, build.state] : [],
    };
  });
}

/** The builds of other generators. */
export function peerJobs(folder: string, { hugos }: Engines, extras: boolean, withEleventy: boolean): Job[] {
  const sites = sitesIn(folder);
  const ofHugo = hugos.flatMap((hugo): Job[] => {
    const job = (scenario: Scenario, site: string, make: typeof hugoCommand): Job => {
      const out = `${site}-site-${idOf(hugo)}`;
      // Hugo keeps the pictures that it drew beside the content.
      const kept = join(site, "resources");
      return { scenario, by: hugo.name, command: make(hugo, site, out), out, fresh: [out, kept] };
    };
    if (extras) return [job("hugoDefault", sites.hugo, hugoDefaultCommand)];
    return [job("hugo", sites.hugo, hugoCommand), job("lean", sites.lean, hugoCommand)];
  });
  if (!withEleventy || extras) return ofHugo;
  const out = `${sites.eleventy}-site`;
  return [
    ...ofHugo,
    { scenario: "eleventy", by: "Eleventy", command: eleventyCommand(sites.eleventy, out), out, fresh: [out] },
  ];
}
