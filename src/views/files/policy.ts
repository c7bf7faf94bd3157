import { rememberOf } from "../../content/words/remember.ts";
import type { Shell } from "../shell.ts";

type Policy = Readonly<Record<string, readonly string[]>>;

/** What every page may do: show the site's own styles, fonts and pictures, and run the one script that stands in it. */
function common({ assets }: Pick<Shell, "assets">): Policy {
  return {
    "default-src": ["'none'"],
    "script-src": [`'sha256-${assets.script.sha256}'`],
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    "font-src": ["'self'"],
    "manifest-src": ["'self'"],
    // No script of a page asks for anything, but Lighthouse reads robots.txt in its name.
    "connect-src": ["'self'"],
    ...(assets.isKept && { "worker-src": ["'self'"] }),
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
  };
}

/**
 * What some pages may do beside: searching fetches parts of the index, reads them with WebAssembly, and sends nothing; an edition that is
 * read aloud is heard from the site itself.
 */
const MORE = {
  audio: { "media-src": ["'self'"] },
  search: { "script-src": ["'self'", "'wasm-unsafe-eval'"], "form-action": ["'self'"] },
} satisfies Record<string, Policy>;

export type Power = keyof typeof MORE;

function join(...policies: readonly Policy[]): Policy {
  const names = new Set(policies.flatMap((policy) => Object.keys(policy)));
  const values = (name: string) => policies.flatMap((policy) => policy[name] ?? []);
  return Object.fromEntries(
    [...names].map((name) => {
      const all = [...new Set(values(name))];
      return [name, all.length > 1 ? all.filter((value) => value !== "'none'") : all];
    }),
  );
}

function print(policy: Policy): string {
  return Object.entries(policy)
    .map(([name, values]) => [name, ...values].join(" "))
    .join("; ");
}

/** Of pages without further powers, which nearly all are. */
const usual = rememberOf((shell: Pick<Shell, "assets">) => print(common(shell)));

/** The content security policy that stands in a page, for one with these powers beside the common ones. */
export function policyOf(shell: Pick<Shell, "assets">, powers: readonly Power[] = []): string {
  return powers.length > 0 ? print(join(common(shell), ...powers.map((power) => MORE[power]))) : usual(shell);
}

/**
 * The policy that the host sends with every file: what any page may do. Each page narrows it to its own, since hosts differ
 * in what becomes of two policies in headers. `frame-ancestors` works in a header only.
 */
export function hostPolicy(shell: Pick<Shell, "assets">): string {
  return print(join(common(shell), ...Object.values(MORE), { "frame-ancestors": ["'none'"] }));
}
