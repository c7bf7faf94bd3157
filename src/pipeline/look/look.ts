import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { FILES, lookPath } from "../../content/addresses.ts";
import type { Site } from "../../content/site.ts";
import { type Assets, type SheetName, SHEETS } from "../../views/shell.ts";
import type { Output } from "../output/output.ts";
import { PROJECT } from "../project.ts";
import { makeIcons, showLogo } from "./icons.ts";
import type { Sign } from "./logo.ts";
import { bundleStyles } from "./styles.ts";
import { bundleScript, inlineScript } from "./scripts.ts";

const PRELOADED = "hesper-roman.woff2";
const FONTS = [
  PRELOADED,
  "hesper-italic.woff2",
  "hesper-semibold-italic.woff2",
  "hesper-roman-ext.woff2",
  "hesper-italic-ext.woff2",
];

function hashed(name: string, bytes: Uint8Array): Output {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  const extension = extname(name);
  return { path: lookPath(`${basename(name, extension)}.${hash}${extension}`), content: bytes };
}

/** What a publication brings for its look beside colours. */
export interface OwnLook {
  readonly css: string | undefined;
  readonly sign: Sign | undefined;
}

/** The logo's file, and how the masthead shows it. */
async function bundleLogo(
  base: string,
  sign: Sign | undefined,
): Promise<{ file: Output; view: Assets["logo"]; colour: string } | undefined> {
  if (!sign?.isLogo) return undefined;
  const { file: content, ending, width, height, colour } = await showLogo(sign);
  const file = hashed(`logo.${ending}`, content);
  return { file, view: { href: base + file.path, width, height }, colour };
}

/**
 * The look: stylesheets, fonts and the logo, each named by its content so that a browser may keep it for ever, and icons. `cards` is the
 * version of the drawing of cards, if there are any.
 */
export async function bundleLook(
  { publication, preview }: Pick<Site, "publication" | "preview">,
  cards: string | undefined,
  { css, sign }: OwnLook,
): Promise<{ assets: Assets; files: Output[] }> {
  const { base, theme } = publication;
  const isKept = publication.offline && !preview;
  const fonts = new Map(
    ((theme.font ?? "serif") === "serif" ? FONTS : []).map((name) => [
      name,
      hashed(name, readFileSync(join(PROJECT, "templates", "fonts", name))),
    ]),
  );
  const logo = await bundleLogo(base, sign);
  const sheet = async (source: string, name: string): Promise<Output> => {
    const css = (await bundleStyles(source, publication, logo?.colour)).replace(
      /url\("?\/fonts\/([\w.-]+)"?\)/g,
      (whole, name: string) => `url(${base}${fonts.get(name)?.path ?? whole})`,
    );
    return hashed(name, Buffer.from(css));
  };
  const stylesheet = await sheet("main.css", "style.css");
  const sheets: (readonly [SheetName, Output])[] = [];
  for (const name of SHEETS) sheets.push([name, await sheet(`${name}.css`, `${name}.css`)]);
  const search = hashed("search.js", Buffer.from(await bundleScript("search.ts")));
  const own = css === undefined ? undefined : hashed("theme.css", Buffer.from(css));
  const preload = fonts.get(PRELOADED);
  return {
    assets: {
      stylesheet: base + stylesheet.path,
      sheets: Object.fromEntries(sheets.map(([name, { path }]) => [name, base + path])) as Assets["sheets"],
      preload: preload ? [base + preload.path] : [],
      search: base + search.path,
      script: await inlineScript("page.ts", { OFFLINE: isKept ? base + FILES.offline : "" }),
      worker: await bundleScript(isKept ? "offline.ts" : "online.ts"),
      isKept,
      cards,
      own: own && base + own.path,
      logo: logo?.view,
      hasDrawing: !sign || sign.drawing !== undefined,
    },
    files: [
      stylesheet,
      ...sheets.flatMap(([name, file]) => (name === "preview" && !preview ? [] : [file])),
      search,
      ...fonts.values(),
      ...(own ? [own] : []),
      ...(logo ? [logo.file] : []),
      ...(sign ? await makeIcons(sign, publication.palette) : []),
    ],
  };
}
