import { topicPath } from "../content/addresses.ts";
import { diagnoseValue } from "../content/parse/document.ts";
import type { Problem } from "../content/problems/diagnostic.ts";
import { isDeviceName, isReservedAlias } from "../content/reserved-names.ts";
import { aliasSegment } from "../content/topics.ts";
import type { OutlineRule } from "./rule.ts";

const rule = "repeated-alias";

function isSameWord(a: string, b: string): boolean {
  return a.normalize("NFKC").toLowerCase() === b.normalize("NFKC").toLowerCase();
}

interface Taken {
  readonly topic: string;
  /** Undefined where the address is the topic's own. */
  readonly alias: string | undefined;
}

function describe(alias: string, segment: string, { topic, alias: other }: Taken): Problem {
  const path = topicPath(segment);
  if (isSameWord(alias, other ?? topic))
    return { rule, message: `“${alias}” already means the topic “${topic}”`, hint: "delete it here or there" };
  const message =
    other === undefined
      ? `“${alias}” would have the address ${path}, which is that of the topic “${topic}”`
      : `“${alias}” and “${other}”, an alias of “${topic}”, would share the address ${path}`;
  return { rule, message, hint: "delete one of the two, or add a word to it" };
}

/** An alias means one topic, none that is a topic itself, and has an address of its own that is possible on any computer. */
export const checkTopicAliases: OutlineRule = (site) => {
  const { topics: document } = site.vocabularies.documents;
  const { topics } = site.vocabularies;
  const owners = new Map(Object.keys(topics).map((id): [string, Taken] => [id, { topic: id, alias: undefined }]));
  return Object.entries(topics).flatMap(([id, { aliases = [] }]) =>
    aliases.flatMap((alias, index) => {
      const segment = aliasSegment(alias);
      if (isReservedAlias(segment) && document)
        return [
          diagnoseValue(document, [id, "aliases", index], {
            rule: "reserved-name",
            message: `“${alias}” would have the address of ${isDeviceName(segment) ? "a device of Windows" : "a further page of the list of topics"}`,
            hint: "write it with another word, or delete it",
          }),
        ];
      // One of signs alone has no address, and is told from others by itself.
      const key = segment === "" ? ` ${alias}` : segment;
      const taken = owners.get(key);
      if (!taken) owners.set(key, { topic: id, alias });
      if (!taken || taken.topic === id || !document) return [];
      return [diagnoseValue(document, [id, "aliases", index], describe(alias, segment, taken))];
    }),
  );
};
