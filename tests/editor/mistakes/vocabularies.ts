import { PUBLISHERS } from "../base.ts";
import { elsewhere, fine, type Mistakes, replaceIn, several, write } from "../mistake.ts";
import { MISSING } from "./keys.ts";

const site = (from: string, to: string) => replaceIn("site.yaml", [from, to]);
const people = (to: string) => write("people.yaml", `robin-example: ${to}\n`);
const post = (from: string, to: string) => replaceIn(PUBLISHERS, [from, to]);
const shop = (from: string, to: string) => replaceIn("affiliates.yaml", [from, to]);
const sponsor = (from: string, to: string) => replaceIn("sponsors.yaml", [from, to]);

/** site.yaml and the vocabularies. */
export const VOCABULARIES: Mistakes = {
  "a publisher without an address": post(", url: https://post.example.net", ""),
  "a publisher without https": post("https://post.example.net", "post.example.net"),
  "a publisher as its address": post(
    "{ name: Harbour Post, url: https://post.example.net }",
    "https://post.example.net",
  ),
  "a publisher as its name": post("{ name: Harbour Post, url: https://post.example.net }", "Harbour Post"),
  "a publisher without a value": post("{ name: Harbour Post, url: https://post.example.net }", ""),
  "a publisher by its name as its id": replaceIn(PUBLISHERS, [
    "example-wire:",
    "Village Voice: { name: Village Voice, url: https://voice.example.net }\nexample-wire:",
  ]),
  "a publisher with an underscore in its id": post(
    "harbour-post:",
    "village_voice: { name: Voice, url: https://voice.example.net }\nharbour-post:",
  ),
  "a publisher twice": post(
    "post.example.net }\n",
    "post.example.net }\nharbour-post: { name: Post, url: https://post.example.net }\n",
  ),
  "publishers as a list": write(
    PUBLISHERS,
    "- id: example-wire\n  name: Example Wire\n  url: https://wire.example.org\n- id: harbour-post\n  name: Harbour Post\n  url: https://post.example.net\n",
  ),
  "a publisher's key with a capital": post("{ name: Harbour", "{ Name: Harbour"),
  "a publisher's paywall as yes": post("example.net }", "example.net, paywall: yes }"),
  "a publisher's kind that is none": post("example.net }", "example.net, kind: newspaper }"),
  "a person without a role": people("{ name: Robin Example }"),
  "a person as a name": people("Robin Example"),
  "a person's address of e-mail in brackets": people(
    "{ name: Robin Example, role: Editor, email: <robin@example.org> }",
  ),
  "a person's address of e-mail with mailto": people(
    "{ name: Robin Example, role: Editor, email: mailto:robin@example.org }",
  ),
  "a person's address of e-mail with “at”": people(
    "{ name: Robin Example, role: Editor, email: robin at example.org }",
  ),
  "a person's page that is an address of e-mail": people(
    "{ name: Robin Example, role: Editor, url: robin@example.org }",
  ),
  "a person's page as a name on a network": people('{ name: Robin Example, role: Editor, url: "@robin" }'),
  "a person that is a desk": fine(
    "no program can tell whose name it is",
    people("{ name: Update Desk, role: Editor }"),
  ),
  "topics as a list": write("topics.yaml", "- towns\n- transport\n"),
  "a topic as its name": replaceIn("topics.yaml", ["{ name: Transport }", "Transport"]),
  "a topic with a blank in its id": replaceIn("topics.yaml", [
    "transport: {",
    "public parks: { name: Parks }\ntransport: {",
  ]),
  "a topic with a title for its name": replaceIn("topics.yaml", ["{ name: Transport }", "{ title: Transport }"]),
  "a programme's hosts with https": shop("[books.example.net]", "[https://books.example.net/]"),
  "a programme's hosts as a text": shop("[books.example.net]", "books.example.net, shop.example.net"),
  "a programme without hosts": shop(", hosts: [books.example.net]", ""),
  "a sponsor that ends before it begins": sponsor("to: 2026-03-31", "to: 2026-03-01"),
  "a sponsor's slot that is none": sponsor("[evening]", "[afternoon]"),
  "a sponsor's slot with a capital": sponsor("[evening]", "[Evening]"),
  "a sponsor's slots as a text": sponsor("[evening]", "morning, evening"),
  "a sponsor's address without https": sponsor("https://ferry", "ferry"),
  "a sponsor without its text": elsewhere(
    "sponsors.yaml:1",
    MISSING,
    sponsor("  text: The ferry runs all night.\n", ""),
  ),
  "the publication's address without https": site("https://update.example.org", "update.example.org"),
  "the publication's address with http": site("https://update.example.org", "http://update.example.org"),
  "the publication's language as a word": site("language: en", "language: English"),
  "the publication's zone as a city": site("Europe/London", "London"),
  "the publication's zone as its letters": fine("it is the name of one as well", site("Europe/London", "CET")),
  "the publication's zone with a blank": site("Europe/London", "Europe / London"),
  "the publication's publisher as a text": site("{ name: Update Desk, email: desk@example.org }", "Update Desk"),
  "the publication's publisher with a link to mail": site("email: desk@example.org", "email: mailto:desk@example.org"),
  "a responsible person by the name": fine(
    "understood, and tidied",
    site("responsible: robin-example", "responsible: Robin Example"),
  ),
  "a responsible person of a slip": site("responsible: robin-example", "responsible: robin-exampel"),
  "a slot with a capital": several(1, site("  evening:", "  Evening:")),
  "a slot as its time": site('{ name: Morning Update, time: "07:00" }', '"07:00"'),
  "slots as a list": site(
    '  morning: { name: Morning Update, time: "07:00" }\n  evening: { name: Evening Update, time: "18:00" }',
    '  - { name: Morning Update, time: "07:00" }\n  - { name: Evening Update, time: "18:00" }',
  ),
  "days of the calendar in whole words": several(
    2,
    site("byline:", "calendar: { days: [Monday, Wednesday] }\nbyline:"),
  ),
  "days of the calendar as a range": site("byline:", "calendar: { days: mon-fri }\nbyline:"),
  "days of the calendar with capitals": site("byline:", "calendar: { days: [Wed] }\nbyline:"),
  "an exception of the calendar in words": site("byline:", "calendar: { except: 25 December 2026 }\nbyline:"),
  "an exception of the calendar as Germans write it": site("byline:", "calendar: { except: 25.12.2026 }\nbyline:"),
  "an exception of the calendar with “to”": site("byline:", "calendar: { except: 2026-12-24 to 2026-12-27 }\nbyline:"),
  "a colour without quotes": site("byline:", "theme:\n  accent: #1b6b3a\nbyline:"),
  "a colour as a word": site("byline:", "theme:\n  accent: green\nbyline:"),
  "comments as yes": site("byline:", "comments: yes\nbyline:"),
};
