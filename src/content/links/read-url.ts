/**
 * Reads an address as browsers do (WHATWG URL), against a base where it is relative; undefined when it is none. Not by
 * `URL.canParse`, which in Node 20, once V8 has optimised a call of it, refuses hosts with Latin letters beyond ASCII.
 */
export function readUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
