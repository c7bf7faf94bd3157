import { formerPath } from "../former/former.ts";
import { affiliateProblem } from "./affiliate-signs.ts";
import type { Problem } from "../problems/diagnostic.ts";
import type { Ledger } from "./ledger.ts";
import type { ResolvedLink } from "../markdown/options.ts";
import { readUrl } from "./read-url.ts";
import { createSuggest, listKnown } from "../words/nearest.ts";
import { shorten } from "../words/shorten.ts";
import { movePart } from "../former/moved-part.ts";
import type { Status } from "../time/status.ts";
import { trackingProblem } from "./tracking.ts";
import { composePart, decodePart, httpsHint, httpsProblem, isMailLink, normalizeAddress } from "./web-address.ts";

/** What a reader finds at an address now: what the clock makes of it, or that it was taken back. */
export type Standing = Status | "gone";

/** Every address of the site that a text may link to, with what readers find there. */
export interface Targets {
  /** By path from the site's root, with a final slash where it is a page. */
  readonly paths: Pick<ReadonlyMap<string, Standing>, "get" | "keys">;
  /** Where a page stands now that stood at a path. */
  readonly moved: Pick<ReadonlyMap<string, string>, "get">;
  /** A story's path by its identity, or by one that it had. */
  readonly stories: Pick<ReadonlyMap<string, string>, "get" | "keys">;
}

export type ResolveLink = (address: string) => ResolvedLink | Problem;

const LONGEST = 100;
const FULL = "type the page's full https:// address";

function withhold(shown: string): Problem {
  return {
    severity: "warning",
    rule: "unpublished-target",
    message: `“${shown}” is not published yet, so these words carry no link until it is`,
  };
}

interface Book {
  readonly base: string;
  /** Of the site's own address; empty where links to it need not be known as such. */
  readonly origin: string;
  readonly ledger: Ledger;
  readonly targets: Targets;
  /** Whether the text that links is published. */
  readonly from: Status;
  readonly suggest: ReturnType<typeof createSuggest>;
}

/** A link to a page of the site; undefined where it has none there. A published text never links to an unpublished one. */
function within({ base, targets, from }: Book, asked: string, suffix: string, shown: string): ResolvedLink | undefined {
  const isThere = targets.paths.get(asked) !== undefined;
  const path = isThere ? asked : targets.moved.get(asked);
  const status = path === undefined ? undefined : targets.paths.get(path);
  if (path === undefined || status === undefined) return undefined;
  // Of what was taken back there are no parts left.
  if (status === "gone") return { href: base + path };
  const now = movePart(composePart(suffix), asked, path, targets);
  const href = base + now.path + now.suffix;
  return from === "published" && status !== "published" ? { href, withheld: withhold(shown) } : { href };
}

