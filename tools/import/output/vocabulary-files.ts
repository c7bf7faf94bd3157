import { readYamlFile } from "../../../src/content/parse/document.ts";
import type { Assembled } from "../assemble/assemble.ts";
import type { Settings } from "../assemble/settings.ts";

type Term = Readonly<Record<string, string>>;

/** Terms as lines of a vocabulary. */
export function printTerms(terms: ReadonlyMap<string, Term>): string {
  return [...terms]
    .map(([id, term]) => {
      const key = /^(?:true|false|null|[\d.].*)$/.test(id) ? JSON.stringify(id) : id;
      const lines = Object.entries(term).map(([name, value]) => `  ${name}: ${JSON.stringify(value)}\n`);
      return `${key}:\n${lines.join("")}`;
    })
    .join("");
}

/**
 * A vocabulary with more terms behind those that it has, every byte of which stays; undefined where it is written in a way to
 * which no lines can be added.
 */
export function appendTerms(path: string, bytes: Uint8Array, terms: ReadonlyMap<string, Term>): Uint8Array | undefined {
  const before = Buffer.from(bytes);
  const gap = before.length === 0 || before.at(-1) === 0x0a ? "" : "\n";
  const after = Buffer.concat([before, Buffer.from(gap + printTerms(terms))]);
  const { document, diagnostics } = readYamlFile(path, after);
  const data = document?.yaml.data;
  const isWhole = typeof data === "object" && data !== null && [...terms.keys()].every((id) => Object.hasOwn(data, id));
  return isWhole && diagnostics.every(({ severity }) => severity !== "error") ? after : undefined;
}

/** The site.yaml of a new content folder. */
export function printSite({ name, url, language, zone, slots }: Settings): string {
  const title = (id: string) => id.charAt(0).toUpperCase() + id.slice(1).replaceAll("-", " ");
  const quote = (text: string) => JSON.stringify(text);
  return [
    `name: ${quote(name)}`,
    `url: ${quote(url)}`,
    `language: ${quote(language)}`,
    `zone: ${quote(zone)}`,
    `publisher: { name: ${quote(name)} }`,
    "slots:",
    ...slots.map(({ id, time }) => `  ${id}: { name: ${quote(title(id))}, time: ${quote(time)} }`),
    "",
  ].join("\n");
}

/** The vocabularies that an import adds to, by file. */
export function termsByFile({ terms }: Assembled): Map<string, ReadonlyMap<string, Term>> {
  return new Map<string, ReadonlyMap<string, Term>>([
    ["people.yaml", terms.people],
    ["publishers.yaml", terms.publishers],
    ["topics.yaml", terms.topics],
  ]);
}
