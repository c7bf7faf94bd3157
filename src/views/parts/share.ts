import type { Messages } from "../../locales/locale.ts";
import { tellLabels } from "./labels.ts";
import type { LinkView } from "./link.ts";

/** Ways to tell somebody of a page. */
export interface ShareView {
  /** The page's full address. */
  readonly url: string;
  /** Plain links, which work without a script and ask nothing of anybody until they are followed. */
  readonly links: readonly LinkView[];
}

/** Ways to share a page with this title and full address; the labels, which a reader must see before going there, are told with it. */
export function viewShare(title: string, labels: readonly string[], url: string, m: Messages): ShareView {
  const told = tellLabels(title, labels, m);
  const [words, address] = [encodeURIComponent(told), encodeURIComponent(url)];
  const both = encodeURIComponent(`${told}\n${url}`);
  return {
    url,
    links: [
      { text: m.share.email, href: `mailto:?subject=${words}&body=${address}` },
      { text: "Bluesky", href: `https://bsky.app/intent/compose?text=${both}` },
      { text: "LinkedIn", href: `https://www.linkedin.com/sharing/share-offsite/?url=${address}` },
    ],
  };
}
