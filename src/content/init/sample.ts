/** A standing page; its text may name {name}, the publication, and {editor}. */
export interface SamplePage {
  readonly title: string;
  readonly description: string;
  readonly body: string;
}

/** What a new publication says before anybody has written for it. */
export interface SampleTexts {
  /** What the person is who answers for the publication. */
  readonly role: string;
  /** Names of slots, by ids that many publications have. */
  readonly slots: Readonly<Record<"morning" | "midday" | "evening" | "weekend", string>>;
  readonly topic: { readonly name: string; readonly description: string };
  /** The folder of the sample edition is {folder}. */
  readonly story: {
    readonly title: string;
    readonly short: string;
    readonly summary: string;
    readonly analysisTitle: string;
    readonly analysis: string;
  };
  readonly edition: { readonly lede: string; readonly whyTitle: string; readonly why: string };
  readonly pages: Readonly<Record<"about" | "standards" | "privacy", SamplePage>>;
}
