import type { Outward } from "./links.ts";
import { shortenAtWord } from "./names.ts";

const LONGEST_TITLE = 300;
/** Of all sources of a story in its front matter, which takes 16 KiB. In characters. */
const MOST = 12_000;

/** Words of links that say nothing of where they lead. */
const SAYS_NOTHING =
  /^(?:here|this|link|source|sources|read more|more|via|click here|website|site|report|article|post|\[?\d+\]?)$/i;

/** A source of a story, as front matter has it. */
export type Source = Readonly<Record<"publisher" | "title" | "url", string>>;

function titleFor({ url, words }: Outward): string {
  const plain = words.replace(/\s+/g, " ").trim();
  if (plain.length > 1 && !SAYS_NOTHING.test(plain) && !/^https?:\/\//.test(plain))
    return shortenAtWord(plain, LONGEST_TITLE);
  return shortenAtWord(url.replace(/^https:\/\/(?:www\.)?/, "").replace(/\/$/, ""), LONGEST_TITLE);
}

/** The sources of a story: the pages that it links to, each once. */
export function sourcesOf(
  out: readonly Outward[],
  publisherOf: (url: string) => string,
  tell: (loss: string) => void,
): Source[] {
  const byUrl = new Map<string, Outward>();
  for (const link of out) {
    // What a link leads to within a page is no other source.
    const url = link.url.replace(/#.*$/, "");
    const known = byUrl.get(url);
    if (!known || (SAYS_NOTHING.test(known.words) && !SAYS_NOTHING.test(link.words))) byUrl.set(url, { ...link, url });
  }
  const sources: Source[] = [];
  let length = 0;
  for (const link of byUrl.values()) {
    const source = { publisher: "", title: titleFor(link), url: link.url };
    length += source.title.length + source.url.length + 100;
    if (length > MOST) tell(`a source too many for its front matter: ${link.url}`);
    else sources.push({ ...source, publisher: publisherOf(link.url) });
  }
  return sources;
}