function resolveStory(book: Book, address: string): ResolvedLink | Problem {
  const [, identity = "", fragment] = /^([^#]*)(?:#(.*))?$/s.exec(address.slice("story:".length)) ?? [];
  const { stories } = book.targets;
  const isKnown = stories.get(identity) !== undefined;
  const link = !isKnown ? undefined : within(book, formerPath(identity), fragment ? `#${fragment}` : "", identity);
  return (
    link ?? {
      rule: "unknown-story",
      message: `there is no story “${shorten(identity, LONGEST)}”`,
      hint: book.suggest(identity, stories.keys()) ?? "write it as story:2026-03-04-evening/alibaba-qwen-exodus",
    }
  );
}

/** The problem of what was typed, if it is none of an address that readers can trust. */
function describeBad(typed: string, address = typed): Problem | undefined {
  const problem = httpsProblem(address);
  return problem === undefined
    ? undefined
    : { rule: "bad-link", message: `“${shorten(typed, LONGEST)}” ${problem}`, hint: httpsHint(address, FULL) };
}

/** What to type for what is no link at all. */
function hintLink(address: string): string {
  const otherwise = "a link begins with https://, mailto:, / (this site), story: or affiliate:";
  if (isMailLink(`mailto:${address}`)) return `type mailto:${address}`;
  if (/\.(?:jpe?g|png|webp|avif)$/i.test(address)) return "type “!” before the “[” to show a picture";
  const [, slug] = /^(?:\.\/)?([a-z0-9-]+)\.md$/.exec(address) ?? [];
  if (slug !== undefined)
    return `for a story, type story: and its edition's folder, as in story:2026-03-04-evening/${slug}`;
  return httpsHint(address, otherwise);
}

function resolveProgramme({ ledger, suggest }: Book, address: string): ResolvedLink | Problem {
  const href = ledger.resolve(address);
  const [, id = "", path = ""] = /^affiliate:([^/?#]*)(.*)$/s.exec(address) ?? [];
  // The signs of a path are those of any address.
  if (href !== undefined) return describeBad(address, `https://host.example/${path}`) ?? { href, programme: id };
  if (ledger.ids.includes(id))
    return {
      rule: "unknown-programme",
      message: `what follows “affiliate:${id}” is no path of the programme's site`,
      hint: `write it as affiliate:${id}/path`,
    };
  const known = ledger.ids.length > 0 ? `the programmes are ${listKnown(ledger.ids)}` : undefined;
  return {
    rule: "unknown-programme",
    message: `“${shorten(id, LONGEST)}” is not a programme in affiliates.yaml`,
    hint: suggest(id, ledger.ids) ?? known,
  };
}

function resolvePath(book: Book, address: string): ResolvedLink | Problem {
  const [, path = "", suffix = ""] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  return (
    within(book, path, suffix, path) ??
    within(book, `${path}/`, suffix, path) ?? {
      rule: "dead-link",
      message: `this site has no page “${shorten(path, LONGEST)}”`,
      hint: book.suggest(path, book.targets.paths.keys()),
    }
  );
}

const WWW = /^(https?:\/\/)www\./;

/** The path, with what follows it, of an address of this site itself; undefined for all others. */
function pathWithin({ origin, base }: Book, address: string): string | undefined {
  const url = readUrl(address);
  // A host and the same with “www.” before it are one to whoever types an address.
  if (!url || url.origin.replace(WWW, "$1") !== origin.replace(WWW, "$1")) return undefined;
  if (!`${url.pathname}/`.startsWith(`${base}/`)) return undefined;
  const path = decodePart(url.pathname.slice(base.length));
  return `${path.startsWith("/") ? path : `/${path}`}${url.search}${url.hash}`;
}

function resolveWeb(book: Book, address: string): ResolvedLink | Problem {
  const problem = describeBad(address);
  if (problem) return problem;
  const own = pathWithin(book, address);
  if (own !== undefined) return resolvePath(book, own);
  const href = normalizeAddress(address);
  const programme = book.ledger.programmeOf(address);
  // What a programme's link must carry is for the programme to say.
  if (programme !== undefined) return { href, programme };
  const problems = [affiliateProblem(address), trackingProblem(address)].filter((found) => found !== undefined);
  const [doubt] = problems;
  return problems.find(({ severity }) => severity !== "warning") ?? { href, programme, ...(doubt && { doubt }) };
}

/**
 * Makes the function that turns what an editor wrote as a link into an address: `https:`, `mailto:`, site-relative,
 * `story:IDENTITY` and `affiliate:PROGRAMME[/path]`; all else is a problem. An `https:` link into the site at `origin` and `base` is
 * taken as a site-relative one.
 */
export function createLinkResolver(
  base: string,
  ledger: Ledger,
  targets: Targets,
  from: Status,
  origin = "",
): ResolveLink {
  const book: Book = { base, origin, ledger, targets, from, suggest: createSuggest() };
  return (address) => {
    if (address.startsWith("story:")) return resolveStory(book, address);
    if (address.startsWith("affiliate:")) return resolveProgramme(book, address);
    if (/^\/(?![/\\])/.test(address)) return resolvePath(book, address);
    if (isMailLink(address)) return { href: address };
    if (/^https?:/i.test(address)) return resolveWeb(book, address);
    return {
      rule: "bad-link",
      message: `“${shorten(address, LONGEST)}” is no link that may stand here`,
      hint: hintLink(address),
    };
  };
}
