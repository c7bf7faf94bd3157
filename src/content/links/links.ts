import { affiliateProblem } from "./affiliate-signs.ts";
import type { Problem } from "../problems/diagnostic.ts";
import type { Ledger } from "./ledger.ts";
import type { ResolvedLink } from "../markdown/options.ts";
import { createSuggest, listKnown } from "../words/nearest.ts";
import { shorten } from "../words/shorten.ts";
import type { Status } from "../time/status.ts";
import { trackingProblem } from "./tracking.ts";
import { httpsProblem, isMailLink } from "./web-address.ts";

/** Every address of the site that a text may link to, with what the clock makes of it. */
export interface Targets {
  /** By path from the site's root, with a final slash where it is a page. */
  readonly paths: Pick<ReadonlyMap<string, Status>, "get" | "keys">;
  /** A story's path by its identity. */
  readonly stories: Pick<ReadonlyMap<string, string>, "get" | "keys">;
}

export type ResolveLink = (address: string) => ResolvedLink | Problem;

const LONGEST = 100;

function withhold(shown: string): Problem {
  return {
    severity: "warning",
    rule: "unpublished-target",
    message: `“${shown}” is not published yet, so these words carry no link until it is`,
  };
}

/**
 * Makes the function that turns what an editor wrote as a link into an address: `https:`, `mailto:`, site-relative,
 * `story:IDENTITY` and `affiliate:PROGRAMME[/path]`; all else is a problem. A published text never links to an unpublished one.
 */
export function createLinkResolver(base: string, ledger: Ledger, targets: Targets, from: Status): ResolveLink {
  const suggest = createSuggest();
  const within = (path: string, suffix: string, shown: string): ResolvedLink | undefined => {
    const status = targets.paths.get(path);
    if (status === undefined) return undefined;
    const href = base + path + suffix;
    return from === "published" && status !== "published" ? { href, withheld: withhold(shown) } : { href };
  };

  return (address) => {
    if (address.startsWith("story:")) {
      const [, identity = "", fragment] = /^([^#]*)(?:#(.*))?$/s.exec(address.slice("story:".length)) ?? [];
      const path = targets.stories.get(identity);
      const link = path === undefined ? undefined : within(path, fragment ? `#${fragment}` : "", identity);
      return (
        link ?? {
          rule: "unknown-story",
          message: `there is no story “${shorten(identity, LONGEST)}”`,
          hint: suggest(identity, targets.stories.keys()) ?? "write it as story:2026-03-04-evening/alibaba-qwen-exodus",
        }
      );
    }
    if (address.startsWith("affiliate:")) {
      const href = ledger.resolve(address);
      if (href !== undefined) return { href, programme: programmeIn(address) };
      const id = programmeIn(address);
      if (ledger.ids.includes(id))
        return {
          rule: "unknown-programme",
          message: `what follows “affiliate:${id}” is no path of the programme's site`,
          hint: `write it as affiliate:${id}/path`,
        };
      return {
        rule: "unknown-programme",
        message: `“${shorten(id, LONGEST)}” is not a programme in affiliates.yaml`,
        hint:
          suggest(id, ledger.ids) ??
          (ledger.ids.length > 0 ? `the programmes are ${listKnown(ledger.ids)}` : undefined),
      };
    }
    if (/^\/(?![/\\])/.test(address)) {
      const [, path = "", suffix = ""] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
      const link = within(path, suffix, path) ?? within(`${path}/`, suffix, path);
      return (
        link ?? {
          rule: "dead-link",
          message: `this site has no page “${shorten(path, LONGEST)}”`,
          hint: suggest(path, targets.paths.keys()),
        }
      );
    }
    if (isMailLink(address)) return { href: address };
    if (/^https?:/i.test(address)) {
      const problem = httpsProblem(address);
      if (problem === undefined) {
        const programme = ledger.programmeOf(address);
        // What a programme's link must carry is for the programme to say.
        const doubtful = programme === undefined ? (affiliateProblem(address) ?? trackingProblem(address)) : undefined;
        return doubtful ?? { href: new URL(address).href, programme };
      }
      return {
        rule: "bad-link",
        message: `“${shorten(address, LONGEST)}” ${problem}`,
        hint: "type the page's full https:// address",
      };
    }
    return {
      rule: "bad-link",
      message: `“${shorten(address, LONGEST)}” is no link that may stand here`,
      hint: "a link begins with https://, mailto:, / (this site), story: or affiliate:",
    };
  };
}

function programmeIn(address: string): string {
  return address.slice("affiliate:".length).split(/[/?#]/)[0] ?? "";
}
