import { expect, test } from "vitest";
import { readUrl, readUrlAt } from "../../src/content/links/read-url.ts";

test("an address is read as browsers read it, and what is none is not", () => {
  expect(readUrl("https://bücher.example/Über")?.href).toBe("https://xn--bcher-kva.example/%C3%9Cber");
  expect(readUrlAt("b?c", "https://a.example/x/y")?.href).toBe("https://a.example/x/b?c");
  expect([readUrl("https://"), readUrl("/path"), readUrl("https://a b.example/")]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("an address is read alike however many were read before", () => {
  const read = (address: string) => readUrl(address)?.host;
  const missed = Array.from({ length: 20_000 }, (_, count) => {
    read(`https://other.example/${count}`);
    return read("https://bücher.example/");
  }).filter((host) => host !== "xn--bcher-kva.example");
  expect(missed.length).toBe(0);
});
