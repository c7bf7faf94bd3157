import { isTypedMailAddress } from "../links/web-address.ts";
import { MOST_LETTER } from "../schema/keys/letter-schema.ts";
import { MOST } from "../schema/text-parts.ts";
import { countCharacters, dropForbidden, findBadCharacters, isBlank } from "../words/characters.ts";
import { addressProblem } from "./letter-text.ts";

/** What a reader types. */
export interface Typed {
  readonly name: string;
  readonly email: string;
  readonly text: string;
}

/** What is wrong with a field. */
export type Fault =
  | { readonly kind: "empty" | "bad-email" | "address" | "strange" }
  | { readonly kind: "too-long"; readonly length: number; readonly most: number };

/** The faults of each field; none where it has none. */
export type Faults = Readonly<Record<keyof Typed, readonly Fault[]>>;

/** The longest address that mail takes (RFC 5321, 4.5.3.1.3), in characters. */
const MOST_EMAIL = 254;

/**
 * What a reader typed as it is kept: without the signs that nobody sees and nobody typed, which programs leave in what is copied; its lines end as the
 * format has it, and a name stands on one.
 */
export function cleanTyped({ name, email, text }: Typed): Typed {
  const clean = (words: string) => dropForbidden(words).trim();
  return { name: clean(name).replace(/\s+/g, " "), email: clean(email), text: clean(text) };
}

function* faultsOfWords(words: string, most: number, email: string): Generator<Fault> {
  if (isBlank(words)) {
    yield { kind: "empty" };
    return;
  }
  const length = countCharacters(words);
  if (length > most) yield { kind: "too-long", length, most };
  const isTold = email !== "" && words.toLowerCase().includes(email.toLowerCase());
  if (isTold || addressProblem(words)) yield { kind: "address" };
  if (findBadCharacters(words).some(({ severity = "error" }) => severity === "error")) yield { kind: "strange" };
}

/** Everything that keeps a letter, as `cleanTyped` returns it, from being published. */
export function findFaults({ name, email, text }: Typed): Faults {
  const isAddress = countCharacters(email) <= MOST_EMAIL && isTypedMailAddress(email);
  const known = isAddress ? email : "";
  return {
    name: [...faultsOfWords(name, MOST.name, known)],
    email: email === "" || isAddress ? [] : [{ kind: "bad-email" }],
    text: [...faultsOfWords(text, MOST_LETTER, known)],
  };
}
