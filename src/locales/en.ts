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
    labelled: "{title} ({label})",
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
  /** The page that explains the JSON API. */
  api: {
    title: "For programs",
    description: "The editions of {name} as JSON, for programs.",
    introduction:
      "Programs can read {name} as JSON, without a key and without asking anybody. The index names every edition, the newest first, and where the whole of it is.",
    index: "All editions",
    edition: "The latest edition",
    indexSchema: "Schema of the list of editions",
    editionSchema: "Schema of an edition",
    versions:
      "Within version 1 keys are only added, never taken away or given another meaning. A program does best to pass over keys that it does not know.",
    labels:
      "Each text says whether links in it are paid for, and what part a machine had in it. Whoever shows the text elsewhere has to show that with it.",
  },
  /** Editions that are read aloud. */
  podcast: {
    // What the podcast is called.
    title: "{name}, read aloud",
    description: "The editions of {name}, to listen to.",
    // Stands above the player, and is the link where there is none.
    listen: "Listen to this edition",
    readBy: "Read by {name}",
    // The label of a recording in which a machine reads.
    synthetic: "Synthetic voice",
    transcript: "Transcript",
  },
  /** Stands on a page that comes from a copy in the browser, since the network does not answer. */
  offline: {
    copy: "Your network does not answer. This is the page as of {time}.",
    instead:
      "Your network does not answer, and the page you asked for is not kept here. This is the home page as of {time}.",
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
    nextAppears: "The next edition, {slot}, appears on {time}.",
    upToDateWith: "You’re up to date with {slot}, {date}.",
    // {edition} is a headline.
    nextIsOut: "The next edition is out: {edition}",
    howMade: "How this edition was made",
    others: "Other editions",
    // The headline of an edition without a title of its own: its slot, and a list of its stories in a few words each.
    headline: "{slot}: {stories}",
    // Ends such a list that would be too long: “A, B, and more”.
    more: "more",
    analyses: "Analyses",
    sourcing: "It rests on {sources} from {publishers}; {primary}.",
    sourcingSources: { one: "{count} source", other: "{count} sources" },
    sourcingPublishers: { one: "{count} publisher", other: "{count} publishers" },
    sourcingPrimary: { one: "{count} is primary", other: "{count} are primary" },
    sourcingNoPrimary: "none are primary",
    previous: "Previous edition",
    next: "Next edition",
    previousInSlot: "Previous {slot}",
    nextInSlot: "Next {slot}",
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
    tags: "Tags",
    fromEdition: "From {edition}",
    moreOn: "More on {topic}",
    previous: "Previous story",
    next: "Next story",
    others: "Other stories",
    subscriptionNeeded: "subscription needed",
    // An edition by its slot and day, as in “From Evening Update, 4 March 2026”.
    edition: "{slot}, {day}",
    draft: "Draft",
    scheduled: "Scheduled for {time}",
  },
  /** What readers wrote about a story, below it. */
  letters: {
    letters: "Letters",
    // Leads to them from elsewhere.
    count: { one: "{count} letter", other: "{count} letters" },
    answeredBy: "{name}, {role}, answers",
    // The same where nobody is named any more.
    answered: "The editors answer",
    write: "Write a letter",
    byEmail: "Write to the editors by e-mail",
    terms: "Your name is published, your e-mail address is not. The editors read each letter before it appears.",
    until: "This story takes letters until {time}.",
    closed: "This story takes no more letters.",
  },
  /** The form by which readers write a letter. */
  letterForm: {
    title: "A letter to the editors",
    // The story, by its headline.
    about: "About: {title}",
    // Stands behind the name of a field, in brackets.
    required: "required",
    name: "Name",
    email: "E-mail address",
    emailNote: "It will not be published.",
    text: "Letter",
    // What may be written.
    textNote: "At most {most} characters. It is published as you write it, or not at all.",
    send: "Send the letter",
    // Of a field that no person sees: who fills it in is a program.
    empty: "Leave this field empty",
    // Above the list of what is to be mended.
    problems: "The letter was not sent",
    noName: "Give your name.",
    noText: "Write your letter.",
    tooLong: "This has {length} characters; at most {most} are possible.",
    badEmail: "This is no e-mail address. Write it as name@example.org, or leave the field empty.",
    address: "An e-mail address stands here, and this is published. Take it out.",
    // What a check of the content would refuse.
    strange:
      "Something here cannot be published: a sign that nobody can see, or a word with letters of several alphabets.",
    expired: "The form was open for too long. Your letter is still here: send it again.",
    tooMany:
      "Several letters came from your connection in the last hour. Your letter is still here: send it again later.",
    full: "No more letters can be taken at the moment. Your letter is still here: send it again tomorrow.",
    // A heading, as the two below it.
    unknown: "There is no such story",
    tooLarge: "This is too long for a letter",
    elsewhere: "A letter is sent by its form alone",
    thanks: "Thank you for your letter",
    received: "The editors have it. They read each letter before it appears.",
    back: "Back to the story",
    home: "To the front page",
  },
  /** Ways to tell somebody of a page. */
  share: {
    edition: "Share this edition",
    story: "Share this story",
    share: "Share",
    moreWays: "More ways",
    email: "E-mail",
  },
  /** Of an edition that is mailed. */
  mail: {
    onWeb: "Read this edition on the web",
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
  // Pages that list stories, editions or further lists.
  list: {
    // {sum} says how much is in the list: “12 stories”.
    length: "{sum}.",
    lengthAndPage: "{sum}, page {number} of {of}.",
    // What search engines show of a list that has no introduction: its title, and how long it is.
    described: "{title}: {length}.",
    editions: { one: "{count} edition", other: "{count} editions" },
    editionsAndStories: "{editions}, {stories}",
    editionsInYear: { one: "{count} edition in {year}.", other: "{count} editions in {year}." },
    slot: "Every edition of {slot}, which appears at {clock}.",
    topics: "What {name} covers.",
    archive: "Every edition of {name}, by date.",
    publishers: "Everyone whose work these editions rest on.",
    paywall: "Reading its pages may need a subscription.",
    cited: { one: "cited in {count} story", other: "cited in {count} stories" },
    // A publisher’s stories, and its part of all citations as worded among the shares.
    citations: { one: "Cited in {count} story; {share}", other: "Cited in {count} stories; {share}" },
    threads: "Stories that go on, the latest first.",
    noThreads: "No story has been continued so far.",
    threadStories: { one: "{count} story, {span}", other: "{count} stories, {span}" },
    // From when to when a thread goes, after the number of its stories.
    spanOfDay: "on {day}",
    span: "from {from} to {to}",
    // Beside an edition or story that only the editor’s preview shows.
    draft: "draft",
    scheduled: "scheduled",
  },
  corrections: {
    introduction: "What was wrong, and what is right. Each also stands at the top of its story.",
    none: "Nothing has been corrected so far.",
    entry: "{time}: {text}",
    // Where it stands with those of other stories.
    entryOf: "{story}, {time}: {text}",
    description: "What was wrong, and what is right.",
  },
  // The public record of what editions disclose.
  disclosures: {
    disclosures: "Disclosures",
    introduction:
      "Who paid, what a machine wrote, who reviewed it and what was corrected, edition by edition. The same {link}.",
    // {link} of the sentence before.
    asJson: "as JSON",
    none: "Nothing to disclose: written by people, with no paid link, advertisement or correction.",
    description: "Every commercial link, advertisement, use of AI, reviewer and correction, edition by edition.",
    edition: "The edition itself",
    ai: "AI",
    paidLink: "Paid link",
    // To whom money leads: a programme or advertiser, and the address.
    paid: "{name}: {url}",
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
    nowAt: "This page is now {page}.",
  },
  // What stands at the address of a text that was taken back.
  gone: {
    story: "This story was taken back",
    edition: "This edition was taken back",
    since: "It was taken back on {day}, and is no longer published.",
    // {link} is “on the front page”.
    onward: "The latest edition is {link}.",
  },
  // What a source is, by its kind.
  sourceKind: {
    primary: "Primary source",
    reporting: "Reporting",
    analysis: "Analysis",
    vendor: "Vendor’s own",
  },
  // Before the title of a text in feeds while what was put right in it is new.
  corrected: {
    correction: "Corrected: {title}",
    clarification: "Clarified: {title}",
    update: "Updated: {title}",
  },
  correctionKind: {
    correction: "Correction",
    clarification: "Clarification",
    update: "Update",
  },
  time: {
    // “18:00 London time”: a clock, and where it is so late.
    clock: "{time} {zone}",
    moment: "{day}, {clock}",
    // A day of the week and a clock: “Friday at 18:00 London time”.
    dayAt: "{day} at {clock}",
    // When a text came out and in which slot: “4 March 2026, Evening Update”.
    dateline: "{day}, {slot}",
  },
  // What readers are told beside a link before they follow it.
  label: {
    generated: "AI-generated",
    partlyGenerated: "Partly AI-generated",
    paidLinks: "Contains paid links",
  },
  // Which part a machine had in a text, in one line, and what texts of that level are called.
  levels: {
    people: "Written by people",
    assisted: "Written with AI assistance",
    generated: "Generated by AI",
  },
  ai: {
    partlyAssisted: "Partly written with AI assistance",
    partlyGenerated: "Partly generated by AI; each such text is labelled",
    // One of the lines above, and who reviewed the text.
    reviewed: "{line}; reviewed by {reviewers}",
    reviewer: "{name}, {role}, {day}",
    // Joins one more reviewer to those before.
    furtherReviewer: "{reviewers}; and by {reviewer}",
  },
  // The same in whole sentences, where it is told how a text was made.
  aiInFull: {
    people: "This story is declared human-only: no AI system wrote any of it.",
    assisted: "This story was written with AI assistance.",
    generated: "This story was generated by AI.",
    assistedReviewed: "This story was written with AI assistance; reviewed by {reviewers}.",
    allHuman: "Every text here is declared human-only: no AI system wrote any of it.",
    ownGenerated: "The edition’s own text was generated by AI.",
    ownAssisted: "The edition’s own text was written with AI assistance.",
    ownAssistedReviewed: "The edition’s own text was written with AI assistance; reviewed by {reviewers}.",
    storyAssisted: "“{title}” was written with AI assistance.",
    storyAssistedReviewed: "“{title}” was written with AI assistance; reviewed by {reviewers}.",
    storiesGenerated: "Generated by AI: {titles}.",
    quotedTitle: "“{title}”",
    restHuman: "All else was written by people.",
  },
  // Stands before the first paid link of a page, of an edition, of a story.
  disclosure: {
    page: "This page contains paid links, each marked “{mark}”. {publisher} earns a commission when you buy through them, at no additional cost to you.",
    edition:
      "This edition contains paid links, each marked “{mark}”. {publisher} earns a commission when you buy through them, at no additional cost to you.",
    story:
      "This story contains paid links, each marked “{mark}”. {publisher} earns a commission when you buy through them, at no additional cost to you.",
  },
  // Who paid for any part of a text, where it is told how that was made; it counts the programmes that are listed.
  commerce: {
    nothingPaid: "It contains no paid links and nobody paid for any part of it.",
    paidLinks: {
      one: "Its paid links lead to {programmes}, which pays {publisher} a commission. Nobody who pays has a say in what is covered or how.",
      other:
        "Its paid links lead to {programmes}, which pay {publisher} a commission. Nobody who pays has a say in what is covered or how.",
    },
    advertisement:
      "Apart from the advertisement, which {advertiser} paid for, it contains no paid links. Nobody who pays has a say in what is covered or how.",
    paidLinksAndAdvertisement: {
      one: "Its paid links lead to {programmes}, which pays {publisher} a commission. {advertiser} paid for the advertisement. Nobody who pays has a say in what is covered or how.",
      other:
        "Its paid links lead to {programmes}, which pay {publisher} a commission. {advertiser} paid for the advertisement. Nobody who pays has a say in what is covered or how.",
    },
  },
  // The titles of pages, in links to them too.
  pages: {
    topics: "Topics",
    archive: "Archive",
    publishers: "Publishers",
    threads: "Threads",
    // The home’s title in a browser: the publication’s name and its motto.
    home: "{name}: {tagline}",
    // The title of a further page of a list.
    further: "{title}, page {number}",
    // A link to another page of a list.
    numbered: "Page {number} of {of}",
  },
  // How large a part of a whole is; `underOne` of what is there but less than one per cent, {one} being 1.
  shares: {
    share: "{share} %",
    underOne: "under {one} %",
    ofCitations: "{share} of all citations in the {days} days to the latest edition",
  },
  search: {
    title: "Search",
    description: "Search every story of {name}.",
    words: "Words to look for",
    submit: "Search",
    order: "Order",
    bestMatch: "Best match",
    newestFirst: "Newest first",
    narrow: "Narrow down",
    needsScript: "Searching needs JavaScript, which this browser does not run.",
    noneInPreview: "The preview has no search index: “npm run build” makes it.",
    noneInCopy: "This copy of the site was made without a search index.",
    instead: "Everything is also in {archive}, {topics} and {publishers}.",
    insteadArchive: "the archive, by date",
    insteadTopics: "the topics",
    insteadPublishers: "the publishers cited",
  },
  /** The page of charts, and what all charts have. */
  trends: {
    title: "Trends",
    description: "Topics, publishers, sources, AI levels and the length of editions over time, in pictures.",
    noEdition: "The first edition is on its way.",
    oneDay: "All editions are of one day, {day}, so that nothing over time can be drawn yet.",
    byDay: "Day by day from {from} to {to}; once there are four weeks of editions, week by week.",
    byWeek: {
      one: "Week by week from {from} to {to}, the day of the latest edition: {count} week, half a year at most, each from Monday to Sunday.",
      other:
        "Week by week from {from} to {to}, the day of the latest edition: {count} weeks, half a year at most, each from Monday to Sunday.",
    },
    /** Two sentences that follow one another, each with its full stop. */
    sentences: "{first} {second}",
    numbers: "The numbers",
    /** Over days. */
    day: "Day",
    /** Over days, each the Monday with which a week begins. */
    week: "Week from",
    noStory: "There is no story to count yet.",
  },
  /** The page that says how to subscribe. */
  subscribe: {
    title: "Subscribe",
    description: "How to be told of what is new in {name}.",
    feedReader: "With a feed reader",
    // Two sentences: what a feed reader is, and what to do with the addresses below.
    introduction:
      "A feed reader is an app or a website that fetches what is new from all the places you choose, without an account here. Copy one of these addresses into it.",
    // What is in each of the feeds.
    editions: "Every edition",
    editionsAsJson: "Every edition, as JSON Feed",
    stories: "Every story by itself",
    podcast: "Editions read aloud, as a podcast",
    slot: "{slot} only",
    mail: "By e-mail",
    // {link} is the message below; whoever sends the mail has a page there.
    mailed: "{name} also comes by e-mail: {link}.",
    signUp: "sign up at {host}",
  },
  // The titles of feeds and of entries in them.
  feed: {
    atom: "Atom feed",
    atomOfStories: "Atom feed of stories",
    json: "JSON Feed",
    stories: "{name}: stories",
    corrections: "{name}: corrections",
    // Of a topic or thread.
    about: "{name}: {subject}",
    // The kind of a correction, and the title of what was put right.
    correction: "{kind}: {title}",
  },
  /** What the search page's script says, and what stands over the values by which results are narrowed down. */
  results: {
    stories: { one: "{count} story", other: "{count} stories" },
    none: "No story found.",
    failed: "The search index could not be loaded. Please try again later.",
    more: "More results",
    topic: "Topic",
    slot: "Edition",
    publisher: "Publisher cited",
    /** Over the names of the levels: written by people, with AI assistance. */
    level: "Written by",
    year: "Year",
    allValues: "Show all",
  },
  topicChart: {
    title: "Topics",
    oneLeads: "{topic} has the most stories, {most} of {all}.",
    twoLead: "{first} and {second} have the most stories, {most} of {all} each.",
    /** `{count}` topics, three or more, have equally many; `{stories}` is the message below. */
    noneLeads: {
      one: "No topic leads: {count} has {most} of {stories} each.",
      other: "No topic leads: {count} have {most} of {stories} each.",
    },
    stories: { one: "{count} story", other: "{count} stories" },
    /** So many topics are not drawn; `{stories}` is the message below, how many stories they have. */
    others: {
      one: "{count} more topic has {stories}.",
      other: "{count} more topics have {stories} together.",
    },
    storiesOfOthers: { one: "{count}", other: "{count}" },
    byDay:
      "A row for each topic, a column for each day, as high as the number of its stories; at the end of each row’s title, their sum.",
    byWeek:
      "A row for each topic, a column for each week, as high as the number of its stories; at the end of each row’s title, their sum.",
    table: "Stories by topic",
  },
  publisherChart: {
    title: "Publishers",
    none: "Nobody was cited in the {days} days to the latest edition.",
    /** `{citations}` is the message below. */
    leads: "{publisher} is cited most: {own} of {citations} in the {days} days to the latest edition, {share}.",
    leadsWith: {
      one: "{publisher} is cited most, as often as {count} other: {own} of {citations} in the {days} days to the latest edition, {share}.",
      other:
        "{publisher} is cited most, as often as {count} others: {own} of {citations} in the {days} days to the latest edition, {share}.",
    },
    citations: { one: "{count} citation", other: "{count} citations" },
    /** So many publishers are not drawn, which have that share of the citations. */
    others: { one: "{count} more has {share}.", other: "{count} more have {share} together." },
    how: "A bar for each publisher, as long as its citations are many; beside it, its share of all of them.",
    table: "Citations in the {days} days to the latest edition",
    publisherColumn: "Publisher",
    citationsColumn: "Citations",
    shareColumn: "Share",
  },
  sourceChart: {
    title: "Primary and reported",
    none: "No story cites a primary or a reported source yet.",
    /** Of the three messages below. */
    finding: "Of {sources}, {primary} and {reported}.",
    sources: { one: "{count} source", other: "{count} sources" },
    primary: { one: "{count} is primary", other: "{count} are primary" },
    reported: { one: "{count} reported", other: "{count} reported" },
    byDay: "A column for each day: primary sources above the line, reported ones, hollow, below it.",
    byWeek: "A column for each week: primary sources above the line, reported ones, hollow, below it.",
    /** A list of one or both of the two below. */
    notDrawn: "Not drawn: {sources}.",
    vendors: { one: "{count} of vendors about themselves", other: "{count} of vendors about themselves" },
    analyses: { one: "{count} of analysis", other: "{count} of analysis" },
    table: "Sources by kind",
    primaryColumn: "Primary",
    reportedColumn: "Reported",
  },
  levelChart: {
    title: "AI levels",
    /** Of the messages below: how many stories there are, and how many of each level or that there is none. */
    finding: "Of {stories}, {people}, {assisted}, and {generated}.",
    stories: { one: "{count} story", other: "{count} stories" },
    people: { one: "{count} was written by people alone", other: "{count} were written by people alone" },
    noPeople: "none were written by people alone",
    assisted: { one: "{count} with AI assistance", other: "{count} with AI assistance" },
    noAssisted: "none with AI assistance",
    generated: { one: "{count} was generated by AI", other: "{count} were generated by AI" },
    noGenerated: "none were generated by AI",
    byDay:
      "A column for each day, as high as the number of its stories: solid where AI generated them, hatched where it assisted, hollow where people wrote them.",
    byWeek:
      "A column for each week, as high as the number of its stories: solid where AI generated them, hatched where it assisted, hollow where people wrote them.",
    table: "Stories by AI level",
  },
  lengthChart: {
    title: "Length",
    none: "There are no words to count yet.",
    /** `{count}` is the average. */
    finding: {
      one: "An edition has about {count} word, the shortest {least}, the longest {most}.",
      other: "An edition has about {count} words, the shortest {least}, the longest {most}.",
    },
    byDay: "For each day, a line from its shortest edition to its longest and a dot at the average.",
    byWeek: "For each week, a line from its shortest edition to its longest and a dot at the average.",
    table: "Words of an edition, to the nearest fifty a text",
    shortest: "Shortest",
    average: "Average",
    longest: "Longest",
  },
} as const;
