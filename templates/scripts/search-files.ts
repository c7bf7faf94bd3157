/** A file of words that an index has, from the first of them to the last: of each as much as tells it from its neighbour in the next file. */
export interface WordFile {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

/** Reads CBOR (RFC 8949) that has nothing but arrays, texts and whole numbers, each with its length or worth of up to four bytes before it. */
function readCbor(bytes: Uint8Array): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const readCount = (size: number): number => {
    if (size < 24) return size;
    const start = at;
    at += 2 ** (size - 24);
    return size === 24 ? view.getUint8(start) : size === 25 ? view.getUint16(start) : view.getUint32(start);
  };
  const readNext = (): unknown => {
    const head = view.getUint8(at++);
    const count = readCount(head & 31);
    switch (head >> 5) {
      case 0:
        return count;
      case 3:
        return new TextDecoder().decode(bytes.subarray(at, (at += count)));
      case 4:
        return Array.from({ length: count }, readNext);
      default:
        throw new Error("this is not the Pagefind index that the search page knows");
    }
  };
  return readNext();
}

/** Reads which files of words an index has from what Pagefind 1.5.2 says of it (its `MetaIndex`). */
export function readWordFiles(meta: Uint8Array): WordFile[] {
  const [, , files] = readCbor(meta) as [string, unknown[], [string, string, string][]];
  return files.map(([from, to, name]) => ({ from, to, name }));
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
