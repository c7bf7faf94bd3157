import { shorten } from "../../words/shorten.ts";
import { show } from "./dead.ts";

/** How addresses begin that name what they are, as part of an expression. */
export const SCHEME = "https?:\\/\\/|mailto:|story:|affiliate:|www\\.";

const WHOLE = new RegExp(`^(?:${SCHEME})`, "i");

/** Whether an address says what it is, so that nothing but a link can be meant; “(/uri)” may be text. */
export function isBeyondDoubt(address: string): boolean {
  return WHOLE.test(address);
}

/** A longer one nobody types from a message. */
const LONGEST = 200;

/** An address as it is typed in full. */
export function completed(address: string): string {
  return address.replace(/^www\./i, "https://www.");
}

/** An address without spaces, and without brackets where they are not paired and would end it. */
export function escapeAddress(address: string): string {
  const joined = address.replace(/\s+/g, "%20");
  const isPaired = !/[()]/.test(joined.replace(/\([^()]*\)/g, ""));
  return isPaired ? joined : joined.replaceAll("(", "%28").replaceAll(")", "%29");
}

/** A link as it is typed, or with “!” as its mark a picture. */
export function typeLink(mark: string, words: string, address: string): string {
  return `${mark}[${show(words)}](${shorten(completed(address), LONGEST)})`;
}
