/**
 * The program's words in English, by the place where they stand. Names in braces are values; a message that counts has a form for each
 * plural category (`languages.ts`), and `{count}` in it is the number. Every other language has the same messages, or does not compile.
 */
export const en = {
  text: {
    minutes: { one: "{count} minute’s reading", other: "{count} minutes’ reading" },
    byline: "By {names}",
    paidLinks: "Paid links",
    commercialDisclosure: "Commercial disclosure",
    corrections: "Corrections",
  },
  story: {
    whatsNew: "What’s new",
    previously: "Previously:",
    sources: { one: "Source", other: "Sources" },
    archivedCopy: "archived copy",
    readAnalysis: "Read the analysis ↓",
    analysis: "Analysis",
    backToSummary: "↑ Back to the summary",
  },
} as const;
