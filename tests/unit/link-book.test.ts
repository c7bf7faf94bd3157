import { expect, test } from "vitest";
import { createLinkBook } from "../../src/pipeline/verify/links.ts";

/** What is said of a page that is carried over and leads to an address, when these files are gone. */
function tell(address: string, gone: readonly string[]): string[] {
  const links = createLinkBook();
  links.carry("/index.html", () => ["/there/", address]);
  const files = new Set(["/index.html", "/there/index.html", "/größe.svg"]);
  return links
    .check(
      (path) => files.has(path),
      () => "",
      gone,
    )
    .map(({ message }) => message);
}

test.each([
  ["/gone/", "/gone/index.html"],
  ["/gone.svg", "/gone.svg"],
  ["/gone/index.html", "/gone/index.html"],
  ["/verlorene-gr%C3%B6%C3%9Fe.svg", "/verlorene-größe.svg"],
  ["/there/#part", "/else.svg"],
])("a page that is carried over and leads to %s is told of when %s is gone", (address, gone) => {
  expect(tell(address, [gone])).toEqual([`nothing stands at ${address}, to which it links`]);
});

test.each(["/there/", "/gr%C3%B6%C3%9Fe.svg"])(
  "a page that is carried over may lead to %s, which stands",
  (address) => {
    expect(tell(address, ["/gone/index.html"])).toEqual([]);
  },
);
