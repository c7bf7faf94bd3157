import { dayOf, type Instant } from "../../../content/time/calendar.ts";
import { cleanTyped, type Faults, findFaults, type Typed } from "../../../content/letters/intake.ts";
import type { Setback } from "../../../views/letters/form-view.ts";
import { isRefused } from "../accept-letter.ts";
import type { Queue } from "../queue.ts";
import type { AddressLimit } from "./address-limit.ts";
import type { KnownStory, Stories } from "./open-stories.ts";
import { keyOf, readToken } from "./token.ts";

/** A form as it was sent. */
export interface Sent {
  readonly token: string;
  readonly typed: Typed;
  /** What stands in the field that no person sees. */
  readonly trap: string;
  /** The network address from which it came. */
  readonly address: string;
}

/** What becomes of a form: `faults` and setbacks give it back with everything that was typed. */
export type Outcome =
  | { readonly kind: "kept" | "known" | "trapped" }
  | { readonly kind: "faults"; readonly faults: Faults }
  | { readonly kind: Setback; readonly again?: number };

/** What takes letters. */
export interface Desk {
  readonly queue: Queue;
  readonly secret: Uint8Array;
  readonly limit: AddressLimit;
}

/** Takes a letter to a story that is open, or says why not. It is on the disk when it is `kept`. */
export async function takeLetter(
  { queue, secret, limit }: Desk,
  { site }: Stories,
  story: KnownStory,
  { token, typed, trap, address }: Sent,
  now: Instant,
): Promise<Outcome> {
  // Who fills it in is told nothing by which a program could learn better.
  if (trap !== "") return { kind: "trapped" };
  const opened = readToken(secret, story.identity, token, now);
  if (opened === undefined) return { kind: "expired" };
  const { name, email, text } = cleanTyped(typed);
  const letter = { story: story.identity, name, email: email === "" ? undefined : email, at: now, text };
  const faults = findFaults({ name, email, text });
  if (Object.values(faults).some((own) => own.length > 0)) return { kind: "faults", faults };
  if (isRefused(site, { ...letter, id: "a", key: "" }))
    return { kind: "faults", faults: { ...faults, text: [{ kind: "strange" }] } };
  const turn = limit.take(address, now);
  if ("again" in turn) return { kind: "tooMany", again: turn.again };
  // Where the disk takes nothing, the reader keeps the text as well.
  const added = await queue
    .add(letter, keyOf(token, [name, text]), dayOf(opened, site.publication.zone))
    .catch((): "full" => "full");
  if (added !== "full" && "kept" in added) return { kind: "kept" };
  turn.release();
  return { kind: added === "full" ? "full" : "known" };
}
