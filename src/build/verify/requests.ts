import type { Publication } from "../../content/publication.ts";
import { unescape } from "./texts.ts";
import type { Fault, Written } from "./promise.ts";

// Texts are escaped, so what begins like this is an element of a template or the renderer.
const FETCHING = /<(img|script|link|iframe|source|video|audio|track|embed|object|use)\b([^>]*)>/g;
const ATTRIBUTE = /\s(src|srcset|href|data|poster|rel|width|height)="([^"]*)"/g;
const IN_STYLES = /url\(\s*["']?([^"')]*)|@import\s+["']([^"']*)/g;

/** Links that only name something: no browser fetches it for a reader. */
const NAMING = /^(?:canonical|alternate|prev|next|author|license|me|hub|self)$/;

function isOwn(address: string, { url, base }: Publication): boolean {
  if (address.startsWith(`${url}/`) || address.startsWith("data:")) return true;
  return address.startsWith("/")
    ? address.startsWith(`${base}/`) && !address.startsWith("//")
    : !/^[a-z]+:/i.test(address);
}

function problemsOf(text: string, publication: Publication): string[] {
  const problems: string[] = [];
  for (const [, element = "", written = ""] of text.matchAll(FETCHING)) {
    const given = Object.fromEntries(
      Array.from(written.matchAll(ATTRIBUTE), ([, name = "", value = ""]) => [name, value]),
    );
    if (element === "link" && NAMING.test(given["rel"] ?? "")) continue;
    const { src, srcset = "", href, data, poster } = given;
    const sets = srcset.split(",").map((part) => part.trim().split(/\s/)[0]);
    for (const address of [src, href, data, poster, ...sets].filter((one) => one !== undefined && one !== ""))
      if (!isOwn(unescape(address as string), publication))
        problems.push(`it has browsers ask another host for ${address as string}`);
    if (element === "img" && !(/^\d+$/.test(given["width"] ?? "") && /^\d+$/.test(given["height"] ?? "")))
      problems.push(`the picture ${src ?? ""} has no width and height, so the text would move when it comes`);
  }
  return problems;
}

/** No page or stylesheet has a browser ask another host for anything, and no picture moves the text when it comes. */
export function verifyRequests({ files }: Written, publication: Publication): Fault[] {
  return [...files.values()].flatMap(({ path, content }): Fault[] => {
    if (path.endsWith(".html") && typeof content === "string")
      return problemsOf(content, publication).map((message) => ({ path, message }));
    if (!path.endsWith(".css")) return [];
    const addresses = Array.from(content.toString().matchAll(IN_STYLES), ([, url, imported]) => url ?? imported ?? "");
    const strange = addresses.filter((address) => !isOwn(address, publication));
    return strange.map((address) => ({ path, message: `it has browsers ask another host for ${address}` }));
  });
}
