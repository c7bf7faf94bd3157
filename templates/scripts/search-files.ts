/** A file of words that an index has, from the first of them to the last: of each as much as tells it from its neighbour in the next file. */
export interface WordFile {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

/**
 * Opens CBOR (RFC 8949) that has nothing but arrays, texts and whole numbers, each with its length or worth of up to four bytes before it. What
 * is passed over is not made: most of an index is places of words.
 */
function openCbor(bytes: Uint8Array) {
  const decoder = new TextDecoder();
  let at = 0;
  // Of the entry that was begun last; passing over an index would else make an object for each of its numbers.
  let count = 0;
  /** Begins an entry and says of what kind it is. */
  const begin = (): number => {
    const head = bytes[at++] ?? 255;
    count = head & 31;
    if (count > 26 || head >> 5 === 2 || head >> 5 > 4)
      throw new Error("this is not the Pagefind index that the search page knows");
    if (count > 23) {
      const end = at + 2 ** (count - 24);
      for (count = 0; at < end; at++) count = count * 256 + (bytes[at] ?? 0);
    }
    return head >> 5;
  };
  const read = (): unknown => {
    switch (begin()) {
      case 0:
        return count;
      case 1:
        return -1 - count;
      case 3:
        return decoder.decode(bytes.subarray(at, (at += count)));
      default:
        return Array.from({ length: count }, read);
    }
  };
  const pass = (): void => {
    for (let left = 1; left > 0; left--) {
      const kind = begin();
      if (kind === 4) left += count;
      if (kind === 3) at += count;
    }
  };
  /** Goes into an array and says how many entries it has. */
  const enter = (): number => {
    begin();
    return count;
  };
  return { read, pass, enter };
}

/** Reads which files of words an index has from what Pagefind 1.5.2 says of it (its `MetaIndex`). */
export function readWordFiles(meta: Uint8Array): WordFile[] {
  const [, , files] = openCbor(meta).read() as [string, unknown[], [string, string, string][]];
  return files.map(([from, to, name]) => ({ from, to, name }));
}

/** Reads the words of a file of words (Pagefind's `WordIndex`): behind each it says where that is, and how it is written there. */
export function readWords(file: Uint8Array): string[] {
  const { read, pass, enter } = openCbor(file);
  enter();
  return Array.from({ length: enter() }, () => {
    const entries = enter();
    const word = read() as string;
    for (let entry = 1; entry < entries; entry++) pass();
    return word;
  });
}

/** Whether one text stands before another, or one begins with the other. By points of code, as Pagefind sorts. */
function isUpTo(one: string, other: string): boolean {
  const [own, others] = [Array.from(one), Array.from(other)];
  const at = own.findIndex((sign, index) => sign !== others[index]);
  const [sign, against] = [own[at], others[at]];
  return sign === undefined || against === undefined || (sign.codePointAt(0) ?? 0) < (against.codePointAt(0) ?? 0);
}

/**
 * The names of all files with words that begin with any of these. Pagefind itself is content with the file in whose span a beginning is, and
 * misses words in the next one: “widened”, where “wide” is the last word of a file.
 */
export function namesOfFilesWith(beginnings: readonly string[], files: readonly WordFile[]): string[] {
  return files
    .filter(({ from, to }) => beginnings.some((text) => isUpTo(from, text) && isUpTo(text, to)))
    .map(({ name }) => name);
}

/** How much of a beginning there is among these words: all of it if one begins so; else what Pagefind takes for it, the longest word with which it begins. */
export function reachOf(beginning: string, words: readonly string[]): number {
  let reach = 0;
  for (const word of words) {
    if (word.startsWith(beginning)) return beginning.length;
    if (word.length > reach && beginning.startsWith(word)) reach = word.length;
  }
  return reach;
}
