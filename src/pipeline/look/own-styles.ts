import { transform } from "lightningcss";
import type { Frame } from "../../content/frame.ts";
import { decode } from "../../content/parse/decode.ts";
import { type Diagnostic, diagnose, type Position, type Problem, START } from "../../content/problems/diagnostic.ts";
import { limitRepeats } from "../../content/problems/repeats.ts";
import { hintNearest } from "../../content/words/nearest.ts";
import { shorten } from "../../content/words/shorten.ts";
import { compressedSize, LOOK_BUDGETS } from "../verify/budget.ts";
import { TARGETS } from "./styles.ts";

/** The publication's own stylesheet as it is sent, and what is wrong with it. */
export interface OwnStyles {
  readonly css: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

type At = Problem & { readonly at: Position };

function bad(at: Position, message: string, hint?: string): At {
  return { rule: "bad-style", message, hint, at };
}

/** What is wrong with an address in styles: they may name parts of the page, and files of content/public/ by their paths. */
function judgeAddress(address: string, at: Position, publicFiles: readonly string[]): At[] {
  const [path = ""] = address.split(/[?#]/, 1);
  if (address.startsWith("#") || publicFiles.includes(path)) return [];
  const file = path.slice(path.lastIndexOf("/") + 1);
  const hint =
    hintNearest(path, publicFiles) ??
    `put the file into content/public/ and write url(/${/^[\w.-]+$/.test(file) ? file : "pattern.svg"})`;
  return [bad(at, `“${shorten(address, 80)}” is no file of content/public/, and nothing else is loaded`, hint)];
}

/** Reads theme.css: what is no CSS, what loads anything but a file of the site, and what is too much for a page, is told at its place. */
export function readOwnStyles({ own, publicFiles, site }: Frame): OwnStyles {
  if (!own.styles) return { css: undefined, diagnostics: [] };
  const path = `${site.label}/${own.styles.path}`;
  const decoded = decode(own.styles.bytes);
  if ("problem" in decoded) return { css: undefined, diagnostics: [diagnose(path, decoded.at, decoded.problem)] };
  const { code, warnings, dependencies } = transform({
    filename: own.styles.path,
    code: Buffer.from(decoded.text),
    minify: true,
    targets: TARGETS,
    errorRecovery: true,
    analyzeDependencies: true,
  });
  let css = Buffer.from(code).toString();
  const found = warnings.map(({ message, loc: { line, column } }) =>
    bad({ line, column }, `this is not CSS: ${message}`),
  );
  for (const dependency of dependencies ?? []) {
    if (!("url" in dependency)) continue;
    const { type, url, placeholder, loc } = dependency;
    if (type === "import")
      found.push(bad(loc.start, "“@import” would load a stylesheet for the stylesheet", "put its rules here"));
    else found.push(...judgeAddress(url, loc.start, publicFiles));
    css = css.replaceAll(placeholder, url.startsWith("/") ? site.publication.base + url : url);
  }
  const size = compressedSize(css);
  if (size > LOOK_BUDGETS.stylesheet) {
    const [takes, most] = [size, LOOK_BUDGETS.stylesheet].map((bytes) => (bytes / 1000).toFixed(1));
    found.push(
      bad(
        START,
        `it takes ${takes ?? ""} kB compressed, on every page; ${most ?? ""} kB is the most`,
        "leave out what no page needs",
      ),
    );
  }
  return { css, diagnostics: limitRepeats(found.map(({ at, ...problem }) => diagnose(path, at, problem))) };
}
