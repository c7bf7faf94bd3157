import { addressProblem } from "../../../content/letters/letter-text.ts";
import { isTypedMailAddress } from "../../../content/links/web-address.ts";
import { MOST } from "../../../content/schema/text-parts.ts";
import { countCharacters, dropForbidden, isBlank } from "../../../content/words/characters.ts";

/** Who a mail says that it is from, as its parser read the header. */
export interface From {
  readonly name: string;
  readonly address?: string | undefined;
}

/** A writer, whose name is published, and whose address is not. */
export interface Sender {
  readonly name: string;
  readonly email: string | undefined;
}

/**
 * The writer of a mail. The name is the one that is displayed, and never made of the address, which readers were promised not to
 * see: where there is none, or an address stands in its place, that is the problem, and somebody asks the writer for a name.
 */
export function senderOf(from: From | undefined): Sender | { readonly problem: string } {
  const name = dropForbidden(from?.name ?? "")
    .replace(/\s+/g, " ")
    .trim();
  const address = from?.address ?? "";
  if (isBlank(name))
    return {
      problem: "the sender gives no name, and an address is not published; ask under which name to print the letter",
    };
  if (addressProblem(name) || (address !== "" && name.toLowerCase().includes(address.toLowerCase())))
    return {
      problem:
        "the sender's name holds an e-mail address, which is not published; ask under which name to print the letter",
    };
  const characters = countCharacters(name);
  if (characters > MOST.name)
    return { problem: `the sender's name has ${characters} characters; ${MOST.name} is the most` };
  return { name, email: isTypedMailAddress(address) ? address : undefined };
}
