import * as z from "zod";
import { isZone } from "../time/calendar.ts";
import { announceSchema } from "./keys/announce-schema.ts";
import { audioSchema } from "./keys/audio-schema.ts";
import {
  address,
  alias,
  clock,
  code,
  day,
  email,
  entryOf,
  host,
  id,
  line,
  localTime,
  must,
  oneOrMany,
  period,
  text,
} from "./fields.ts";
import { readUrl } from "../links/read-url.ts";
import { isPerson } from "../words/is-person.ts";
import { called, listed, type ListedIn, notShown, shown } from "./marks.ts";
import { formerEntry, formerText, gone } from "./keys/former-schema.ts";
import { lettersSchema } from "./keys/letter-schema.ts";
import { correction, identity, language, MOST, type signOffRecord, signOff, source } from "./text-parts.ts";
import { themeSchema } from "./keys/theme-schema.ts";

/**
 * The front-matter keys and vocabularies of the content format, in one place: types and checks derive from it, and from the
 * marks of a story's and an edition's texts what a sign-off covers, what an embargo looks for and what an outline holds.
 */

export const AI_LEVELS = ["human-only", "ai-assisted", "ai-autonomous"] as const;
export const PUBLISHER_KINDS = ["press", "primary", "vendor"] as const;
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

const name = line(MOST.name);

const ai = called("How it was written", listed(z.enum(AI_LEVELS).optional()));
const corrections = shown(z.array(correction).optional());
/** Taken out and put in by “publish” and “back to draft”, which look at the text first. */
const draft = called("Draft", z.boolean().optional(), "none");
const publish = called("Appears at", localTime.optional());
const formerly = called("Earlier addresses", formerText.optional());
const comments = called("Takes letters", z.boolean().optional());

export const storySchema = z.strictObject({
  title: called("Headline", listed(shown(line(110, "The headline")))),
  short: called(
    "Short headline",
    listed(shown(line(48, "The headline in a few words, for the edition's composed headline").optional())),
  ),
  topic: listed(notShown(code.meta({ description: "An id in topics.yaml, or an alias", vocabulary: "topics" }))),
  tags: shown(z.array(line(32)).optional()),
  source: called("Sources", shown(oneOrMany(source), "sources")),
  affiliate: called("Has paid links", z.boolean().optional()),
  ai,
  byline: called("By", oneOrMany(entryOf("people")).optional()),
  signoff: signOff.optional(),
  image: called(
    "Picture",
    z
      .strictObject({
        src: called("File", code.meta({ input: "picture" })),
        alt: called("What it shows, for those who cannot see it", shown(text(MOST.alt))),
        credit: shown(line(MOST.heading).optional()),
      })
      .optional(),
  ),
  follows: called("Follows the story", listed(identity.optional())),
  whatsNew: called("What is new in it", listed(shown(text(200).optional()))),
  corrections,
  draft,
  publish,
  comments,
  formerly,
});

export const editionSchema = z.strictObject({
  stories: called("Running order", notShown(z.array(code.meta({ input: "story-here" })).optional())),
  title: called("Headline", listed(shown(line(MOST.heading).optional()))),
  description: shown(text(MOST.description).optional()),
  publish,
  draft,
  ai,
  signoff: signOff.optional(),
  corrections,
  comments,
  audio: called("Recording", listed(shown(audioSchema.optional()))),
  formerly,
});

/** What stands in the place of a text that was taken back; what is left of the text is read by nobody. */
export const goneStorySchema = storySchema.partial().extend({ gone });
export const goneEditionSchema = editionSchema.partial().extend({ gone });

export const pageSchema = z.strictObject({
  title: line(MOST.heading),
  description: text(MOST.description).optional(),
  nav: z.number().optional(),
  formerly: formerEntry.optional(),
});

export const topicsSchema = z.record(
  id,
  z.strictObject({
    name,
    description: text(MOST.description).optional(),
    aliases: z.array(alias).optional(),
    formerly: formerEntry.optional(),
  }),
);
export const publishersSchema = z.record(
  id,
  z.strictObject({
    name,
    url: address,
    kind: z.enum(PUBLISHER_KINDS).optional(),
    paywall: z.boolean().optional(),
    feed: oneOrMany(address).optional(),
    formerly: formerEntry.optional(),
  }),
);
export const peopleSchema = z.record(
  id,
  z.strictObject({
    name: name.check(
      must(
        (name) => isPerson(name),
        ["not-a-person", "this names no person", "name the human being who answers for the work"],
      ),
    ),
    role: line(MOST.role),
    email: email.optional(),
    url: address.optional(),
    bio: text(MOST.description).optional(),
  }),
);
export const affiliatesSchema = z.record(
  id,
  z.strictObject({ name, url: address, hosts: oneOrMany(host), disclosure: text(MOST.notice).optional() }),
);
export const sponsorsSchema = z.record(
  id,
  z.strictObject({
    advertiser: name,
    text: text(MOST.notice),
    url: address,
    from: day,
    to: day,
    slots: oneOrMany(id).optional(),
  }),
);

const weekday = z.enum(WEEKDAYS);

/** When editions are expected. A slot that no longer appears has no days: `slots: { midday: { days: [] } }`. */
const calendar = z.strictObject({
  days: oneOrMany(weekday).optional(),
  except: oneOrMany(period, 0).optional(),
  slots: z.record(id, z.strictObject({ days: oneOrMany(weekday, 0) })).optional(),
});

export const siteSchema = z.strictObject({
  name,
  tagline: line(MOST.heading).optional(),
  url: code.check(
    must(
      (value) => /^https:\/\/[^\s?#@]+$/.test(value) && readUrl(value) !== undefined,
      ["bad-link", "this is not the site's address", "write it as https://example.org, without “?” or “#”"],
    ),
  ),
  language: language.optional(),
  zone: z.string().check(must(isZone, ["bad-zone", "this is not a time zone", "write it as Europe/London"])),
  publisher: z.strictObject({ name, email: email.optional(), url: address.optional() }),
  slots: z
    .record(
      id,
      z.strictObject({
        name,
        time: clock,
      }),
    )
    .refine((slots) => Object.keys(slots).length > 0, {
      error: "a publication has at least one slot",
      params: { rule: "missing-value" },
    }),
  calendar: calendar.optional(),
  byline: entryOf("people").optional(),
  responsible: entryOf("people").optional(),
  ai: z.enum(AI_LEVELS).optional(),
  comments: z.boolean().optional(),
  letters: lettersSchema.optional(),
  api: z.boolean().optional(),
  offline: z.boolean().optional(),
  subscribe: address.optional(),
  theme: themeSchema.optional(),
  announce: announceSchema.optional(),
});

export type SignOffRecord = z.infer<typeof signOffRecord>;
export type AiLevel = (typeof AI_LEVELS)[number];
export type Weekday = (typeof WEEKDAYS)[number];
export type StoryFrontMatter = z.infer<typeof storySchema>;
export type EditionFrontMatter = z.infer<typeof editionSchema>;
export type ListedOfStory = ListedIn<typeof storySchema>;
export type ListedOfEdition = ListedIn<typeof editionSchema>;
export type SiteConfig = z.infer<typeof siteSchema>;
export type Topics = z.infer<typeof topicsSchema>;
export type Publishers = z.infer<typeof publishersSchema>;
export type People = z.infer<typeof peopleSchema>;
export type Affiliates = z.infer<typeof affiliatesSchema>;
export type Sponsors = z.infer<typeof sponsorsSchema>;
