import { isArchiveCopy } from "./archives.ts";
import type { Problem } from "../problems/diagnostic.ts";
import { readUrl } from "./read-url.ts";
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
  "sscid",
  "tduid",
]);

/**
 * Parameters that many sites use for what has nothing to do with money: by the hosts and the shapes of a value that make a
 * programme's mark of them.
 */
const DOUBTFUL: Record<string, { readonly host: RegExp; readonly value: RegExp }> = {
  // Amazon's marks end in a number of a country: “evening-20”, “evening-21”.
  tag: { host: /(?:^|\.)amazon\.[a-z]{2,3}(?:\.[a-z]{2})?$/, value: /^\w[\w-]{2,}-2\d$/ },
  ref: {
    host: /(?:^|\.)(?:vultr\.com|hetzner\.(?:cloud|com)|binance\.com)$/,
    value: /(?:^|[-_])aff(?:iliate)?(?:$|[-_])/i,
  },
};

/** `aff_id`, `affiliate`, `affcode` …, and not the English words that begin like them. */
const AFF = /^aff(?!air|ect|idavit|iliation|in[ei]|irm|ord)/;

/** On these `ref` names a branch of a repository. */
const FORGES = ["github.com", "githubusercontent.com", "gitlab.com", "codeberg.org", "bitbucket.org"];

/** What makes an address look like an affiliate link. */
export type AffiliateSign = { readonly network: string } | { readonly parameter: string };

interface Parameter {
  readonly name: string;
  readonly lower: string;
  readonly value: string;
}

function isSure({ lower, value }: Parameter, host: string): boolean {
  const known = Object.hasOwn(DOUBTFUL, lower) ? DOUBTFUL[lower] : undefined;
  return (
    PARAMETERS.has(lower) || AFF.test(lower) || known?.host.test(host) === true || known?.value.test(value) === true
  );
}

/** A sign, and whether it may as well be something else: a site's own tag, or where a reader comes from. */
interface Found {
  readonly sign: AffiliateSign;
  readonly isDoubtful: boolean;
}

function findSign(address: string): Found | undefined {
  const host = hostOf(address);
  const network = NETWORKS.find((domain) => isWithin(host, domain));
  if (network !== undefined) return { sign: { network }, isDoubtful: false };
  if (host === "" || isArchiveCopy(address)) return undefined;
  const isForge = FORGES.some((forge) => isWithin(host, forge));
  const parameters = [...(readUrl(address)?.searchParams ?? [])]
    .map(([name, value]): Parameter => ({ name, lower: name.toLowerCase(), value }))
    .filter(({ lower }) => !(isForge && lower === "ref"));
  const sure = parameters.find((parameter) => isSure(parameter, host));
  const found = sure ?? parameters.find(({ lower }) => Object.hasOwn(DOUBTFUL, lower));
  return found && { sign: { parameter: found.name }, isDoubtful: sure === undefined };
}

/** What makes an address look like an affiliate link, if anything does, be it in doubt; whether a programme is listed for it is not asked. */
export function affiliateSign(address: string): AffiliateSign | undefined {
  return findSign(address)?.sign;
}

/**
 * The problem of an address that looks like an affiliate link and has no programme, if it does. A paid link that the
 * ledger does not know would stand without the disclosure that 16 CFR 255 and CAP 2.1 ask for.
 */
export function affiliateProblem(address: string): Problem | undefined {
  const found = findSign(address);
  if (found === undefined) return undefined;
  const { sign } = found;
  if ("parameter" in sign && found.isDoubtful)
    return {
      severity: "warning",
      rule: "unlisted-affiliate",
      message: `“${sign.parameter}” in this address may be an affiliate's mark, and no programme in affiliates.yaml pays for this link`,
      hint: `delete “${sign.parameter}=…” if the page comes without it; if the link is paid, add the programme to affiliates.yaml and write affiliate:ID`,
    };
  const { what, remedy } =
    "network" in sign
      ? { what: `“${sign.network}” is an affiliate network`, remedy: "link to the page itself" }
      : {
          what: `“${sign.parameter}” in this address looks like an affiliate's mark`,
          remedy: `delete “${sign.parameter}=…” from the address`,
        };
  return {
    rule: "unlisted-affiliate",
    message: `${what}, and no programme in affiliates.yaml pays for this link`,
    hint: `${remedy}; if the link is paid, add the programme to affiliates.yaml and write affiliate:ID`,
  };
}
