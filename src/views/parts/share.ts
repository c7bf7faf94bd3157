import type { LinkView } from "./link.ts";

/** Ways to tell somebody of a page. */
export interface ShareView {
  /** The page's full address. */
  readonly url: string;
  /** Plain links, which work without a script and ask nothing of anybody until they are followed. */
  readonly links: readonly LinkView[];
}

/** Ways to share a page with this title and full address; the labels, which a reader must see before going there, are told with it. */
export function viewShare(title: string, labels: readonly string[], url: string): ShareView {
  const told = [title, ...labels.map((label) => `(${label})`)].join(" ");
  const [words, address] = [encodeURIComponent(told), encodeURIComponent(url)];
  const both = encodeURIComponent(`${told}\n${url}`);
  return {
    url,
    links: [
      { text: "E-mail", href: `mailto:?subject=${words}&body=${address}` },
      { text: "Bluesky", href: `https://bsky.app/intent/compose?text=${both}` },
      { text: "LinkedIn", href: `https://www.linkedin.com/sharing/share-offsite/?url=${address}` },
    ],
  };
}
