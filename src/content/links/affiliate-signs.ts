import { isArchiveCopy } from "./archives.ts";
import type { Problem } from "../problems/diagnostic.ts";
import { hostOf, isWithin } from "./web-address.ts";

/** Hosts of affiliate networks and of their short links; whoever links there is paid by somebody. */
const NETWORKS = [
  "amzn.to",
  "anrdoezrs.net",
  "avantlink.com",
  "awin1.com",
  "clickbank.net",
  "dpbolvw.net",
  "fave.co",
  "go.redirectingat.com",
  "go.skimresources.com",
  "howl.me",
  "jdoqocy.com",
  "kqzyfj.com",
  "linksynergy.com",
  "partnerize.com",
  "prf.hn",
  "pxf.io",
  "rstyle.me",
  "s.click.aliexpress.com",
  "shareasale.com",
  "sjv.io",
  "tkqlhce.com",
  "redirect.viglink.com",
];

/** Query parameters that tell a shop whom to pay; those that begin with “aff” are found by AFF. */
const PARAMETERS = new Set([
  "admitad_uid",
  "afsrc",
  "ascsubtag",
  "awc",
  "cjevent",
  "clickref",
  "irclickid",
  "irgwc",
  "partner_id",
  "partnerid",
  "raneaid",
  "ranmid",
  "ransiteid",
  "ref",
  "sscid",
  "tag",
  "tduid",
]);

/** `aff_id`, `affiliate`, `affcode` …, and not the English words that begin like them. */
const AFF = /^aff(?!air|ect|idavit|iliation|in[ei]|irm|ord)/;

/** On these `ref` names a branch of a repository. */
const FORGES = ["github.com", "githubusercontent.com", "gitlab.com", "codeberg.org", "bitbucket.org"];

/** What makes an address look like an affiliate link. */
export type AffiliateSign = { readonly network: string } | { readonly parameter: string };

/** What makes an address look like an affiliate link, if anything does; whether a programme is listed for it is not asked. */
export function affiliateSign(address: string): AffiliateSign | undefined {
  const host = hostOf(address);
  const network = NETWORKS.find((domain) => isWithin(host, domain));
  if (network !== undefined) return { network };
  if (host === "" || isArchiveCopy(address)) return undefined;
  const isForge = FORGES.some((forge) => isWithin(host, forge));
  const parameter = [...new URL(address).searchParams.keys()].find((name) => {
    const lower = name.toLowerCase();
    return (PARAMETERS.has(lower) || AFF.test(lower)) && !(isForge && lower === "ref");
  });
  return parameter === undefined ? undefined : { parameter };
}

/**
 * The problem of an address that looks like an affiliate link and has no programme, if it does. A paid link that the
 * ledger does not know would stand without the disclosure that 16 CFR 255 and CAP 2.1 ask for.
 */
export function affiliateProblem(address: string): Problem | undefined {
  const sign = affiliateSign(address);
  if (sign === undefined) return undefined;
  const found =
    "network" in sign
      ? { what: `“${sign.network}” is an affiliate network`, remedy: "link to the page itself" }
      : {
          what: `“${sign.parameter}” in this address looks like an affiliate's mark`,
          remedy: `delete “${sign.parameter}=…” from the address`,
        };
  return {
    rule: "unlisted-affiliate",
    message: `${found.what}, and no programme in affiliates.yaml pays for this link`,
    hint: `${found.remedy}; if the link is paid, add the programme to affiliates.yaml and write affiliate:ID`,
  };
}
