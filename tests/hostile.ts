import { execFileSync } from "node:child_process";
import { cpSync, linkSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";

/**
 * What a stranger may send: inputs that nobody could see in a file, that git would not keep, or that are too long to
 * read. Each is laid into the valid content of tests/fixtures/invalid/_base.
 */
export const EDITION = "editions/2026/03-04-evening";
export const STORY = `${EDITION}/open-model.md`;

type Change = (story: string) => string | Uint8Array;

function replace(from: string, to: string): Change {
  return (story) => {
    if (!story.includes(from)) throw new Error(`the story holds no “${from}”`);
    return story.replace(from, () => to);
  };
}

const body = (words: string) => replace("its model on", `its ${words} on`);
const title = (value: string) => replace("title: Example Labs opens its model", `title: ${value}`);
const front = (line: string) => replace("topic: models\n", `topic: models\n${line}\n`);
const link = (address: string) => body(`[model](<${address}>)`);
const source = (address: string) => replace("https://wire.example.org/labs", address);
const blank = (before: string) => replace(before, "\n".repeat(40_000) + before);

function encode(encoding: "utf16le" | "utf16be", mark: string): Change {
  return (story) => {
    const bytes = Buffer.from(mark + story, "utf16le");
    return encoding === "utf16le" ? bytes : bytes.swap16();
  };
}

/** The bytes of a story with others than UTF-8 in the place of “web”. */
function bytes(wrong: readonly number[]): Change {
  return (story) => {
    const [before = "", after = ""] = story.split("web");
    return Buffer.concat([Buffer.from(before), Buffer.from(wrong), Buffer.from(after)]);
  };
}

const BOMB = ["a: &a [x, x, x, x, x, x, x, x, x]"];
for (const [name, of] of ["ba", "cb", "dc", "ed", "fe", "gf", "hg", "ih"])
  BOMB.push(`${name}: &${name} [${Array(9).fill(`*${of}`).join(", ")}]`);

/** By the name of their fixture: what is done to a story. */
export const HOSTILE_STORIES: Record<string, Change> = {
  "alias-bomb": front(BOMB.join("\n")),
  "blank-lines-before-fence": blank("---\ntitle"),
  "blank-lines-in-body": (story) => `${story}${"\n".repeat(40_000)}Read [more](/abuot/).\n`,
  "blank-lines-in-front-matter": blank("topic"),
  "character-control": body("mod\bel"),
  "character-direction": replace("Example Labs opens", "Example \u202Esbal opens"),
  "character-direction-in-body": replace("has put", "has \u2066put"),
  "character-escape-sequence": body("\u001B[31mmodel\u001B[0m"),
  "character-flag-with-hidden-text": body(`\u{1F3F4}${"\u{E0068}\u{E0069}".repeat(3000)}\u{E007F} model`),
  "character-lone-return": replace("has put", "has\rput"),
  "character-lost": body("mod\uFFFDl"),
  "character-noncharacter": body("mod\uFFFEl"),
  "character-nul": body("\0model"),
  "character-nul-200000-times": body("\0".repeat(200_000)),
  "character-variations-with-hidden-text": body(`model\uFE0F${"\u{E0110}\u{E0111}".repeat(3000)}`),
  "encoding-byte-order-mark-twice": (story) => `\uFEFF\uFEFF${story}`,
  "encoding-latin-1": bytes([0x63, 0x61, 0x66, 0xe9]),
  "encoding-surrogate": bytes([0xed, 0xa0, 0x80]),
  "encoding-utf-16": encode("utf16le", "\uFEFF"),
  "encoding-utf-16-big-end": encode("utf16be", "\uFEFF"),
  "encoding-utf-16-big-end-without-mark": encode("utf16be", ""),
  "encoding-utf-16-without-mark": encode("utf16le", ""),
  "fence-constructor": replace("---\ntitle", "---constructor\ntitle"),
  "fence-json": () => '---json\n{ "title": "x" }\n---\nText.\n',
  "file-too-large": (story) => `${story}${"Words. ".repeat(40_000)}\n`,
  "link-address-decimal": link("https://2130706433/"),
  "link-address-hex": link("https://0x7f.1/"),
  "link-address-octal": link("https://0177.0.0.1/"),
  "link-address-short": link("https://127.1/"),
  "link-address-v4": link("https://127.0.0.1/"),
  "link-address-v6": link("https://[::1]/"),
  "link-address-v6-of-v4": link("https://[::ffff:127.0.0.1]/"),
  "link-affiliate-out": link("affiliate:bookshop///evil.example/"),
  "link-affiliate-unreadable": link("affiliate:bookshop/https://["),
  "link-backslashes": link("https:\\\\labs.example.org"),
  "link-data": link("data:text/html,<script>alert(1)</script>".replace(/[<>]/g, encodeURIComponent)),
  "link-fragment-escape": link("/about/#%zz"),
  "link-host-disguised": link("https://аррӏе.com/"),
  "link-host-disguised-in-punycode": link("https://xn--80ak6aa92e.com/"),
  "link-host-escaped": link("https://labs%2Eexample.org/"),
  "link-host-full-width": link("https://ｌａｂｓ.example.org/"),
  "link-host-ideographic-dot": link("https://labs。example.org/"),
  "link-host-mixed": link("https://l\u0430bs.example.org/"),
  "link-host-soft-hyphen": link("https://la\u00ADbs.example.org/"),
  "link-host-with-dot": link("https://labs.example.org./"),
  "link-local": link("https://localhost/"),
  "link-long": link(`/${"a".repeat(200_000)}/`),
  "link-mailto-disguised": link("mailto:desk@xn--80ak6aa92e.com"),
  "link-one-slash": link("https:/labs.example.org"),
  "link-two-slashes": link("//labs.example.org"),
  "link-user": link("https://www.example.org@labs.example.org/"),
  "links-5000-dead": body(Array.from({ length: 5000 }, (_, index) => `[model](/abuot-${index}/)`).join(" ")),
  "lists-2000-deep": (story) => `${story}\n${"- ".repeat(2000)}x\n`,
  "mixed-script": replace("title: Example Labs", "title: \u041EpenAI"),
  "mixed-script-in-body": replace("\nExample Labs has", "\nThe \u041EpenAI of “Example Labs” has"),
  "names-of-javascript": (story) =>
    story
      .replace("topic: models", "topic: constructor\nbyline: constructor\nfollows: constructor\ntoString: x #y")
      .replace("publisher: example-wire", "publisher: constructor\n  __proto__: z"),
  "source-disguised": source("https://аррӏе.com/"),
  "source-user": source("https://wire.example.org@labs.example.org/"),
  "title-blank": title("\u3164\u2800\u00AD"),
  "title-escaped-line-break": title('"Example Labs\\nopens its model"'),
  "title-hex": title("0x1f"),
  "title-long-number": title("12345678901234567890"),
  "title-infinity": title(".inf"),
  "yaml-complex-key": front("? [a, b]\n: c"),
  "yaml-directive": replace("---\ntitle", "---\n%YAML 1.1\ntitle"),
  "yaml-escaped-backspace": title('"Example\\u0008 Labs"'),
  "yaml-escaped-surrogate": title('"Example\\uD800 Labs"'),
  "yaml-lists-2000-deep": front(`tags:\n  ${"- ".repeat(2000)}x`),
  "yaml-lists-2000-deep-in-brackets": front(`tags: ${"[".repeat(2000)}${"]".repeat(2000)}`),
  "yaml-merge-key": front("<<: { draft: true }"),
  "yaml-unknown-escape": title('"Example\\q Labs"'),
};

/** What is done to the folder, and how the check names it. */
export interface HostileEntry {
  readonly lay: (content: string) => void;
  readonly shown: string;
  /** Where such an entry cannot be made: not every file system holds every name. */
  readonly notOn?: readonly NodeJS.Platform[];
}

const ONE_PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

function file(path: string, content: string | Uint8Array, notOn?: readonly NodeJS.Platform[]): HostileEntry {
  const entry = {
    shown: path,
    lay: (folder: string) => {
      writeFileSync(join(folder, path), content);
    },
  };
  return notOn ? { ...entry, notOn } : entry;
}

function huge(path: string, size: number): HostileEntry {
  return {
    shown: path,
    lay: (folder) => {
      writeFileSync(join(folder, path), "");
      truncateSync(join(folder, path), size);
    },
  };
}

/** A picture's first chunk as it says 100,000 × 100,000, and the one pixel that is there. */
function bomb(): Buffer {
  const png = Buffer.from(ONE_PIXEL);
  png.writeUInt32BE(100_000, 16);
  png.writeUInt32BE(100_000, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

const CAFE = "caf\u00E9.md";

/** By the name of their fixture: what else may stand in a content folder. */
export const HOSTILE_ENTRIES: Record<string, HostileEntry> = {
  "dot-folder": {
    shown: ".obsidian",
    lay: (content) => {
      mkdirSync(join(content, ".obsidian"));
    },
  },
  fifo: {
    shown: `${EDITION}/pipe.md`,
    lay: (content) => void execFileSync("mkfifo", [join(content, EDITION, "pipe.md")]),
    notOn: ["win32"],
  },
  "file-name-accent-twice": {
    shown: `${EDITION}/${CAFE.normalize("NFD")}`,
    lay: (content) => {
      for (const form of ["NFC", "NFD"])
        cpSync(join(content, STORY), join(content, EDITION, CAFE.normalize(form)), { force: true });
    },
    notOn: ["darwin"],
  },
  "file-name-case": {
    shown: `${EDITION}/Open-Model.md`,
    lay: (content) => {
      cpSync(join(content, STORY), join(content, EDITION, "Open-Model.md"));
    },
    notOn: ["darwin", "win32"],
  },
  "file-name-direction": file(`${EDITION}/fdp.\u202Edm.md`, "x", ["win32"]),
  "file-name-line-break": file(`${EDITION}/a\n::error file=x::\u001B[2Jy.md`, "x", ["win32"]),
  "file-name-not-utf-8": {
    shown: `${EDITION}/caf\\xE9.md`,
    lay: (content) => {
      writeFileSync(
        Buffer.concat([Buffer.from(join(content, EDITION, "caf")), Buffer.from([0xe9]), Buffer.from(".md")]),
        "x",
      );
    },
    notOn: ["darwin", "win32"],
  },
  "folder-as-story": {
    shown: `${EDITION}/a-folder.md`,
    lay: (content) => {
      mkdirSync(join(content, EDITION, "a-folder.md"));
    },
  },
  "folders-500-deep": {
    shown: "a/a/a/a",
    lay: (content) => void mkdirSync(join(content, ...Array<string>(500).fill("a")), { recursive: true }),
    notOn: ["win32"],
  },
  "hard-link": {
    shown: `${EDITION}/same.md`,
    lay: (content) => {
      linkSync(join(content, "pages/about.md"), join(content, EDITION, "same.md"));
    },
  },
  "file-huge": huge(`${EDITION}/huge.md`, 5 * 1024 ** 3),
  "path-too-long": file(`${EDITION}/${"a".repeat(200)}.md`, "x", ["win32"]),
  "picture-bomb": file(`${EDITION}/bomb.png`, bomb()),
  "picture-cut-short": file(`${EDITION}/short.png`, ONE_PIXEL.subarray(0, 50)),
  "picture-empty": file(`${EDITION}/empty.webp`, ""),
  "picture-svg": file(`${EDITION}/drawing.png`, '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>\n'),
  "picture-too-large": huge(`${EDITION}/huge.png`, 33 * 1024 * 1024),
  "reserved-picture": file(`${EDITION}/con.jpg`, ONE_PIXEL, ["win32"]),
  "reserved-story": file(`${EDITION}/nul.md`, "x", ["win32"]),
  socket: {
    shown: `${EDITION}/socket.md`,
    lay: (content) => {
      // The process ends without tidying up, so the socket stays; its path is short, since it may have 100 letters.
      const code = 'require("net").createServer().listen("socket.md", () => process.reallyExit(0))';
      execFileSync(process.execPath, ["-e", code], { cwd: join(content, EDITION) });
    },
    notOn: ["win32"],
  },
  "symbolic-link": {
    shown: `${EDITION}/linked.md`,
    lay: (content) => {
      symlinkSync("open-model.md", join(content, EDITION, "linked.md"));
    },
  },
  "symbolic-link-folder": {
    shown: "editions/2027",
    lay: (content) => {
      symlinkSync("2026", join(content, "editions", "2027"));
    },
  },
  "symbolic-link-out": {
    shown: `${EDITION}/passwd.md`,
    lay: (content) => {
      symlinkSync("/etc/passwd", join(content, EDITION, "passwd.md"));
    },
  },
  "symbolic-link-loop": {
    shown: `${EDITION}/loop`,
    lay: (content) => {
      symlinkSync(".", join(content, EDITION, "loop"));
    },
  },
  "affiliates-alias-bomb": file("affiliates.yaml", `${BOMB.join("\n")}\n`),
  "people-too-deep": file("people.yaml", `robin-example: ${"{a: ".repeat(2000)}\n`),
  "publishers-150000-mistakes": file("publishers.yaml", `${"]".repeat(150_000)}\n`),
  "topics-20000-keys": file(
    "topics.yaml",
    Array.from({ length: 20_000 }, (_, index) => `t${index}: ${index % 9}\n`).join(""),
  ),
};
