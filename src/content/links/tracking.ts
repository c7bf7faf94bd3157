import { isArchiveCopy } from "./archives.ts";
import type { Problem } from "../problems/diagnostic.ts";

/** Query parameters that follow a reader or a mailing and change nothing of the page. */
const NAMES = new Set([
  "__hsfp",
  "__hssc",
  "__hstc",
  "_hsenc",
  "_hsmi",
  "_openstat",
  "cmpid",
  "dclid",
  "fbclid",
  "gbraid",
  "gclid",
  "gclsrc",
  "hsctatracking",
  "igsh",
  "igshid",
  "li_fat_id",
  "mc_cid",
  "mc_eid",
  "mkt_tok",
  "msclkid",
  "oly_anon_id",
  "oly_enc_id",
  "s_cid",
  "ttclid",
  "twclid",
  "vero_conv",
  "vero_id",
  "wbraid",
  "wickedid",
  "yclid",
]);

function isTracking(part: string): boolean {
  const [name = ""] = part.split("=");
  const lower = name.toLowerCase();
  return lower.startsWith("utm_") || NAMES.has(lower);
}

/** An address without its tracking parameters; every other character stays as it was typed. */
export function withoutTracking(address: string): string {
  const [, path = "", query, fragment = ""] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(address) ?? [];
  if (query === undefined) return address;
  const parts = query.split("&");
  const kept = parts.filter((part) => !isTracking(part));
  if (kept.length === parts.length) return address;
  return path + (kept.length > 0 ? `?${kept.join("&")}` : "") + fragment;
}

/**
 * The problem of an address with tracking parameters, if it has any: they tell on this site's readers, and make two
 * sources of one. An archive's copy is known by its whole address and keeps it.
 */
export function trackingProblem(address: string): Problem | undefined {
  const clean = withoutTracking(address);
  if (clean === address || isArchiveCopy(address)) return undefined;
  const [, query = ""] = /\?([^#]*)/.exec(address) ?? [];
  const names = query.split("&").flatMap((part) => (isTracking(part) ? `“${part.split("=")[0] ?? ""}”` : []));
  return {
    rule: "tracking-parameter",
    message: `this address follows its readers: ${[...new Set(names)].join(", ")}`,
    hint: `type ${clean}`,
  };
}
