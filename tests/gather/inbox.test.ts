import { describe, expect, test } from "vitest";
import { composeInbox, type InboxItem, type Told } from "../../src/pipeline/gather/inbox.ts";
import { packTerms } from "../../src/rules/repeats/trace.ts";
import { OTHER_EVENT, SAME_EVENT } from "../repeats/events.ts";

const NOW = Date.parse("2026-03-04T12:00:00Z");
const HOUR = 3_600_000;
const since = NOW - 48 * HOUR;

const item = (publisher: string, title: string, path: string, hours: number): InboxItem => ({
  publisher,
  title,
  url: `https://${publisher}.example/${path}`,
  published: NOW - hours * HOUR,
});

/** An edition of 3 March that told these stories, each with the page that it cites. */
function toldOf(...stories: readonly (readonly [slug: string, text: string, cited: string])[]): Told {
  return {
    outline: {
      dateline: { date: "2026-03-03", slot: "evening" },
      stories: stories.map(([slug]) => ({
        identity: `2026-03-03-evening/${slug}`,
      })) as unknown as Told["outline"]["stories"],
    },
    trace: {
      own: { passages: "" },
      stories: stories.map(([, text, cited]) => ({ passages: "", cited: [cited], terms: packTerms(text) })),
    },
  };
}

describe("the inbox", () => {
  test("has events that several publishers tell of first, then the latest", () => {
    const inbox = composeInbox(
      [
        item("wire", "Lake Tarn dam closed for repairs", "dam", 30),
        item("post", "Dam at Lake Tarn is closed for repairs", "tarn-dam", 20),
        item("post", "Mayor opens a library in Harrow", "library", 2),
        item("wire", "Bakers strike over flour prices", "bakers", 5),
      ],
      [],
      { since, now: NOW },
    );
    expect(inbox.map(({ items }) => items.map(({ publisher, title }) => `${publisher}: ${title}`))).toEqual([
      ["wire: Lake Tarn dam closed for repairs", "post: Dam at Lake Tarn is closed for repairs"],
      ["post: Mayor opens a library in Harrow"],
      ["wire: Bakers strike over flour prices"],
    ]);
  });

  test("knows one page by all of its addresses, and leaves out what is old, was cited or stands twice", () => {
    const inbox = composeInbox(
      [
        { publisher: "wire", title: "A", url: "https://labs.example/a", published: NOW - HOUR },
        {
          publisher: "post",
          title: "Entirely other words",
          url: "https://www.labs.example/a/?utm_source=x",
          published: NOW,
        },
        { publisher: "post", title: "Entirely other words", url: "https://labs.example/a", published: NOW },
        item("wire", "Cited already", "cited", 1),
        item("wire", "Old", "old", 49),
        { publisher: "wire", title: "A home page", url: "https://wire.example/", published: NOW },
      ],
      [toldOf(["told", "Something else", "wire.example/cited"])],
      { since, now: NOW },
    );
    expect(inbox.map(({ items }) => items.map(({ publisher }) => publisher))).toEqual([["wire", "post"]]);
  });

  test("says which story an event may go on with", () => {
    const [dam, bakers] = composeInbox(
      [
        item("wire", "Tarn dam repairs to last until May", "dam-2", 1),
        item("wire", "Bakers strike over flour prices", "bakers", 2),
      ],
      [
        toldOf(
          ["dam", "Lake Tarn dam closed for repairs. The Tarn dam has a crack.", "x"],
          ["tea", "Tea grows dearer in spring", "y"],
          ...OTHER_EVENT.map(([{ title, summary }], at) => [`other-${at}`, `${title}. ${summary}`, "z"] as const),
        ),
      ],
      { since, now: NOW },
    );
    expect([dam?.continues, bakers?.continues]).toEqual(["2026-03-03-evening/dam", undefined]);
  });

  test("joins by headlines alone half of 20 pairs that tell one event, and three of 20 that look so", () => {
    const isJoined = (first: string, second: string, index: number) => {
      const others = [...SAME_EVENT, ...OTHER_EVENT]
        .filter((pair) => pair[0].title !== first)
        .map(([one], at) => item("wire", one.title, `o${at}`, 3));
      const inbox = composeInbox([...others, item("post", first, "a", 2), item("echo", second, "b", 1)], [], {
        since,
        now: NOW,
      });
      expect(index).toBeGreaterThanOrEqual(0);
      return inbox.some(
        ({ items }) => items.some(({ title }) => title === first) && items.some(({ title }) => title === second),
      );
    };
    const joined = (pairs: typeof SAME_EVENT) =>
      pairs.filter(([a, b], index) => isJoined(a.title, b.title, index)).length;
    expect({ same: joined(SAME_EVENT), other: joined(OTHER_EVENT) }).toEqual({ same: 10, other: 3 });
  });
});
