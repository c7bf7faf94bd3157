import { BASE, EDITION, type Files, PIXEL, PUBLISHERS, SECOND, STORY } from "./base.ts";

/** What an editor does wrong: the files as they are then. */
type Mistake = (files: Files) => Files;

function write(path: string, text: string | Uint8Array): Mistake {
  return (files) => ({ ...files, [path]: text });
}

function replaceIn(path: string, ...pairs: readonly (readonly [from: string, to: string])[]): Mistake {
  return (files) => {
    let text = String(files[path]);
    for (const [from, to] of pairs) {
      if (!text.includes(from)) throw new Error(`${path} holds no “${from}”`);
      text = text.replace(from, () => to);
    }
    return { ...files, [path]: text };
  };
}

function rename(from: string, to: string): Mistake {
  return ({ [from]: text = "", ...files }) => ({ ...files, [to]: text });
}

const both =
  (...mistakes: readonly Mistake[]): Mistake =>
  (files) =>
    mistakes.reduce((done, mistake) => mistake(done), files);

const story = (from: string, to: string) => replaceIn(STORY, [from, to]);
const title = (typed: string) => story("The town library lends tools from Monday", typed);
const front = (lines: string) => story("affiliate: false\n", `affiliate: false\n${lines}\n`);
const publisher = (typed: string) => story("publisher: example-wire", `publisher: ${typed}`);
const body = (to: string) => story("forty tools", to);
const whole = (text: string) => write(STORY, text);
const STORY_TEXT = String(BASE[STORY]);
const [, FRONT = "", BODY = ""] = STORY_TEXT.split(/^---\n/m);
const order = (typed: string) => replaceIn(EDITION, ["stories: [library-tools, night-bus]", typed]);
const FOLDER = STORY.slice(0, STORY.lastIndexOf("/"));
const SOURCE = FRONT.slice(FRONT.indexOf("source:"), FRONT.indexOf("affiliate:"));
const source = (typed: string) => story(SOURCE, typed);
const elsewhere = (folder: string): Mistake =>
  both(...[STORY, SECOND, EDITION].map((path) => rename(path, path.replace("2026/03-04-evening", folder))));

