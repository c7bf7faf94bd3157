import type { Link, RootContent } from "mdast";
import { withoutTracking } from "../../../src/content/links/tracking.ts";
import { httpsProblem, isMailLink, normalizeAddress } from "../../../src/content/links/web-address.ts";
import { affiliateProblem } from "../../../src/content/links/affiliate-signs.ts";
import type { Post } from "../archive/post.ts";
import { plainWords } from "../convert/tidy.ts";
import type { OldSite } from "./old-site.ts";

type Tell = (loss: string) => void;

/** A link that leads out of the publication. */
export interface Outward {
  readonly url: string;
  readonly words: string;
}

export interface LinkContext {
  readonly post: Post;
  readonly old: OldSite;
  /** Where a text of the archive stands now; undefined where it was not taken. */
  readonly target: (post: Post) => string | undefined;
  readonly tell: Tell;
}

/** What becomes of an address: another, or none with the reason. */
function resolve(link: string, { post, old, target, tell }: LinkContext): string | undefined {
  if (link.startsWith("#")) {
    tell(`a link within the text: ${link}`);
    return undefined;
  }
  if (isMailLink(link)) return link;
  const other = old.find(link, post);
  const found = other && target(other);
  if (found !== undefined) return found;
  const url = old.read(link, post);
  if (!url || !/^https?:$/.test(url.protocol)) {
    tell(`a link that no page can lead to: ${link}`);
    return undefined;
  }
  if (old.isOwn(url)) {
    tell(`a link into the old site, to what was not imported: ${url.hostname.endsWith(".invalid") ? link : url.href}`);
    return undefined;
  }
  const secure = url.href.replace(/^http:/, "https:");
  if (secure !== url.href) tell(`http became https: ${secure}`);
  const clean = normalizeAddress(withoutTracking(secure));
  if (clean !== normalizeAddress(secure)) tell(`an address lost what follows its readers: ${clean}`);
  const problem = httpsProblem(clean);
  if (problem !== undefined) {
    tell(`a link that leads nowhere readers can trust, since ${clean} ${problem}`);
    return undefined;
  }
  const paid = affiliateProblem(clean);
  if (paid) tell(`perhaps a paid link: ${paid.message}`);
  return clean;
}

/** Blocks with their links resolved; the words of one that leads nowhere stay. `out` collects those that lead out, in order. */
export function resolveLinks(blocks: readonly RootContent[], context: LinkContext, out: Outward[]): RootContent[] {
  const visit = <Node extends RootContent>(node: Node): Node[] => {
    if (node.type === "link") {
      const url = resolve(node.url, context);
      const children = node.children.flatMap((child) => visit(child));
      if (url === undefined) return children as RootContent[] as Node[];
      const words = plainWords(children).trim();
      if (url.startsWith("https:")) out.push({ url, words });
      const link: Link = { type: "link", url, children: children };
      return [link as RootContent as Node];
    }
    if (!("children" in node)) return [node];
    return [{ ...node, children: (node.children as RootContent[]).flatMap((child) => visit(child)) }];
  };
  return blocks.flatMap((block) => visit(block));
}
