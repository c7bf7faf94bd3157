import type { Publication } from "../../content/publication.ts";
import { unescape } from "./texts.ts";
import type { Fault, Written } from "./promise.ts";

// Texts are escaped, so what begins like this is an element of a template or the renderer.
const FETCHING =
  /<(img|script|link(?! rel="(?:canonical|alternate|prev|next)")|iframe|source|video|audio|track|embed|object|use)\b([^>]*)>/g;
const ATTRIBUTE = /\s(src|srcset|href|data|poster|rel|width|height)="([^"]*)"/g;
const IN_STYLES = /url\(\s*["']?([^"')]*)|@import\s+["']([^"']*)/g;

/** Links that only name something: no browser fetches it for a reader. The first four are on every page and left out at once. */
const NAMING = /^(?:canonical|alternate|prev|next|author|license|me|hub|self)$/;

function isOwn(address: string, { url, base }: Publication): boolean {
  if (address.startsWith(`${url}/`) || address.startsWith("data:")) return true;
  return address.startsWith("/")
    ? address.startsWith(`${base}/`) && !address.startsWith("//")
    : !/^[a-z]+:/i.test(address);
}

function problemsOf(element: string, written: string, publication: Publication): string[] {
  const given = Object.fromEntries(
    Array.from(written.matchAll(ATTRIBUTE), ([, name = "", value = ""]) => [name, value]),
  );
  if (element === "link" && NAMING.test(given["rel"] ?? "")) return [];
  const { src = "", srcset = "", href = "", data = "", poster = "", width = "", height = "" } = given;
  const sets = srcset.split(",").map((part) => part.trim().split(/\s/)[0] ?? "");
  const problems = [src, href, data, poster, ...sets]
    .filter((address) => address !== "" && !isOwn(unescape(address), publication))
    .map((address) => `it has browsers ask another host for ${address}`);
  if (element === "img" && !(/^\d+$/.test(width) && /^\d+$/.test(height)))
    problems.push(`the picture ${src} has no width and height, so the text would move when it comes`);
  return problems;
}

/** Makes the check that no page or stylesheet has a browser ask another host for anything, and that no picture moves the text when it comes. */
export function createRequestCheck(publication: Publication): (written: Pick<Written, "files">) => Fault[] {
  // Most pages begin with the same elements.
  const known = new Map<string, string[]>();
  const check = (whole: string, element: string, written: string): string[] => {
    const problems = known.get(whole) ?? problemsOf(element, written, publication);
    if (element !== "img") known.set(whole, problems);
    return problems;
  };
  return ({ files }) =>
    [...files.values()].flatMap(({ path, content }) => {
      if (path.endsWith(".html") && typeof content === "string")
        return Array.from(content.matchAll(FETCHING), ([whole, element = "", written = ""]) =>
          check(whole, element, written),
        )
          .flat()
          .map((message) => ({ path, message }));
      if (!path.endsWith(".css")) return [];
      return Array.from(content.toString().matchAll(IN_STYLES), ([, url, imported]) => url ?? imported ?? "")
        .filter((address) => !isOwn(address, publication))
        .map((address) => ({ path, message: `it has browsers ask another host for ${address}` }));
    });
}
