import { BASE, EDITION, SECOND, STORY } from "../base.ts";
import {
  body,
  both,
  elsewhere,
  fine,
  type Mistakes,
  replaceIn,
  rename,
  several,
  story,
  style,
  title,
  write,
} from "../mistake.ts";

const lede = (typed: string) => replaceIn(EDITION, ["Two stories of one town.", typed]);

/** What is wrong, or only looks so, in the words themselves. */
export const PROSE: Mistakes = {
  "40. a source of the future": style("source-in-future", story("2026-03-03", "2026-04-03")),
  "41. two ways to spell": {
    ...style("spelling-mix", body("forty colours, and colors of drills, to be organised and organized as")),
    causes: 2,
  },
  "42. a word twice": style("doubled-word", body("forty of the the tools")),
  "43. a story of last week again": {
    ...elsewhere(
      `${STORY}:9`,
      "the later of the two repeats the earlier one",
      both(
        write("editions/2026/03-03-evening/library-tools.md", String(BASE[STORY])),
        write("editions/2026/03-03-evening/edition.md", "---\nstories: [library-tools]\n---\nOne story of one town.\n"),
      ),
    ),
    style: "repeated-link",
  },
  "44. a weekday that is another": style("weekday", lede("Two stories of one town, on Thursday 4 March 2026.")),
  "45. a day in a text that is another weekday's": style("weekday", lede("The town voted on Wednesday 5 March 2026.")),
  "56. bullets of a word processor": several(2, body("forty tools:\n\n• drills\n• ladders\n\nAll")),
  "57. a bullet of a private font": style("ligature", body("forty\uF0B7 tools")),
  "59. an emoji and a flag": fine("they are shown", body("forty 🛠️ tools 🇩🇪")),
  "61. a text in German": fine("a publication may quote", body("„Vierzig Werkzeuge“, forty tools")),
  "62. a no-break space as in French": fine("French sets it before “!”", body("« quarante\u00A0» tools")),
  "63. a text in Japanese": fine("a publication may quote", body("「四十の道具」, forty tools")),
  "73. a heading without its space": story("## Why it", "##Why it"),
  "75. a line in bold for a heading": fine(
    "it is a line in bold",
    story("## Why it does so now", "**Why it does so now**"),
  ),
  "95. a word for what is to be done": style("left-over", body("forty tools (TODO: count again)")),
  "96. a text for a text": style("left-over", body("forty tools.\n\nText here…\n\nAll")),
  "100. a title in capitals": style("headline-style", title("THE TOWN LIBRARY LENDS TOOLS FROM MONDAY")),
  "101. a title with a full stop and two blanks": fine(
    "readers see one blank",
    title("The town library lends  tools."),
  ),
  "102. bold that does not end": body("**forty tools"),
  "103. inches in straight quotes": fine("they are inches", body('forty 3" tools')),
  "116. a link that says “click here”": fine(
    "what it says is its writer's choice",
    body("forty tools, [click here](https://wire.example.org/x),"),
  ),
  "120. an address of e-mail in a text": fine("it is shown as typed", body("forty tools (desk@example.org)")),
  "122. a template's braces": fine("they are shown as typed", body("forty {{ tools }}")),
  "123. a link of a program for notes": body("[[forty tools]]"),
  "124. a list of tasks": several(2, body("forty tools:\n\n- [ ] drills\n- [x] ladders\n\nAll")),
  "125. a formula": fine("it is shown as typed", body("$x^2$ tools")),
  "a text with tabs": fine("a tab is a space", body("forty\ttools")),
  "two stories of one title": fine(
    "two may have one",
    both(title("A bus runs through the night"), rename(SECOND, SECOND)),
  ),
};
