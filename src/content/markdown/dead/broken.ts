import { completed, escapeAddress, isBeyondDoubt, SCHEME, typeLink } from "./address.ts";
import { type Dead, OTHER, show, tell } from "./dead.ts";

const JOINT = /\]\(/g;
const ADDRESS = new RegExp(`^(?:${SCHEME}|\\/[^\\s/])`, "iu");
const FILE = /^[\w-][\w ./-]{0,200}\.(?:jpe?g|png|webp|avif|gif|svg|pdf|html?)\b/iu;

/** The longest address that is looked for behind “](”. */
const FARTHEST = 2100;

/** Where the address that begins at `from` ends: at the bracket that closes it, or undefined where none does. */
function closingOf(text: string, from: number): number | undefined {
  let depth = 1;
  const last = Math.min(text.length, from + FARTHEST);
  for (let at = from; at < last; at++) {
    const sign = text[at];
    if (sign === "[" || sign === "]") return undefined;
    if (sign === "(") depth++;
    else if (sign === ")" && --depth === 0) return at;
  }
  return undefined;
}

function isAddress(text: string): boolean {
  return ADDRESS.test(text) || FILE.test(text);
}

/** What was meant as the address behind “](”, and why it is none. */
function readBroken(text: string, from: number): { address: string; title: string; end: number; why: string } {
  const closing = closingOf(text, from);
  if (closing === undefined) {
    const [typed = ""] = /^\S*/.exec(text.slice(from, from + FARTHEST)) ?? [];
    const address = typed.replace(/^<|>$|[.,;:!?]+$/g, "");
    return { address, title: "", end: from + address.length, why: "“)” is missing behind its address" };
  }
  const inner = text.slice(from, closing).trim().replace(/^<|>$/g, "");
  const [, address = inner, title = ""] = /^(\S+)\s+["“'](.*)$/s.exec(inner) ?? [];
  const why = title === "" ? "its address holds a space" : "a quotation mark of its title is missing";
  return { address, title: title.replace(/["”']$/, ""), end: closing + 1, why };
}

/** Links whose address is none, since it holds a space or its bracket is not closed. */
export function* findBroken(text: string): Generator<Dead> {
  for (const { index: joint } of text.matchAll(JOINT)) {
    const before = text.slice(Math.max(0, joint - 300), joint);
    const open = before.search(/\[[^[\]]*$/);
    const isPicture = open > 0 && before[open - 1] === "!";
    const { address, title, end, why } = readBroken(text, joint + 2);
    const isMissing = open < 0;
    if (!isAddress(address) || (isMissing && before.includes(OTHER))) continue;
    const at = isMissing ? joint : joint - before.length + open - (isPicture ? 1 : 0);
    const words = isMissing ? "words" : before.slice(open + 1);
    const typed = `${escapeAddress(address)}${title === "" ? "" : ` "${title}"`}`;
    yield {
      at,
      end,
      problem: tell(
        `“${show(text.slice(at, end))}” is no link: ${isMissing ? "“[” is missing before its words" : why}`,
        `type ${typeLink(isPicture ? "!" : "", words, typed)}`,
      ),
      ...(!isMissing &&
        isBeyondDoubt(address) && {
          mend: { words: [joint - words.length, joint], address: completed(escapeAddress(address)), title, isPicture },
        }),
    };
  }
}
