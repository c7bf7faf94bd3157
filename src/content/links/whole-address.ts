/** Where a piece of HTML stands: before its paths this is put, and before what leads to a part of it that. */
export interface Standing {
  readonly origin: string;
  readonly url: string;
}

/** An address of a page of this site, as it is said elsewhere. */
export function wholeAddress(href: string, { origin, url }: Standing): string {
  if (href.startsWith("#")) return url + href;
  return href.startsWith("/") ? origin + href : href;
}
