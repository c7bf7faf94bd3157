// @ts-check
// What is changed in the text of libraries when they are bundled; `tests/unit/adapt.test.ts` fails when they change under it.
import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";

/** The file of Eleventy that asks where it is, to find the package.json and what else lies beside it. */
const PLACED = /@11ty[\\/]eleventy[\\/]src[\\/]Util[\\/]Require\.js$/;
const MARKDOWN = /[\\/]markdown-it[\\/]dist[\\/]markdown-it\.mjs$/;
const FIELD = /\b_defineProperty\(\s*this,\s*(?:\/\*\*(?:[^*]|\*(?!\/))*\*\/\s*)?"(\w+)",/g;

/**
 * Eleventy is told where it was before it was bundled; and markdown-it, which was built for old browsers,
 * assigns the fields of its many objects rather than defining each, which spares almost three hundredths of a cold build.
 * @param {string} folder where the bundle will lie
 * @returns {import("esbuild").Plugin}
 */
export function adapt(folder) {
  return {
    name: "adapt",
    setup(build) {
      build.onLoad({ filter: PLACED }, ({ path }) => {
        const place = relative(folder, path).split(sep).join("/");
        const address = `new URL(${JSON.stringify(place)}, import.meta.url).href`;
        return { contents: readFileSync(path, "utf8").replaceAll("import.meta.url", address), loader: "js" };
      });
      build.onLoad({ filter: MARKDOWN }, ({ path }) => ({
        contents: readFileSync(path, "utf8").replace(FIELD, "(this.$1 ="),
        loader: "js",
      }));
    },
  };
}
