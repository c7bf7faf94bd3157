import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { browserslistToTargets, bundle } from "lightningcss";
import type { Site } from "../content/site.ts";
import type { Assets } from "../views/shell.ts";
import { visibleOf } from "../views/visible.ts";
import type { Output } from "./output.ts";
import { PROJECT } from "./project.ts";
import { listPublicFiles } from "./publication-reader.ts";
import { bundleScript, inlineScript } from "./scripts.ts";

// A segment that no page, slot or edition can have, since ids begin with a letter or digit.
const FOLDER = "/-";

const FONTS = ["hesper-roman.woff2", "hesper-italic.woff2", "hesper-roman-ext.woff2", "hesper-italic-ext.woff2"];
const PRELOADED = "hesper-roman.woff2";

function hashed(name: string, bytes: Uint8Array): Output {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  const extension = extname(name);
  return { path: `${FOLDER}/${basename(name, extension)}.${hash}${extension}`, content: bytes };
}

/** The look: one stylesheet and the fonts, each named by its content so that a browser may keep it for ever. */
export async function bundleLook(base: string): Promise<{ assets: Assets; files: Output[] }> {
  const fonts = new Map(
    FONTS.map((name) => [name, hashed(name, readFileSync(join(PROJECT, "templates", "fonts", name)))]),
  );
  const { code } = bundle({
    filename: join(PROJECT, "templates", "styles", "main.css"),
    minify: true,
    targets: browserslistToTargets(["chrome 123", "firefox 120", "safari 17.5"]),
  });
  const css = Buffer.from(code)
    .toString()
    .replace(
      /url\("?\/fonts\/([\w.-]+)"?\)/g,
      (whole, name: string) => `url(${base}${fonts.get(name)?.path ?? whole})`,
    );
  const stylesheet = hashed("style.css", Buffer.from(css));
  const search = hashed("search.js", Buffer.from(await bundleScript("search.ts")));
  const preload = fonts.get(PRELOADED);
  return {
    assets: {
      stylesheet: base + stylesheet.path,
      preload: preload ? [base + preload.path] : [],
      search: base + search.path,
      script: await inlineScript("page.ts"),
    },
    files: [stylesheet, search, ...fonts.values()],
  };
}

/** The pictures that published texts show; those of drafts and of the future are left out. */
export function listPictures(site: Site, content: string): Output[] {
  const files = new Map(site.pictures.map((picture) => [`${picture.edition}/${picture.name}`, picture]));
  return visibleOf(site, site.editions).flatMap((edition) => {
    const shown = new Set([
      ...edition.stories.flatMap(({ image, body }) => [...(image ? [image.name] : []), ...body.pictures]),
      ...(edition.body?.pictures ?? []),
    ]);
    return [...shown].flatMap((name) => {
      const file = files.get(`${edition.identity}/${name}`);
      return file ? [{ path: edition.path + name, content: readFileSync(join(content, file.path)) }] : [];
    });
  });
}

export function listPublic(): Output[] {
  return listPublicFiles().map((path) => ({ path, content: readFileSync(join(PROJECT, "public", path)) }));
}
