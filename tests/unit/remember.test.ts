import { expect, test, vi } from "vitest";
import { remember, rememberOf } from "../../src/content/words/remember.ts";

test("what was asked once is answered from memory, and arguments are told apart", () => {
  const asked: string[] = [];
  const join = remember((...parts: string[]) => {
    asked.push(parts.join("+"));
    return parts.length > 2 ? undefined : parts.join("");
  });
  for (let round = 0; round < 2; round++) {
    expect(join("a", "b")).toBe("ab");
    expect(join("ab", "")).toBe("ab");
    expect(join('a","b')).toBe('a","b');
    expect(join("a,b")).toBe("a,b");
    expect(join("a", "b", "c")).toBeUndefined();
  }
  expect(asked).toEqual(["a+b", "ab+", 'a","b', "a,b", "a+b+c"]);
});

test("numbers that are none are told apart", () => {
  const print = remember((number: number) => String(number));
  expect([NaN, Infinity, -Infinity, 0, NaN].map((number) => print(number))).toEqual([
    "NaN",
    "Infinity",
    "-Infinity",
    "0",
    "NaN",
  ]);
});

test("an exception is thrown each time", () => {
  let asked = 0;
  const fail = remember((text: string): string => {
    asked++;
    throw new Error(text);
  });
  for (let round = 0; round < 2; round++) expect(() => fail("x")).toThrow("x");
  expect(asked).toBe(2);
});

test("of a question at which it throws nothing is kept, so that no number of them fills the memory", () => {
  const fail = remember((text: string, zone: string): string => {
    throw new Error(text + zone);
  });
  const kept = vi.spyOn(Map.prototype, "set");
  try {
    for (const zone of ["a", "b"]) expect(() => fail("x", zone)).toThrow("x");
    expect(kept.mock.calls.filter(([key]) => ["x", "a", "b"].includes(key as string))).toEqual([]);
  } finally {
    kept.mockRestore();
  }
});

test("the memory has a limit", () => {
  let asked = 0;
  const next = remember((number: number) => {
    asked++;
    return number + 1;
  });
  for (let number = 0; number <= 10_000; number++) next(number);
  expect(next(10_000)).toBe(10_001);
  expect(asked).toBe(10_001);
  expect(next(0)).toBe(1);
  expect(asked).toBe(10_002);
});

test("what was asked of a value is answered once for each, though the answer is nothing", () => {
  const asked: object[] = [];
  const ask = rememberOf((value: object): string | undefined => {
    asked.push(value);
    return undefined;
  });
  const [one, other] = [{}, {}];
  for (const value of [one, other, one, other]) expect(ask(value)).toBeUndefined();
  expect(asked).toEqual([one, other]);
});
