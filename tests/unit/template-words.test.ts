import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { PROJECT } from "../command.ts";

/** What editors alone see, in the language of the command line. */
const FOR_EDITORS = ["partials/preview.ts", "problems.11ty.ts"];

const TEMPLATES = join(PROJECT, "templates");
const FILES = ["", "partials"]
  .flatMap((folder) => readdirSync(join(TEMPLATES, folder)).map((name) => join(folder, name)))
  .filter((path) => path.endsWith(".ts") && !FOR_EDITORS.includes(path));

const VALUE = "\0";
const TOLD = /\s(?:aria-label|alt|title|placeholder|label)="([^"]*)"/g;
/** Markup that is no more than attributes of the element around it. */
const ATTRIBUTES = /^(?: (?:[\w:-]+="[^"]*"|checked))+$/;

/** The words in markup that people read or hear. */
function wordsIn(markup: string): string[] {
  const told = Array.from(markup.matchAll(TOLD), ([, text = ""]) => text);
  const shown = ATTRIBUTES.test(markup) ? "" : markup.replace(/<[^>]*>/g, VALUE);
  return [shown, ...told].flatMap((text) => text.split(VALUE)).filter((text) => /\p{L}{2}/u.test(text));
}

/** The words of a template's own in its markup: values are none, and markup within a value is looked at apart. */
function ownWords(path: string, source: string): string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === "html") {
      const { template } = node;
      const parts = ts.isNoSubstitutionTemplateLiteral(template)
        ? [template.text]
        : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
      found.push(...wordsIn(parts.join(VALUE)));
    } else if (ts.isStringLiteralLike(node) && /^\p{Lu}\p{Ll}+(?: |$)/u.test(node.text)) found.push(node.text);
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true));
  return found;
}

test.each([
  ["between tags", "html`<p>Some words</p>`", ["Some words"]],
  ["beside a value", "html`<p>${a} more</p>`", [" more"]],
  ["in a value", 'html`<p>${a && html`<b>${"Some words"}</b>`}</p>`', ["Some words"]],
  ["for screen readers", 'html`<nav aria-label="Some words">${a}</nav>`', ["Some words"]],
  ["nowhere", 'html`<p class="a${b && " wide"}"${SAID}>${m.a} · ${m.b}</p>`', []],
])("the words of a template are found %s", (_, source, expected) => {
  expect(ownWords("a.ts", source)).toEqual(expected);
});

test.each(FILES)("no words that readers see stand in templates/%s, where nobody could translate them", (path) => {
  expect(ownWords(path, readFileSync(join(TEMPLATES, path), "utf8"))).toEqual([]);
});
