import { isDeviceName } from "../reserved-names.ts";
import { shorten } from "../words/shorten.ts";
import { decodePart } from "../links/web-address.ts";

/** Of a path, in bytes: what any file system takes below the folder of a site. */
const LONGEST = 200;

const SHOWN = 100;

/**
 * What is wrong with a path of an earlier site, as an editor wrote it, and what to type; undefined where a page can stand there. Only what
 * a static host sees of an address is one: a query is not, and neither is a name that some file system has no file of.
 */
export function oldPathProblem(text: string): { readonly message: string; readonly hint: string } | undefined {
  const shown = `“${shorten(text, SHOWN)}”`;
  const path = decodePart(text);
  if (/[?#]/.test(text))
    return {
      message: `${shown} has a “?” or “#”, of which a host of static files sees nothing`,
      hint: "write the path alone, as in /old/path/; an address that differs in its query alone cannot be led on",
    };
  if (path.length > LONGEST || Buffer.byteLength(path) > LONGEST)
    return { message: `${shown} is longer than ${LONGEST} bytes`, hint: "shorten it, or delete it" };
  const segments = path.slice(1).replace(/\/$/, "").split("/");
  const wrong = segments.find(
    (segment) =>
      /^\.{0,2}$|[\\<>:"|*]|[\s\p{C}]/u.test(segment) ||
      /[. ]$/.test(segment) ||
      isDeviceName(segment.replace(/\..*$/, "")),
  );
  if (path !== "/" && wrong === undefined) return undefined;
  return {
    message: `${shown} is no path at which a page can stand`,
    hint: "write it from the first “/” on, as in /old/path/ or /old/page.html",
  };
}

/** A path of an earlier site as the site's own are written: decoded, in Unicode's form C, with a final slash where it is no file's. */
export function readOldPath(text: string): string {
  const path = decodePart(text)
    .normalize("NFC")
    .replace(/\/index\.html?$/, "/");
  return path.endsWith("/") || /\.[a-z0-9]{1,5}$/i.test(path) ? path : `${path}/`;
}
