import { canonicalAddress } from "../../content/links/canonical-address.ts";
import type { House } from "../../content/schema/keys/house-schema.ts";
import { listPassages } from "./passages.ts";

/** What house.yaml lets be told again. */
export interface Allowed {
  /** Names of pages (see `canonicalAddress`). */
  readonly links: ReadonlySet<string>;
  /** Identities of stories. */
  readonly events: ReadonlySet<string>;
  /** Digests of how paragraphs begin or end. */
  readonly passages: ReadonlySet<number>;
}

/** Reads what house.yaml allows: addresses, identities of stories, and words with which a paragraph begins or ends. */
export function readAllowed(allow: House["allow"] = {}): Allowed {
  return {
    links: new Set((allow["repeated-link"] ?? []).flatMap((address) => canonicalAddress(address) ?? [])),
    events: new Set(allow["same-event"]),
    passages: new Set((allow["pasted-paragraph"] ?? []).flatMap(listPassages).flatMap(({ digests }) => digests)),
  };
}
