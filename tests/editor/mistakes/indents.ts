import { FRONT } from "../base.ts";
import { both, front, type Mistakes, replaceIn, story } from "../mistake.ts";

const SOURCE = FRONT.slice(FRONT.indexOf("source:"), FRONT.indexOf("affiliate:"));
export const source = (typed: string) => story(SOURCE, typed);

/** Lines that stand too far left or right, and lists whose dashes are missing or too many. */
export const INDENTS: Mistakes = {
  "a line of a source too far left": story("    url:", "  url:"),
  "5. a line of a source one space too far left": story("    url:", "   url:"),
  "a line of a source too far right": story("    url:", "      url:"),
  "a line of a source one space too far right": story("    url:", "     url:"),
  "the last line of a source too far left": story("    kind:", "  kind:"),
  "the last line of a source at the margin": story("    kind:", "kind:"),
  "the first line of a source one space too far left": story("  - publisher:", " - publisher:"),
  "the second line of a source too far left": story("    title: Drills", "  title: Drills"),
  "the second line of a source at the margin": story("    title: Drills", "title: Drills"),
  "6. a source not indented at all": source(SOURCE.replaceAll(/^ {2}(?: {2})?/gm, "")),
  "a source without its dash, not indented": source(SOURCE.replaceAll(/^ {2}(?:- | {2})/gm, "")),
  "a source without a space behind its dash": story("  - publisher:", "  -publisher:"),
  "a source with a bullet for its dash": story("  - publisher:", "  • publisher:"),
  "a source with a long dash for its dash": story("  - publisher:", "  – publisher:"),
  "a source with a star for its dash": story("  - publisher:", "  * publisher:"),
  "a source with a dash before each line": source(SOURCE.replaceAll(/^ {4}/gm, "  - ")),
  "a second source without its dash": story(
    "affiliate: false",
    "    publisher: harbour-post\n    title: Tools\n    url: https://post.example.net/tools\naffiliate: false",
  ),
  "a second source one space too far left": story(
    "affiliate: false",
    " - publisher: harbour-post\n   title: Tools\n   url: https://post.example.net/tools\naffiliate: false",
  ),
  "a second source as a second key": story(
    "affiliate: false",
    "source:\n  - publisher: harbour-post\n    title: Tools\n    url: https://post.example.net/tools\naffiliate: false",
  ),
  "7. a tab for an indent": story("    url:", "\turl:"),
  "a tab before the dash of a source": story("  - publisher:", "\t- publisher:"),
  "a tab and spaces for an indent": story("    url:", "  \turl:"),
  "no-break spaces for an indent": story("    url:", "\u00A0\u00A0\u00A0\u00A0url:"),
  "a no-break space in an indent": story("    url:", "   \u00A0url:"),
  "a key indented that is not": story("affiliate: false", "  affiliate: false"),
  "a first key indented": story("title: The", " title: The"),
  "a key behind a list indented": story("topic: towns", "  topic: towns"),
  "tags one to a line, not all indented alike": story("[libraries, repairs]", "\n  - libraries\n - repairs"),
  "tags one to a line, without a space": story("[libraries, repairs]", "\n  -libraries\n  -repairs"),
  "tags one to a line, without dashes": story("[libraries, repairs]", "\n  libraries\n  repairs"),
  "tags one to a line, with bullets": story("[libraries, repairs]", "\n  • libraries\n  • repairs"),
  "tags one to a line, with stars": story("[libraries, repairs]", "\n  * libraries\n  * repairs"),
  "tags one to a line, numbered": story("[libraries, repairs]", "\n  1. libraries\n  2. repairs"),
  "a correction not indented": front("corrections:\nat: 2026-03-04T19:00\nkind: correction\ntext: It is forty."),
  "a correction whose text is not indented": front(
    "corrections:\n  - at: 2026-03-04T19:00\n    kind: correction\ntext: It is forty.",
  ),
  "a picture's description not indented": both(front("image:\n  src: drill.png\nalt: A drill")),
  "a publisher of the publication not indented": replaceIn("site.yaml", [
    "publisher: { name: Update Desk, email: desk@example.org }",
    "publisher:\nname: Update Desk\nemail: desk@example.org",
  ]),
  "a slot not indented": replaceIn("site.yaml", ["  evening: {", "evening: {"]),
  "a slot one space too far right": replaceIn("site.yaml", ["  evening: {", "   evening: {"]),
  "a name in people.yaml not indented": replaceIn("people.yaml", [
    "{ name: Robin Example, role: Editor }",
    "\nname: Robin Example\nrole: Editor",
  ]),
  "an entry of publishers.yaml indented": replaceIn("publishers.yaml", ["harbour-post:", "  harbour-post:"]),
  "an entry of publishers.yaml with a dash": replaceIn("publishers.yaml", ["harbour-post:", "- harbour-post:"]),
  "a line of a sponsor too far left": replaceIn("sponsors.yaml", ["  text:", " text:"]),
  "a line of a sponsor at the margin": replaceIn("sponsors.yaml", ["  to:", "to:"]),
};
