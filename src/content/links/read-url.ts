/**
 * What was asked last: each address of a text is looked at several times, for what is wrong with it, where it leads and what it is called. As many as
 * a story has, since it is one story after another that is read.
 */
const MOST = 64;
const known = new Map<string, URL | undefined>();

/**
 * Reads an address as browsers do (WHATWG URL); undefined when it is none. Not by
 * `URL.canParse`, which in Node 20, once V8 has optimised a call of it, refuses hosts with Latin letters beyond ASCII.
 */
export function readUrl(text: string): Readonly<URL> | undefined {
  if (known.has(text)) return known.get(text);
  const url = parse(text);
  if (known.size >= MOST) known.clear();
  known.set(text, url);
  return url;
}

/** Reads an address likewise, against a base where it is relative. */
export function readUrlAt(text: string, base: string): URL | undefined {
  return parse(text, base);
}

function parse(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
