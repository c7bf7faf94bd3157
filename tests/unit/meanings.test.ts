import { describe, expect, test } from "vitest";
import { createMeanings } from "../../src/content/schema/meanings.ts";
import { createTopicIndex } from "../../src/content/topics.ts";

const NONE = { publishers: {}, people: {}, topics: {} };

describe("a word of a vocabulary", () => {
  const topics = {
    "language-models": { name: "Language models", aliases: ["LLMs", "foundation-models"], formerly: ["big-models"] },
    cpp: { name: "The language", aliases: ["C++"] },
    c: { name: "The old language", aliases: ["Open-weights"] },
    "open-weights": { name: "Weights" },
  };
  const publishers = {
    wire: { name: "Wire Service", url: "https://wire.example/", formerly: ["example-wire"] },
    other: { name: "Example Wire", url: "https://other.example/" },
  };
  const people = { "anne-marie": { name: "Anne-Marie Example", role: "Editor" } };
  const meanings = createMeanings({ publishers, people, topics }, createTopicIndex(topics));

  test.each([
    ["topics", "language models", "language-models"],
    ["topics", "LANGUAGE-MODELS", "language-models"],
    ["topics", "llms", "language-models"],
    ["topics", "Foundation  Models", "language-models"],
    ["topics", "Big models", "language-models"],
    ["topics", "c++", "cpp"],
    ["topics", "C", "c"],
    ["publishers", "Wire", "wire"],
    ["publishers", "wire-service", "wire"],
    ["publishers", "EXAMPLE WIRE", "other"],
    ["people", "Anne Marie Example", "anne-marie"],
    ["people", "Anne Marie", "anne-marie"],
  ] as const)(
    "means the one entry that it calls, whatever its capitals and hyphens: %s, %s",
    (vocabulary, word, id) => {
      expect(meanings.entry(vocabulary, word)).toBe(id);
    },
  );

  test.each([
    ["that the format has", "topics", "language-models"],
    ["that is an alias", "topics", "LLMs"],
    ["that was the id of a topic", "topics", "big-models"],
    ["that was the id of a publisher", "publishers", "example-wire"],
    ["that is of signs alone", "topics", "-"],
    ["that calls nothing", "topics", "C+"],
    ["that calls the id of one and the alias of another", "topics", "Open weights"],
    ["of an object", "people", "constructor"],
  ] as const)("is no other's where it is one %s", (_, vocabulary, word) => {
    expect(meanings.entry(vocabulary, word)).toBeUndefined();
  });
});

describe("an address is of the publisher", () => {
  const at = (urls: Readonly<Record<string, string>>) =>
    createMeanings(
      { ...NONE, publishers: Object.fromEntries(Object.entries(urls).map(([id, url]) => [id, { name: id, url }])) },
      createTopicIndex({}),
    );

  test("whose own address is nearest", () => {
    const meanings = at({
      host: "https://blogs.example/",
      one: "https://blogs.example/one",
      two: "https://www.blogs.example/two/",
    });
    const of = (path: string) => meanings.source(`https://blogs.example${path}`).publisher;
    expect(["/one/a", "/two", "/onetwo", "/"].map(of)).toEqual(["one", "two", "host", "host"]);
  });

  test("and of none where several are as near, or it is on the site of none", () => {
    const meanings = at({
      one: "https://blogs.example/one",
      first: "http://blogs.example/one/",
      two: "https://blogs.example/two",
    });
    const of = (path: string) => {
      const address = `https://blogs.example${path}`;
      return [meanings.source(address).publisher, meanings.publishersAt(address)];
    };
    expect(of("/one/a")).toEqual(["blogs.example", ["one", "first"]]);
    expect(of("/two/a")).toEqual(["two", ["two"]]);
    expect(of("/three")).toEqual(["blogs.example", ["one", "first", "two"]]);
    expect(meanings.publishersAt("https://elsewhere.example/")).toEqual([]);
  });
});
