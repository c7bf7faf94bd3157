/**
 * The program's words in English, by the place where they stand. Names in braces are values; a message that counts has a form for each
 * plural category (`languages.ts`), and `{count}` in it is the number. Every other language has the same messages, or does not compile.
 */
export const en = {
  /** What several places say. */
  text: {
    stories: { one: "{count} story", other: "{count} stories" },
    minutes: { one: "{count} minute’s reading", other: "{count} minutes’ reading" },
    minutesShort: { one: "{count} min", other: "{count} min" },
    byline: "By {names}",
    commercialDisclosure: "Commercial disclosure",
    // Begins the disclosure.
    paidLinks: "Paid links",
    // Stands behind every link that is paid for, and the disclosure tells readers to look for it.
    paidLink: "(paid link)",
    advertisement: "Advertisement",
    // A label behind the title to which it belongs, such as “AI-generated”.
    labelled: "({label})",
    corrections: "Corrections",
    feed: "Feed",
  },
  /** Around every page. */
  page: {
    // In a browser's title bar: a page's title and the publication's name.
    title: "{title} – {name}",
    skip: "Skip to the text",
    navigation: "Site",
    colophon: "Colophon",
    publishedBy: "{name} is published by {publisher}.",
    responsible: "Responsible for the content: {name}.",
    responsibleInRole: "Responsible for the content: {name}, {role}.",
    backToTop: "↑ Back to top",
  },
  /** How a reader likes to read. */
  comfort: {
    reading: "Reading",
    colours: "Colours",
    asSystem: "As the system",
    light: "Light",
    dark: "Dark",
    text: "Text",
    normal: "Normal",
    large: "Large",
    larger: "Larger",
  },
  /** What the program adds to a text of the editors. */
  prose: {
    linkToPart: "Link to this part",
    table: "Table",
    // The way back from a footnote to its number in the text.
    backToMark: "Back to mark {number} in the text",
    // The same where the text has the number several times.
    backToOneMark: "Back to mark {number} in the text, use {use} of {uses}",
  },
  home: {
    firstOnItsWay: "The first edition is on its way.",
    earlier: "Earlier editions",
    archive: "The whole archive →",
  },
  edition: {
    contents: "In this edition",
    summariesOnly: { one: "Summaries only, {count} min", other: "Summaries only, {count} min" },
    upToDate: "You’re up to date.",
    // {slot} is the name of an edition by its time of day, as the publication has it.
    next: "The next edition, {slot}, appears on {time}.",
    upToDateWith: "You’re up to date with {slot}, {date}.",
    // {edition} is a headline.
    nextIsOut: "The next edition is out: {edition}",
    howMade: "How this edition was made",
    others: "Other editions",
  },
  story: {
    whatsNew: "What’s new",
    // Before the title of the story that this one follows.
    previously: "Previously:",
    thread: { one: "{count} story about {thread}", other: "All {count} stories about {thread}" },
    sources: { one: "Source", other: "Sources" },
    archivedCopy: "archived copy",
    readAnalysis: "Read the analysis ↓",
    analysis: "Analysis",
    backToSummary: "↑ Back to the summary",
    howMade: "How this story was made",
    writeToEditors: "Write to the editors about this story",
    tags: "Tags",
    fromEdition: "From {edition}",
    moreOn: "More on {topic}",
    previous: "Previous story",
    next: "Next story",
    others: "Other stories",
  },
  /** Ways to tell somebody of a page. */
  share: {
    edition: "Share this edition",
    story: "Share this story",
    share: "Share",
    moreWays: "More ways",
  },
  /** Ways to what stands before and after. */
  pager: {
    // With arrows as the language reads.
    previous: "← {label}",
    next: "{label} →",
    pages: "Pages",
    newer: "← Newer",
    older: "Older →",
    // Which page of how many.
    here: "{number} of {of}",
  },
  list: {
    // {sum} says how much is in the list: “12 stories”.
    length: "{sum}.",
    lengthAndPage: "{sum}, page {number} of {of}.",
  },
  corrections: {
    introduction: "What was wrong, and what is right. Each also stands at the top of its story.",
    none: "Nothing has been corrected so far.",
    entry: "{time}: {text}",
    // Where it stands with those of other stories.
    entryOf: "{story}, {time}: {text}",
  },
  disclosures: {
    disclosures: "Disclosures",
    introduction:
      "Who paid, what a machine wrote, who reviewed it and what was corrected, edition by edition. The same {link}.",
    // {link} of the sentence before.
    asJson: "as JSON",
    none: "Nothing to disclose: written by people, with no paid link, advertisement or correction.",
  },
  notFound: {
    title: "Page not found",
    text: "Nothing was ever published at this address, or it has moved. The latest edition is {link}.",
    // {link} of the sentence before.
    onFrontPage: "on the front page",
    latest: "Latest editions",
  },
  redirect: {
    moved: "Moved",
    nowCalled: "This topic is now {topic}.",
  },
} as const;
