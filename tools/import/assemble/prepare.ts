import type { FootnoteDefinition, RootContent } from "mdast";
import type { Post } from "../archive/post.ts";
import { convertHtml } from "../convert/convert.ts";
import { wordsOf } from "../convert/words.ts";
import {
  type DigestHeadings,
  divideDigest,
  type EditionText,
  isDigest,
  storyFrom,
  type StoryText,
} from "../divide/digest.ts";
import { createMatcher, dropFurniture } from "../divide/furniture.ts";
import { divideAt, levelText, repeatsTitle } from "../divide/sections.ts";
import { ANALYSES, FURNITURE, type ImportMap, NUT_GRAF, SUMMARIES } from "../map.ts";

/** What was lost of a post, or is to be looked at, and in which file. */
export interface Loss {
  readonly what: string;
  readonly where: string;
}

/** A post, read and divided. */
export interface Prepared {
  readonly post: Post;
  readonly text:
    | ({ readonly kind: "edition" } & EditionText)
    | ({ readonly kind: "story" } & StoryText)
    | { readonly kind: "page"; readonly blocks: readonly RootContent[] };
  readonly notes: ReadonlyMap<string, FootnoteDefinition>;
  readonly words: readonly string[];
  readonly furniture: readonly string[];
  readonly losses: Loss[];
}

/** Makes the function that converts a post and divides it, by what a map says of furniture and headings. */
export function createPrepare(map: ImportMap): (post: Post) => Prepared {
  const furniture = map.furniture ?? FURNITURE;
  const classes = furniture.filter((entry) => entry.startsWith(".")).map((entry) => entry.slice(1));
  const matches = createMatcher(furniture.filter((entry) => !entry.startsWith(".")));
  const headings: DigestHeadings = {
    nutGraf: createMatcher(map.nutGraf ?? NUT_GRAF),
    summaries: createMatcher(map.summaries ?? SUMMARIES),
    analyses: createMatcher(map.analyses ?? ANALYSES),
  };
  return (post) => {
    const where = post.title === "" ? post.origin : `“${post.title}” (${post.origin})`;
    const converted = convertHtml(post.html, { where, hasLines: post.hasLines, dropped: classes });
    const dropped = [...converted.furniture];
    const kept = dropFurniture(converted.blocks, matches, (said) => dropped.push(said));
    const hasTitleAgain = repeatsTitle(kept, post.title);
    const blocks = levelText(hasTitleAgain ? kept.slice(1) : kept);
    const losses = [...post.losses, ...converted.losses].map((what) => ({ what, where: "" }));
    const divided = divideAt(blocks, 2);
    const shared = {
      post,
      notes: converted.notes,
      words: hasTitleAgain ? converted.words : [...wordsOf(post.title), ...converted.words],
      furniture: dropped,
      losses,
    };
    if (post.kind === "page") return { ...shared, text: { kind: "page", blocks } };
    const isEdition = map.as === "auto" ? isDigest(divided, headings) : map.as === "edition";
    if (!isEdition) return { ...shared, text: { kind: "story", ...storyFrom(post.title, blocks) } };
    const edition = divideDigest(divided, headings);
    for (const what of edition.doubts) losses.push({ what, where: "" });
    return { ...shared, text: { kind: "edition", ...edition } };
  };
}
