/** A link with its words. */
export interface LinkView {
  readonly href: string;
  readonly text: string;
  /** Whether these are the program's own words. */
  readonly isSaid?: true;
}

/** A link that somebody may pay for: whoever prints it must mark it. */
export interface ExternalLinkView extends LinkView {
  readonly paid: boolean;
  /** The language of its words, where that is not the publication's; what it leads to is in it too. */
  readonly language?: string | undefined;
}
