import type { StoryFrontMatter } from "./schema/schema.ts";

/** A source as its story has it. */
export type WrittenSource = NonNullable<StoryFrontMatter["source"]>[number];

export type SourceKind = NonNullable<WrittenSource["kind"]>;

/** One citation. */
export interface Source extends WrittenSource {
  readonly kind: SourceKind;
  /** The affiliate programme that pays for its link, if any. */
  readonly programme: string | undefined;
}
