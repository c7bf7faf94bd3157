import { EDITION } from "../base.ts";
import { fine, type Mistakes, order, replaceIn, several } from "../mistake.ts";

/** The running order. */
export const ORDER: Mistakes = {
  "67. a story that the running order lacks": order("stories: [library-tools]"),
  "68. the running order with .md": several(2, order("stories: [library-tools.md, night-bus.md]")),
  "69. the running order by titles": several(2, order("stories: [Library tools, Night bus]")),
  "the running order by whole titles": several(
    2,
    order("stories: [The town library lends tools from Monday, A bus runs through the night]"),
  ),
  "70. the running order without a comma": order("stories: [library-tools night-bus]"),
  "71. the running order without brackets": order("stories: library-tools, night-bus"),
  "the running order without brackets or commas": order("stories: library-tools night-bus"),
  "the running order with one story as a text": order("stories: library-tools"),
  "the running order in round brackets": order("stories: (library-tools, night-bus)"),
  "the running order with a slip": order("stories: [libary-tools, night-bus]"),
  "the running order with a capital": order("stories: [Library-tools, night-bus]"),
  "the running order with another story": order("stories: [library-tools, night-bus, ferries]"),
  "the running order with a story twice": order("stories: [library-tools, night-bus, night-bus]"),
  "the running order by identities": several(
    2,
    order("stories: [2026-03-04-evening/library-tools, 2026-03-04-evening/night-bus]"),
  ),
  "the running order by paths": several(2, order("stories: [./library-tools.md, ./night-bus.md]")),
  "the running order as links": order("stories: [[library-tools](library-tools.md), [night-bus](night-bus.md)]"),
  "the running order in quotes of print": several(2, order("stories: [“library-tools”, “night-bus”]")),
  "the running order with a final comma": fine(
    "a comma there ends nothing",
    order("stories: [library-tools, night-bus,]"),
  ),
  "the running order with an empty entry": order("stories: [library-tools, , night-bus]"),
  "the running order with semicolons": order("stories: [library-tools; night-bus]"),
  "the running order one a line, without dashes": order("stories:\n  library-tools\n  night-bus"),
  "the running order one a line, not indented": order("stories:\nlibrary-tools\nnight-bus"),
  "the running order one a line, without spaces": order("stories:\n  -library-tools\n  -night-bus"),
  "the running order one a line, with commas": several(2, order("stories:\n  - library-tools,\n  - night-bus,")),
  "the running order one a line, with bullets": order("stories:\n  • library-tools\n  • night-bus"),
  "the running order one a line, with numbers": order("stories:\n  1. library-tools\n  2. night-bus"),
  "the running order one a line, one of them without its dash": order("stories:\n  - library-tools\n  night-bus"),
  "the running order one a line, one of them farther left": order("stories:\n  - library-tools\n - night-bus"),
  "the running order one a line, one of them farther right": order("stories:\n  - library-tools\n    - night-bus"),
  "the running order on two lines": order("stories: [library-tools,\nnight-bus]"),
  "the running order not closed": order("stories: [library-tools, night-bus"),
  "the running order as an empty list": several(2, order("stories: []")),
  "the running order without a value": order("stories:"),
  "the running order in a body": replaceIn(EDITION, [
    "stories: [library-tools, night-bus]\n---",
    "---\nstories: [library-tools, night-bus]\n",
  ]),
  "the running order with the edition": order("stories: [edition, library-tools, night-bus]"),
};
