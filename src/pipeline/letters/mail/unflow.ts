const FORMAT = /(;\s*format\s*=\s*"?)(?=flowed)/gi;
/** Is dropped from every text, so that it leaves no trace where a writer typed this very parameter. */
const MARK = "\u007F";

/** How the lines of a message's texts are folded, by its headers. */
export interface Folding {
  readonly isFlowed: boolean;
  /** Whether the space at which a line was folded is none of the text: `DelSp=yes`, for scripts without spaces. */
  readonly dropsSpace: boolean;
}

/**
 * Hides from the parser that texts of a message are `format=flowed`: it would join the last line of a quotation to an answer
 * that stands below it, and with the one the other would be cut.
 */
export function hideFlowed(message: Buffer): { readonly message: Buffer; readonly folding: Folding } {
  const text = message.toString("latin1");
  const hidden = text.replace(FORMAT, `$1${MARK}`);
  const isFlowed = hidden !== text;
  return {
    message: isFlowed ? Buffer.from(hidden, "latin1") : message,
    folding: { isFlowed, dropsSpace: isFlowed && /;\s*delsp\s*=\s*"?yes/i.test(text) },
  };
}

/**
 * Joins the lines of a text that a program folded (RFC 3676): where a line ends in a space, the next one of the same depth of
 * quotation goes on with it. A “>” that the writer typed keeps the space that was put before it, which tells it from a quotation.
 */
export function unflow(text: string, { isFlowed, dropsSpace }: Folding): string {
  if (!isFlowed) return text;
  const lines: string[][] = [];
  let open: number | undefined;
  for (const line of text.split(/\r?\n/)) {
    const depth = /^>*/.exec(line)?.[0].length ?? 0;
    const stuffed = line.slice(depth);
    const words = stuffed.startsWith(" ") && !(depth === 0 && stuffed.startsWith(" >")) ? stuffed.slice(1) : stuffed;
    const isRule = words === "-- ";
    const folds = words.endsWith(" ") && !isRule;
    const piece = folds && dropsSpace ? words.slice(0, -1) : words;
    if (open === depth && !isRule) lines.at(-1)?.push(piece);
    else lines.push([depth > 0 ? `${">".repeat(depth)} ` : "", piece]);
    open = folds ? depth : undefined;
  }
  return lines.map((pieces) => pieces.join("")).join("\n");
}
