import { createHash } from "node:crypto";
import type { Publication } from "../../../content/publication.ts";
import type { Schemes } from "../../../content/theme/palette.ts";

const RULES = `
:root { color-scheme: light dark; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-inline-size: 38rem; padding: 1rem; background: var(--paper); color: var(--ink); font: 1.125rem/1.6 Georgia, "Times New Roman", "Liberation Serif", serif; overflow-wrap: anywhere; }
header { border-block-end: 1px solid var(--rule); }
h1 { font-size: 1.875rem; line-height: 1.25; font-weight: 600; }
h2 { font-size: 1.25rem; margin: 0; }
p { margin-block: 0.75rem; }
a { color: var(--accent); text-underline-offset: 0.15em; }
.field { margin-block: 1.25rem; }
label { display: block; font-weight: 600; }
.mark, .note { color: var(--soft); font-weight: 400; }
.note, .fault { margin-block: 0 0.25rem; font-size: 1rem; }
.fault { color: var(--warn); }
.alert { border: 2px solid var(--warn); padding: 0.75rem 1rem; }
.alert ul { margin-block: 0.5rem 0; padding-inline-start: 1.25rem; }
.alert li { padding-block: 0.25rem; }
input, textarea { inline-size: 100%; min-block-size: 2.75rem; padding: 0.5rem; border: 1px solid var(--soft); background: var(--paper); color: inherit; font: inherit; }
[aria-invalid] { border: 2px solid var(--warn); }
button { min-block-size: 2.75rem; padding: 0.5rem 1.25rem; border: 1px solid var(--ink); background: var(--ink); color: var(--paper); font: inherit; cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.trap { display: none; }
`;

/** The styles of the pages by which readers write, in the colours of the publication, and the digest by which their policy admits them. */
export function makeStyles({ palette }: Pick<Publication, "palette">): {
  readonly css: string;
  readonly digest: string;
} {
  const { paper, ink, soft, line: rule, warn, accents } = palette;
  const colours = Object.entries({ paper, ink, soft, rule, warn, accent: accents.dusk });
  const declared = colours.map(
    ([name, { light, dark }]: [string, Schemes]) => `--${name}: light-dark(${light}, ${dark});`,
  );
  const css = `:root { ${declared.join(" ")} }${RULES}`;
  return { css, digest: createHash("sha256").update(css).digest("base64") };
}