export const MISTAKES: Readonly<Record<string, Mistake>> = {
  // Keys
  "a letter of a key exchanged": story("title:", "titel:"),
  "a key with a capital": story("topic:", "Topic:"),
  "a key in the plural": story("source:", "sources:"),
  "another word for a key": story("title:", "headline:"),
  "another word for a key, of a source": story("    url:", "    link:"),
  "another word for a publisher": story("- publisher:", "- outlet:"),
  "another word for a key that may be left out": story("tags:", "keywords:"),
  "a key that is none": front("mood: cheerful"),
  "a key in quotes of print": story("title:", "“title”:"),
  "a key twice": front("topic: transport"),
  "a key left out": story("topic: towns\n", ""),
  "a key without a value": story("topic: towns", "topic:"),
  "no space behind the colon": story("topic: towns", "topic:towns"),
  "no colon": story("topic: towns", "topic towns"),
  "an equals sign for a colon": story("topic: towns", "topic = towns"),
  "a colon of another script": story("topic: towns", "topic： towns"),
  // Indents
  "a line of a source too far left": story("    url:", "  url:"),
  "a line of a source one space too far left": story("    url:", "   url:"),
  "a line of a source too far right": story("    url:", "      url:"),
  "a source not indented at all": source(SOURCE.replaceAll(/^ {2}(?: {2})?/gm, "")),
  "a source without its dash, not indented": source(SOURCE.replaceAll(/^ {2}(?:- | {2})/gm, "")),
  "a tab for an indent": story("    url:", "\turl:"),
  "a key indented that is not": story("affiliate: false", "  affiliate: false"),
  "a first key indented": story("title: The", " title: The"),
  // Values that YAML reads otherwise
  "a colon in a title": title("Library: tools from Monday"),
  "a title whose first word is in quotes": title('"Tools" from the library'),
  "a title that begins with an apostrophe": title("'Tis the season for tools"),
  "a title with a quote that is not closed": title('"Tools from the library'),
  "a title with a hash": title("After #repair, the library lends tools"),
  "a title that is a hash": title("#repair"),
  "a title that begins with an at sign": title("@library lends tools"),
  "a title that begins with a percent sign": title("%50 more: tools"),
  "a title that begins with a backtick": title("`drill` for all"),
  "a title that begins with a bracket": title("[Update] Tools from the library"),
  "a title that begins with a brace": title("{Update} Tools from the library"),
  "a title that begins with a star": title("*Tools* from the library"),
  "a title that begins with an and": title("& then tools"),
  "a title that begins with an exclamation mark": title("!Tools"),
  "a title that begins with a dash": title("- Tools from the library"),
  "a title that is a year": title("2026"),
  "a title with a code for an emoji": title(":wrench: Tools: all of them"),
  "a title on two lines": title("The town library\nlends tools"),
  "a title too long": title("The town library lends tools from Monday, and ".repeat(4).trim()),
  "true in quotes of print": story("affiliate: false", "affiliate: “false”"),
  "true in quotes": story("affiliate: false", 'affiliate: "false"'),
  "no for false": story("affiliate: false", "affiliate: no"),
  "yes for true": front("draft: yes"),
  "tags as a text": story("[libraries, repairs]", "libraries, repairs"),
  "a list that is not closed": story("[libraries, repairs]", "[libraries, repairs"),
  "a topic as a list": story("topic: towns", "topic: [towns, transport]"),
  "a correction with a colon": front(
    "corrections:\n  - at: 2026-03-04T19:00\n    kind: correction\n    text: Wrong: it is forty.",
  ),
  "a correction without its time": front("corrections:\n  - kind: correction\n    text: It is forty."),
  "a correction of no kind": front("corrections:\n  - at: 2026-03-04T19:00\n    kind: fix\n    text: It is forty."),
  // Dates
  "a date in quotes of print": story("2026-03-03", "“2026-03-03”"),
  "a date as Germans write it": story("2026-03-03", "03.03.2026"),
  "a date with slashes": story("2026-03-03", "2026/03/03"),
  "a date in words": story("2026-03-03", "3 March 2026"),
  "a date without zeros": story("2026-03-03", "2026-3-3"),
  "a day that no month has": story("2026-03-03", "2026-02-30"),
  "a time with a blank": front("publish: 2026-03-04 18:30"),
  "a time with a zone": front("publish: 2026-03-04T18:30Z"),
  "a time without a time": front("publish: 2026-03-04"),
  "a time in quotes of print": front("publish: “2026-03-04T18:30”"),
  // Fences
  "a fence that is never closed": whole(`---\n${FRONT}${BODY}`),
  "a fence that is never closed, and no text": whole(`---\n${FRONT}`),
  "a fence with a dash of print": whole(`---\n${FRONT}—-\n${BODY}`),
  "a fence indented": whole(`---\n${FRONT} ---\n${BODY}`),
  "a fence of two dashes": whole(`---\n${FRONT}--\n${BODY}`),
  "a fence of four dashes": whole(`---\n${FRONT}----\n${BODY}`),
  "a fence of equals signs": whole(`---\n${FRONT}===\n${BODY}`),
  "a blank line above the fence": whole(`\n${STORY_TEXT}`),
  "text behind the fence": whole(`---\n${FRONT}--- The library\n${BODY}`),
  "a text above the front matter": whole(`The library lends tools.\n\n${STORY_TEXT}`),
  "no front matter": whole(BODY),
  "front matter without its first fence": whole(`${FRONT}---\n${BODY}`),
  "front matter as TOML": whole(`+++\ntitle = "Tools"\n+++\n${BODY}`),
  "front matter as JSON": whole(`{\n  "title": "Tools"\n}\n${BODY}`),
  // Files
  "a picture whose name is wrong": both(write(`${FOLDER}/drill.png`, PIXEL), body("![A drill](dril.png)")),
  "a picture with a blank and capitals": both(write(`${FOLDER}/IMG 1234.PNG`, PIXEL), body("![A drill](img-1234.png)")),
  "a picture that is a text": both(write(`${FOLDER}/drill.png`, PIXEL), front("image: drill.png")),
  "a picture without a description": both(write(`${FOLDER}/drill.png`, PIXEL), front("image:\n  src: drill.png")),
  "a picture of a phone": write(`${FOLDER}/img-1234.heic`, "heic"),
  "a picture of a phone with capitals": write(`${FOLDER}/IMG_1234.HEIC`, "heic"),
  "a drawing": write(`${FOLDER}/chart.svg`, "<svg/>"),
  "a moving picture": write(`${FOLDER}/drill.gif`, "GIF89a"),
  "a film": write(`${FOLDER}/drill.mp4`, "mp4"),
  "a document of Word": write(`${FOLDER}/night-train.docx`, "docx"),
  "a story with a blank and a capital in its name": rename(SECOND, `${FOLDER}/Night bus.md`),
  "a story as .txt": rename(SECOND, `${FOLDER}/night-bus.txt`),
  "a story as .markdown": rename(SECOND, `${FOLDER}/night-bus.markdown`),
  "a story as .md.txt": rename(SECOND, `${FOLDER}/night-bus.md.txt`),
  "a copy of an editor's": write(`${FOLDER}/night-bus.md~`, "text"),
  "a folder of no day": elsewhere("2026/02-30-evening"),
  "a folder with a capital": elsewhere("2026/03-04-Evening"),
  "a folder with the year": elsewhere("2026/2026-03-04-evening"),
  "a folder of no slot": elsewhere("2026/03-04-noon"),
  "UTF-16": write(STORY, Buffer.from(`\uFEFF${STORY_TEXT}`, "utf16le")),
  "Windows-1252": write(STORY, Buffer.from(STORY_TEXT.replace("fee", "f\u00e9e"), "latin1")),
  // The running order
  "a story that the running order lacks": order("stories: [library-tools]"),
  "the running order with .md": order("stories: [library-tools.md, night-bus.md]"),
  "the running order by titles": order("stories: [Library tools, Night bus]"),
  "the running order without a comma": order("stories: [library-tools night-bus]"),
  "the running order without brackets": order("stories: library-tools, night-bus"),
  "the running order with a slip": order("stories: [libary-tools, night-bus]"),
  "the running order with another story": order("stories: [library-tools, night-bus, ferries]"),
  // What the vocabularies know
  "a publisher by its name": publisher("Example Wire"),
  "a publisher with a slip": publisher("exampel-wire"),
  "a publisher that is new": publisher("village-voice"),
  "a publisher that is new, by its name": publisher("Village Voice"),
  "a publisher by its address": publisher("https://wire.example.org"),
  "a publisher without an address": replaceIn(PUBLISHERS, [", url: https://post.example.net", ""]),
  "a topic by its name": story("topic: towns", "topic: Towns and villages"),
  "a topic that is new": story("topic: towns", "topic: gardening"),
  "a byline by its name": front("byline: Robin Example"),
  "a byline of nobody": front("byline: kim"),
  "a source as an address": source("source: https://wire.example.org/tools\n"),
  "a source as a list of addresses": source("source:\n  - https://wire.example.org/tools\n"),
  "a source as a name": source("source: Example Wire\n"),
  "a source without https": story("url: https://wire.example.org/tools", "url: www.wire.example.org/tools"),
  "a source that follows readers": story("example.org/tools\n", "example.org/tools?utm_source=mail&utm_medium=mail\n"),
  "a kind of source that is none": story("kind: reporting", "kind: news"),
  "an ai level in words": front("ai: ai assisted"),
  "an ai level without a sign-off": front("ai: ai-assisted"),
  "a thread without what is new": front("follows: 2026-03-03-evening/tools"),
  "a thread as a file": front("follows: editions/2026/03-03-evening/tools.md\nwhatsNew: All."),
  "a thread as an address": front("follows: https://update.example.org/2026/03/03/evening/tools/\nwhatsNew: All."),
  // Conflicts
  "a conflict in a text": body("\n<<<<<<< HEAD\nforty tools\n=======\nfifty tools\n>>>>>>> tools\n"),
  "a conflict in front matter": story(
    "topic: towns\n",
    "<<<<<<< HEAD\ntopic: towns\n=======\ntopic: transport\n>>>>>>> tools\n",
  ),
  "a conflict in a running order": order(
    "<<<<<<< HEAD\nstories: [library-tools]\n=======\nstories: [night-bus]\n>>>>>>> tools",
  ),
  "a conflict in a vocabulary": replaceIn(PUBLISHERS, [
    "harbour-post",
    "<<<<<<< HEAD\nharbour-post: { name: A, url: https://a.example.net }\n=======\n>>>>>>> tools\nharbour-post",
  ]),
  // The text
  "a code fence that is not closed": body("\n\n```\nforty tools\n\n"),
  "a heading of the title's level": body("\n\n# Forty\n\n"),
  "a second analysis": story("| Tool ", "## And then\n\n| Tool "),
  "no summary": whole(`---\n${FRONT}---\n## Why\n\nRepairs.\n`),
  "a row of a table too long": story("| Drill  | 3    |", "| Drill | 3 | 4 |"),
  "a footnote that is nowhere": body("forty[^1] tools"),
  "a link without https": body("[forty](www.wire.example.org)"),
  "a link of plain http": body("[forty](http://wire.example.org/x)"),
  "a word in HTML": body("<b>forty</b> tools"),
  "a post's embed": body(
    '<blockquote class="post"><p>forty</p></blockquote><script src="https://a.example/"></script>',
  ),
  "an HTML comment": body("forty <!-- count again --> tools"),
  "a line break in HTML": body("forty<br>tools"),
  "characters of a word processor": body("forty\u200B to\u2028ols"),
  "a paid link without its flag": body("[forty](affiliate:bookshop/x)"),
  "a programme with a slip": both(body("[forty](affiliate:bokshop/x)"), story("affiliate: false", "affiliate: true")),
  "a story that is linked wrongly": body("[forty](story:2026-03-04-evening/night-buses)"),
};
