import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { kindOfSound } from "../../src/content/recordings/recording-bytes.ts";
import { findRecording, listRecordings } from "../../src/content/recordings/recordings.ts";
import { digestEdition } from "../../src/content/sign-off.ts";
import type { Body } from "../../src/content/markdown/body.ts";
import type { Document } from "../../src/content/parse/document.ts";
import { digestFile, digestOf } from "../../src/pipeline/digest.ts";
import { podcastGuid } from "../../src/views/feeds/podcast.ts";
import { silence } from "../recording-sample.ts";

const latin = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

describe("the first bytes of a recording", () => {
  test.each([
    ["mp3", silence(1)],
    ["mp3", latin("ID3\x04\0\0\0\0\0\0")],
    ["m4a", latin("\0\0\0\x20ftypM4A \0\0\x02\0M4A mp42isom\0\0\0\0")],
    ["m4a", latin("\0\0\0\x1Cftypisom\0\0\x02\0isomiso2mp41")],
    ["mov", latin("\0\0\0\x14ftypqt  \0\0\x02\0qt  ")],
    ["ogg", latin(`OggS${"\0".repeat(24)}\x01vorbis`)],
    ["opus", latin(`OggS${"\0".repeat(24)}OpusHead`)],
    ["wav", latin("RIFF\0\0\0\0WAVEfmt ")],
    ["flac", latin("fLaC")],
    ["aiff", latin("FORM\0\0\0\0AIFF")],
    ["aac", latin("\xFF\xF1\x50\x80")],
    // Layer II, a reserved version, a picture, a text, nothing.
    [undefined, latin("\xFF\xFD\x10\xC0")],
    [undefined, latin("\xFF\xEB\x10\xC0")],
    [undefined, latin("\xFF\xD8\xFF\xE0")],
    [undefined, latin("\0\0\0\x20ftypavif\0\0\0\0avifmif1")],
    [undefined, latin("Good evening.")],
    [undefined, latin("")],
  ])("are known as %s", (kind, bytes) => {
    expect(kindOfSound(bytes)).toBe(kind);
  });
});

test("a recording is looked at by its beginning alone", () => {
  const asked: number[] = [];
  const file = {
    path: "editions/2026/03-04-evening/a.mp3",
    get bytes(): Uint8Array {
      throw new Error("nobody reads all of it");
    },
    glance(length: number) {
      asked.push(length);
      return { start: silence(1), size: 90e6 };
    },
  };
  const [found] = listRecordings("2026-03-04-evening", [{ file, name: "a.mp3" }]);
  expect(found?.facts).toEqual({ type: "audio/mpeg", bytes: 90e6 });
  expect(asked).toEqual([64]);
  const audio = { src: "a.mp3", seconds: 9, voice: "synthetic", transcript: "https://a.example/ü" };
  expect(findRecording(audio, found ? [found] : [])).toMatchObject({
    voice: undefined,
    seconds: 9,
    transcript: "https://a.example/%C3%BC",
  });
  expect(findRecording({ ...audio, src: "b.mp3" }, found ? [found] : [])).toBeUndefined();
});

test("the digest of a file taken in pieces is that of its bytes", () => {
  const folder = mkdtempSync(join(tmpdir(), "evening-update-digest-"));
  const path = join(folder, "a");
  for (const size of [0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20]) {
    const bytes = Buffer.alloc(size, "words ");
    writeFileSync(path, bytes);
    expect(digestFile("mode", path, size)).toBe(digestOf("mode", bytes));
  }
  expect(() => digestFile("mode", path, 2 << 20)).toThrow("changed while it was read");
  rmSync(folder, { recursive: true });
});

test("a sign-off covers which recording an edition has, how long it is, who reads and where that stands as text", () => {
  const document = { body: "", bodyLine: 1 } as Document;
  const body = { sections: [] } as unknown as Body;
  const audio = { src: "a.mp3", seconds: 9, voice: "synthetic" };
  const digest = (front: object) => digestEdition(document, front, body)["audio"];
  const own = digest({ audio });
  const others = [{}, { audio: { ...audio, src: "b.mp3" } }, { audio: { ...audio, seconds: 8 } }].map(digest);
  const more = [{ voice: "ida" }, { transcript: "https://a.example/" }].map((key) =>
    digest({ audio: { ...audio, ...key } }),
  );
  expect(new Set([own, ...others, ...more]).size).toBe(6);
});

test("the guid of a podcast is the one of Podcasting 2.0’s own example", () => {
  expect(podcastGuid("https://mp3s.nashownotes.com/pc20rss.xml")).toBe("917393e3-1b1e-5cef-ace4-edaa54e1f810");
  expect(podcastGuid("https://podnews.net/rss/")).toBe("9b024349-ccf0-5f69-a609-6b82873eab3c");
});
