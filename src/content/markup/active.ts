import type { Problem } from "../problems/diagnostic.ts";
import { shorten } from "../words/shorten.ts";

/** What of a document runs or loads something when a browser opens it: the judgement, whatever parsed it. */

/** An element as its parser found it; names in lower case, prefixes of HTML's and SVG's own attributes included. */
export interface Part {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** What stands in it, where it is a stylesheet. */
  readonly styles?: string;
}

/** Whether a browser may load what stands at an address, for a document of this kind. */
export type MayLoad = (address: string) => boolean;

const RUNNING = new Set(
  "script iframe frame frameset object embed applet base portal fencedframe foreignobject handler listener".split(" "),
);
const ANIMATING = /^(?:animate\w*|set|discard)$/;
/** Attributes with an address that a browser loads. */
const LOADING = new Set(
  "href xlink:href src srcset imagesrcset data poster background manifest codebase archive lowsrc dynsrc longdesc profile xml:base".split(
    " ",
  ),
);
const SETS = new Set(["srcset", "imagesrcset"]);
/** Elements whose address is followed by whoever clicks, and not loaded before; what may load nothing of the site leads nowhere either. */
const LEADING = new Set(["a", "area"]);
const LINKS = /^(?:canonical|alternate|prev|next|author|license|me|help|search|self)$/i;
const SCRIPTED = /^(?:javascript|vbscript|data|livescript):/i;
/** An address as a browser reads it, which leaves these out. */
const UNREAD = /[\u0000-\u0020]/g;
const NAMED_BY_STYLES = /url\(\s*(["']?)(.*?)\1\s*\)/gis;
const LOADED_OTHERWISE = /@import|image-set\(|(?<![\w-])(?:src|image|expression)\(|\\/i;

function forbid(message: string, hint = "delete it"): Problem {
  return { rule: "active-file", message, hint };
}

/** What of some styles loads or runs something. */
export function judgeStyles(styles: string, mayLoad: MayLoad): Problem[] {
  const [other] = LOADED_OTHERWISE.exec(styles) ?? [];
  const found = Array.from(styles.matchAll(NAMED_BY_STYLES), ([, , address = ""]) => address);
  return [
    ...(other === undefined ? [] : [forbid(`“${other}” in styles may load what nobody has looked at`)]),
    ...found
      .filter((address) => !mayLoad(address.trim()))
      .map((address) => forbid(`its styles load “${shorten(address, 80)}”`)),
  ];
}

function judgeAttribute({ name, attributes }: Part, [key, value]: Part["attributes"][number], mayLoad: MayLoad) {
  const address = value.replace(UNREAD, "");
  if (/^on/.test(key)) return [forbid(`“${key}” on <${name}> runs a program`)];
  if (key === "srcdoc") return [forbid(`“${key}” holds a document of its own`)];
  if (key === "style" || /url\(/i.test(value)) return judgeStyles(value, mayLoad);
  if (/^(?:action|formaction|ping)$/.test(key) || (LEADING.has(name) && key === "href" && mayLoad("/")))
    return SCRIPTED.test(address) ? [forbid(`“${key}” on <${name}> runs “${shorten(address, 40)}”`)] : [];
  if (!LOADING.has(key)) return [];
  const rel = attributes.find(([other]) => other === "rel")?.[1] ?? "";
  if (name === "link" && rel !== "" && rel.split(/\s+/).every((word) => LINKS.test(word))) return [];
  const addresses = SETS.has(key) ? value.split(",").map((part) => part.trim().split(/\s/)[0] ?? "") : [address];
  return addresses
    .filter((own) => !mayLoad(own))
    .map((own) => forbid(`“${key}” on <${name}> loads “${shorten(own, 80)}”`));
}

/** What of an element runs something, or loads what it may not. */
export function judgePart(part: Part, mayLoad: MayLoad): Problem[] {
  const { name, attributes, styles } = part;
  if (RUNNING.has(name)) return [forbid(`<${name}> runs or loads something`)];
  const valueOf = (key: string) => attributes.find(([other]) => other === key)?.[1] ?? "";
  if (ANIMATING.test(name) && /^(?:xlink:)?href$|^on/i.test(valueOf("attributename").trim()))
    return [forbid(`<${name}> sets “${valueOf("attributename").trim()}”`)];
  if (name === "meta" && valueOf("http-equiv") !== "" && !/^content-(?:type|language)$/i.test(valueOf("http-equiv")))
    return [forbid(`<meta http-equiv="${shorten(valueOf("http-equiv"), 40)}"> tells browsers what to do`)];
  return [
    ...attributes.flatMap((attribute) => judgeAttribute(part, attribute, mayLoad)),
    ...(styles === undefined ? [] : judgeStyles(styles, mayLoad)),
  ];
}
