import { diagnoseValue } from "../parse/document.ts";
import type { Path } from "../parse/yaml-source.ts";
import type { Diagnostic } from "../problems/diagnostic.ts";
import { originOf, type Publication } from "../publication.ts";
import type { Vocabularies } from "../vocabularies.ts";
import type { Ledger } from "./ledger.ts";
import { createLinkResolver, type Targets } from "./links.ts";

/** The vocabularies whose entries have an address each. */
const NAMES = ["publishers", "people", "affiliates", "sponsors"] as const;

interface Address {
  readonly name: (typeof NAMES)[number] | "site";
  readonly path: Path;
  readonly url: string;
}

function* listAddresses(vocabularies: Vocabularies): Generator<Address> {
  const { publisher, subscribe } = vocabularies.site;
  if (publisher.url !== undefined) yield { name: "site", path: ["publisher", "url"], url: publisher.url };
  if (subscribe !== undefined) yield { name: "site", path: ["subscribe"], url: subscribe };
  for (const name of NAMES)
    for (const [id, entry] of Object.entries<{ readonly url?: string | undefined }>(vocabularies[name]))
      if (entry.url !== undefined) yield { name, path: [id, "url"], url: entry.url };
}

/** Tells of addresses in the vocabularies that are pages of this site itself and are not there, as of links in texts. */
export function checkOwnEntries(
  vocabularies: Vocabularies,
  publication: Publication,
  ledger: Ledger,
  targets: Targets,
): Diagnostic[] {
  const link = createLinkResolver(publication.base, ledger, targets, "published", originOf(publication));
  return [...listAddresses(vocabularies)].flatMap(({ name, path, url }): Diagnostic[] => {
    const document = vocabularies.documents[name];
    const found = link(url);
    return document && "rule" in found && found.rule === "dead-link" ? [diagnoseValue(document, path, found)] : [];
  });
}
