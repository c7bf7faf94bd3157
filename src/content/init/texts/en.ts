import type { SampleTexts } from "../sample.ts";

export const en: SampleTexts = {
  role: "Editor",
  slots: {
    morning: "Morning edition",
    midday: "Midday edition",
    evening: "Evening edition",
    weekend: "Weekend edition",
  },
  topic: { name: "News", description: "Stories that have no topic of their own yet." },
  story: {
    title: "This is a sample story, and no news",
    short: "A sample story",
    summary: `This story came with the program, so that {name} has a page to look at before its first story is written. No person has edited it, and its label says so.

To take it away, delete the folder \`{folder}\`, and the line \`commonmark\` with what stands below it in \`content/publishers.yaml\`.`,
    analysisTitle: "How a story is made",
    analysis: `A story is a file of Markdown, as the CommonMark project describes it. The first part is the summary. Everything below the first line that begins with \`##\` is the analysis.

\`npm run new -- story\` begins a story of your own. It asks for the headline, the topic and the source, and writes a draft that only the preview shows.`,
  },
  edition: {
    lede: "A sample edition with one sample story. Both can be deleted.",
    whyTitle: "What comes next",
    why: "As soon as an edition of its own appears here, {name} has begun.",
  },
  pages: {
    about: {
      title: "About",
      description: "What {name} is, and who answers for it.",
      body: `{name} is a digest of news. {editor} holds editorial responsibility.

## Reading it elsewhere

Every text is in the [feed of editions](/feed.xml), in the [feed of stories](/stories.xml) and in [JSON](/feed.json), in full.`,
    },
    standards: {
      title: "Standards",
      description: "How {name} works with sources, mistakes, machines and money.",
      body: `## Sources

Each story names at least one source and leads to it.

## Mistakes

A correction stands at the story, with its date, and on the [list of corrections](/corrections/).

## Machines

A label tells whether a story was written by people alone, with the help of a model under a named person’s review, or by a program that nobody edited.

## Money

A paid link is marked as one, and its page says so above it. The [list of disclosures](/disclosures/) has every programme and advertisement.`,
    },
    privacy: {
      title: "Privacy",
      description: "What this site knows of its readers.",
      body: `The pages set no cookies, count nobody and load nothing from other sites. If you choose a colour scheme, your browser remembers it; the choice stays with you. It also keeps pages that you opened, and the latest edition, so that you can read them without a network; they stay on your device.

The operator of the web server can see from which address, and when, a page was asked for.

If you write a letter about a story, it is published under the name that you give, once an editor has accepted it. Your e-mail address is published nowhere. It is deleted when an editor has decided, and after 30 days in any case. How many letters came from one computer is counted in memory alone, under a salted hash of its address.`,
    },
  },
};
