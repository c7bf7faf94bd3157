import { EDITION, FOLDER, PUBLISHERS, SECOND, STORY } from "./base.ts";
import { both, type Change, rename, replaceIn } from "./mistake.ts";

const story = (...pairs: readonly (readonly [from: string, to: string])[]): Change => replaceIn(STORY, ...pairs);

/** What somebody does who reads nothing but the message of a mistake, and does what its hint says. */
export const MENDED: Readonly<Record<string, Change>> = {
  "1. a letter of a key exchanged": story(["titel:", "title:"]),
  "6. a source not indented at all": story(
    ["\n- publisher", "\n  - publisher"],
    ["\ntitle: Drills", "\n    title: Drills"],
    ["\nurl:", "\n    url:"],
    ["\npublished:", "\n    published:"],
    ["\nkind:", "\n    kind:"],
  ),
  "no-break spaces for an indent": story(["\u00A0\u00A0\u00A0\u00A0url:", "    url:"]),
  "a source with a bullet for its dash": story(["• publisher: example-wire", "- publisher: example-wire"]),
  "the first line of a source one space too far left": story(["\n - publisher", "\n  - publisher"]),
  "a source with a dash before each line": story(
    ["  - title", "    title"],
    ["  - url", "    url"],
    ["  - published", "    published"],
    ["  - kind", "    kind"],
  ),
  "13. a colon in a title": story(["title: Library: tools from Monday", 'title: "Library: tools from Monday"']),
  "15. a title that begins with an apostrophe": story([
    "title: 'Tis the season: tools",
    `title: "'Tis the season: tools"`,
  ]),
  "a comma at the end of a text": story(['short: "Tools from the library",', 'short: "Tools from the library"']),
  "tags in round brackets": story(["(libraries, repairs)", "[libraries, repairs]"]),
  "no comma within braces": replaceIn(PUBLISHERS, [
    "{ name: Harbour Post url: https://post.example.net }",
    "{ name: Harbour Post, url: https://post.example.net }",
  ]),
  "33. a date as Germans write it": story(["03.03.2026", "2026-03-03"]),
  "a time in whole hours": story(["2026-03-04 6pm", "2026-03-04T18:00"]),
  "22. a fence that is never closed": story(["The library lends", "---\nThe library lends"]),
  "both fences of a dash of print": story(["—\n", "---\n"], ["\n—\n", "\n---\n"]),
  "71. the running order without brackets": replaceIn(EDITION, [
    "stories: library-tools, night-bus",
    "stories: [library-tools, night-bus]",
  ]),
  "edition.md misspelt": rename(`${FOLDER}/editon.md`, EDITION),
  "a story as .md.txt": rename(`${FOLDER}/night-bus.md.txt`, SECOND),
  "a folder with the year and a blank": both(
    ...["edition.md", "library-tools.md", "night-bus.md"].map((name) =>
      rename(`editions/2026/2026-03-04 evening/${name}`, `${FOLDER}/${name}`),
    ),
  ),
  "27. a picture whose name is wrong": story(["src: dril.png", "src: drill.png"]),
  "93. a thread as a file": story(["2026/03-04-evening/night-bus.md", "2026-03-04-evening/night-bus"]),
  "a word in HTML": story(["<b>forty</b> tools", "**forty** tools"]),
};
