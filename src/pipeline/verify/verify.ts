import type { Edition } from "../../content/edition.ts";
import type { EditionOutline } from "../../content/outline.ts";
import type { Site } from "../../content/site.ts";
import { visibleOf } from "../../views/visible.ts";
import { messagesOf } from "../../locales/messages.ts";
import type { Output } from "../output/output.ts";
import type { Secret } from "../read/secrets.ts";
import { verifyAccount, verifyPages, verifyLeads } from "./account.ts";
import { verifyApi } from "./api.ts";
import { createOwnReader } from "./addresses.ts";
import { createEmbargo } from "./embargo.ts";
import type { GivenValues } from "./given.ts";
import { createLinkBook } from "./links.ts";
import { verifyPaidLinks } from "./paid-links.ts";
import { type Fault, takeApart } from "./promise.ts";
import { verifyTold } from "./told.ts";
import { createRequestCheck } from "./requests.ts";

/** Looks at every file of a site before it is put in place, whatever template made it. */
export interface Verifier {
  /** Looks at the pages and pictures of editions, all of each; `given` is what they were made of. */
  lookAtEditions(outputs: readonly Output[], editions: readonly Edition[], given?: GivenValues): void;
  /** Looks at the files of another page; `leadsTo` are the paths to which they must lead. */
  look(outputs: readonly Output[], given?: GivenValues, leadsTo?: Iterable<string>): void;
  /** Takes the files of a page from the last site for what they were then found to be, and to lead to; `isEdition` tells whether they are an edition's. */
  carry(paths: readonly string[], promised: () => Iterable<string>, isEdition: boolean): void;
  /** Takes files for those that another verifier of the same site looked at. */
  adopt(paths: readonly string[], promised: ReadonlyMap<string, readonly string[]>, found: readonly Fault[]): void;
  /** What is wrong so far. */
  faults(): readonly Fault[];
  /** The addresses of this site that a file leads to, once it was looked at. */
  promisedBy(path: string): readonly string[];
  /** All that is wrong, when every file is known. `read` gives the text of one. */
  conclude(editions: readonly EditionOutline[], read: (path: string) => string, since: Since): Fault[];
}

/** What became of the last site, in which everything was right. */
export interface Since {
  /** Its files that are no more. */
  readonly gone: readonly string[];
  /** Whether all overviews of editions are carried over, and so are of the same editions. */
  readonly isSame: boolean;
}

/** Makes a verifier for a site. `publicTexts` are asked for only when words of a secret are found. */
export function createVerifier(site: Site, secrets: readonly Secret[], publicTexts: () => Iterable<string>): Verifier {
  const faults: Fault[] = [];
  const paths = new Set<string>();
  const made = new Set<string>();
  const m = messagesOf(site.publication);
  const links = createLinkBook();
  const readOwn = createOwnReader(site.publication);
  const embargo = createEmbargo(secrets, publicTexts);
  const checkRequests = createRequestCheck(site.publication);
  // Where the files lead that belong to no edition.
  const addresses = new Map<string, () => Iterable<string>>();
  const add = (path: string): void => {
    if (paths.has(path)) faults.push({ path, message: "two files have this address" });
    paths.add(path);
  };
  const examine = (outputs: readonly Output[], editions: readonly Edition[], given: GivenValues | undefined) => {
    for (const { path } of outputs) add(path);
    // What is copied as it is was made by no template.
    const written = takeApart(
      outputs.filter(({ from }) => from === undefined),
      readOwn,
    );
    faults.push(
      ...links.note(written),
      ...verifyPaidLinks(written, site.ledger, m),
      ...checkRequests(written),
      ...verifyApi(written, site.publication.api ? editions : []),
      ...embargo(written, editions, given),
    );
    return written;
  };
  return {
    lookAtEditions(outputs, editions, given) {
      const written = examine(outputs, editions, given);
      faults.push(...verifyPages(written, editions, site));
    },
    look(outputs, given, leadsTo = []) {
      const written = examine(outputs, [], given);
      for (const path of written.files.keys()) made.add(path);
      for (const [path, { promised, mentioned }] of written.addresses)
        addresses.set(path, () => [...promised, ...mentioned]);
      faults.push(...verifyLeads(written, leadsTo));
    },
    carry(own, promised, isEdition) {
      for (const path of own) add(path);
      const [first = ""] = own;
      links.carry(first, promised);
      if (!isEdition) addresses.set(first, promised);
    },
    adopt(own, promised, found) {
      for (const path of own) add(path);
      for (const [path, led] of promised) links.noteAgain(path, led);
      faults.push(...found);
    },
    faults: () => faults,
    promisedBy: (path) => links.promisedBy(path),
    conclude: (editions, read, { gone, isSame }) => [
      ...faults,
      ...links.check((path) => paths.has(path), read, gone),
      ...verifyTold(site, visibleOf({ preview: false }, editions), made, read),
      ...verifyAccount(site, editions, isSame, {
        files: [...addresses.keys()],
        leadsFrom(files) {
          const found = new Set<string>();
          for (const path of files) for (const address of addresses.get(path)?.() ?? []) found.add(address);
          return (address) => found.has(address);
        },
      }),
    ],
  };
}
