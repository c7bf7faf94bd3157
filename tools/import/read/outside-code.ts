const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Changes a Markdown text where it is no code; `change` is given stretches of whole lines, without the spans of code in them. */
export function outsideCode(text: string, change: (words: string) => string): string {
  const done: string[] = [];
  let open: string[] = [];
  let fence: string | undefined;
  const flush = () => {
    if (open.length > 0) done.push(outsideSpans(open.join("\n"), change));
    open = [];
  };
  for (const line of text.split("\n")) {
    const [, mark] = FENCE.exec(line) ?? [];
    if (fence === undefined && mark === undefined) open.push(line);
    else {
      flush();
      done.push(line);
      if (fence === undefined) fence = mark;
      else if (mark?.startsWith(fence)) fence = undefined;
    }
  }
  flush();
  return done.join("\n");
}

const SPAN = /(`+)(?!`)[^`\n]{0,2000}?\1(?!`)/g;

/** Stands for a span of code while the words around it are changed; no text has this sign for anything. */
const HOLE = "\uE000";

function outsideSpans(text: string, change: (words: string) => string): string {
  const spans = text.match(SPAN) ?? [];
  let at = 0;
  const holed = text.replaceAll(HOLE, "").replace(SPAN, HOLE);
  return change(holed).replaceAll(HOLE, () => spans[at++] ?? "");
}
