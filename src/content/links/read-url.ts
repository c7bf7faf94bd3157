/** What was asked last: each address is looked at several times in turn, for what is wrong with it and where it leads. */
let last: { readonly text: string; readonly url: URL | undefined } | undefined;

/**
 * Reads an address as browsers do (WHATWG URL); undefined when it is none. Not by
 * `URL.canParse`, which in Node 20, once V8 has optimised a call of it, refuses hosts with Latin letters beyond ASCII.
 */
export function readUrl(text: string): Readonly<URL> | undefined {
  if (last?.text !== text) last = { text, url: parse(text) };
  return last.url;
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
