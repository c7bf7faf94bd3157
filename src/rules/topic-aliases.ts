import { diagnoseValue } from "../content/parse/document.ts";
import { isDeviceName, isReservedAlias } from "../content/reserved-names.ts";
import { aliasSegment } from "../content/topics.ts";
import type { OutlineRule } from "./rule.ts";

/** An alias means one topic, and none that is a topic itself; and an address can be made of it, on any computer. */
export const checkTopicAliases: OutlineRule = (site) => {
  const { topics: document } = site.vocabularies.documents;
  const { topics } = site.vocabularies;
  const owners = new Map<string, string>();
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
      const owner = segment !== id && Object.hasOwn(topics, segment) ? segment : (owners.get(segment) ?? id);
      owners.set(segment, owner);
      if (owner === id || !document) return [];
      return [
        diagnoseValue(document, [id, "aliases", index], {
          rule: "repeated-alias",
          message: `“${alias}” already means the topic “${owner}”`,
          hint: "delete it here or there",
        }),
      ];
    }),
  );
};
