import type { Problem } from "../problems/diagnostic.ts";
import { isDeviceName } from "../reserved-names.ts";

/** The folder whose files are copied to the site's root as they are. */
export const PUBLIC = "public";

/** Whether a path of the content folder lies in `public/`. */
export function isPublic(path: string): boolean {
  return path.startsWith(`${PUBLIC}/`);
}

/** Whether a path is `public/.well-known` or lies in it: the one place where a name may begin with a full stop (RFC 8615). */
export function isWellKnown(path: string): boolean {
  const [first, second] = path.split("/");
  return first === PUBLIC && second === ".well-known";
}

/** Whether a file of this name may run or load something in a browser, so that it is looked into. */
export function isActive(name: string): boolean {
  return isHtml(name) || isXml(name) || isCss(name);
}

export function isCss(name: string): boolean {
  return /\.css$/i.test(name);
}

export function isHtml(name: string): boolean {
  return /\.html?$/i.test(name);
}

function isXml(name: string): boolean {
  return /\.(?:svg|xml|xhtml?|xslt?|rss|atom|rdf|mml|wsdl|xsd)$/i.test(name);
}

/** What a browser or a server would run, or open without anyone having looked into it. */
const PROGRAM =
  /\.(?:[cm]?[jt]sx?|wasm|php\d?|phtml|phar|cgi|pl|py|rb|sh|aspx?|jspx?|exe|msi|bat|cmd|com|ps1|vbs|jar|swf|svgz|mht(?:ml)?|shtml|hta|htc)$/i;

/** What no Windows computer can have in a name, what ends an address or its path, and what cannot be seen. */
const FORBIDDEN = /[\u0000-\u001F\u007F<>:"|?*\\#%]|^ | $|\.$/;

function refuseName(name: string): Problem | undefined {
  const [stem = ""] = name.toLowerCase().split(".");
  if (isDeviceName(stem))
    return {
      rule: "reserved-name",
      message: `“${name}” is a name that Windows keeps for itself`,
      hint: "choose another file name",
    };
  if (!FORBIDDEN.test(name)) return undefined;
  return {
    rule: "file-name",
    message: `“${name}” is not a name that every computer and every address can have`,
    hint: "use letters, digits, hyphens, underlines and full stops",
  };
}

/** Where a file of `public/` stands on the site, or what is wrong with its name. */
export function readPublicPath(path: string): { readonly kind: "public"; readonly sitePath: string } | Problem {
  const names = path.split("/").slice(1);
  for (const name of names) {
    const problem = refuseName(name);
    if (problem) return problem;
  }
  const name = names.at(-1) ?? "";
  if (PROGRAM.test(name))
    return {
      rule: "active-file",
      message: `“${name}” is a program, and nothing on this site runs one`,
      hint: "delete it; what a page needs belongs to the templates",
    };
  return { kind: "public", sitePath: path.slice(PUBLIC.length) };
}
