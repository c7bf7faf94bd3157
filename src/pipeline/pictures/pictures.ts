import { join } from "node:path";
import { type Measured, measurePicture } from "../../content/pictures/pictures.ts";
import type { Problem } from "../../content/problems/diagnostic.ts";
import { digestOf } from "../digest.ts";
import { type Kept, openKept } from "../state/kept.ts";
import { versionOf } from "../version.ts";
import type { Decoded } from "./decode.ts";
import { createDecoder, type Outcome } from "./decoder.ts";

/** What is known of a picture once it was decoded, beside what it shows. */
type Facts = Omit<Decoded, "master"> | { readonly flaw: string };

/** The pictures of a publication, each decoded once in its life: when it is first looked at. */
export interface Pictures {
  /** A picture's size, or what is wrong with its bytes: all of it has been decoded. */
  measure(name: string, bytes: Uint8Array): Promise<Measured>;
  /** What all copies of a picture that is right are made from. Throws for one that is not. */
  open(bytes: Uint8Array): Promise<Decoded>;
  /** A sign, SVG or PNG, as a PNG that fits into a square of `SIGN` pixels; or what is wrong with it. */
  openSign(name: string, bytes: Uint8Array): Promise<Uint8Array | Problem>;
  /** The files that earlier builds made of pictures, by names that `nameOf` begins. */
  readonly kept: Kept;
  /** The beginning of the names of all that is made of these bytes by this version of the program. */
  nameOf(bytes: Uint8Array): string;
}

const SOURCES = [
  join("src", "pipeline", "pictures", "decode.ts"),
  join("src", "pipeline", "print", "pictures.ts"),
  join("src", "content", "pictures", "picture-copies.ts"),
];

/** As large as icons are, and twice that: what is drawn small is drawn sharp. */
export const SIGN = 1024;

const AGAIN = "copy the file again from where it came, or open it and save it again";
const DRAWN = "give it a viewBox and fewer parts, or save it as PNG";
const SMALLER = "make it smaller, or save it as JPEG";

/** Why a picture cannot be shown; undefined where it can. */
function problemOf(outcome: Outcome | Facts): readonly [message: string, hint: string] | undefined {
  if ("flaw" in outcome) return ["is damaged: a part of it cannot be decoded", AGAIN];
  if (!("excess" in outcome)) return undefined;
  switch (outcome.excess) {
    case "memory":
      return ["takes more memory to decode than a picture may", SMALLER];
    case "time":
      return ["takes longer to decode than a picture may", SMALLER];
    case "crash":
      return ["cannot be decoded: the decoder fails on it", AGAIN];
  }
}

/** Opens what is known of pictures. Pictures are decoded one after the other, in a process apart. */
export function openPictures(): Pictures {
  const kept = openKept("pictures");
  const decode = createDecoder();
  let version: string | undefined;
  const nameOf = (bytes: Uint8Array): string =>
    Buffer.from(digestOf(bytes, (version ??= versionOf(SOURCES, /^sharp$/)))).toString("hex");
  /** What came of it is kept, but for what another machine might find otherwise. */
  const decodeAndKeep = async (name: string, bytes: Uint8Array): Promise<Outcome> => {
    const outcome = await decode(bytes);
    if ("excess" in outcome) return outcome;
    if ("master" in outcome) kept.put(`${name}.master`, outcome.master);
    const facts = { ...outcome, master: undefined };
    kept.put(`${name}.facts`, Buffer.from(JSON.stringify(facts)));
    return outcome;
  };
  const factsOf = (name: string): Facts | undefined => {
    const known = kept.find(`${name}.facts`);
    return known && (JSON.parse(Buffer.from(known).toString()) as Facts);
  };
  return {
    kept,
    nameOf,
    async measure(file, bytes) {
      const measured = await measurePicture(file, bytes);
      if ("rule" in measured) return measured;
      const name = nameOf(bytes);
      const found = factsOf(name) ?? (await decodeAndKeep(name, bytes));
      const [message, hint] = problemOf(found) ?? [];
      if (message !== undefined)
        return { rule: "bad-picture", message: `“${file}” ${message}`, hint } satisfies Problem;
      return "hasAlpha" in found && found.hasAlpha ? { ...measured, hasAlpha: true } : measured;
    },
    async openSign(file, bytes) {
      const measured = file.endsWith(".svg") ? undefined : await measurePicture(file, bytes);
      if (measured && "rule" in measured) return measured;
      const name = `${nameOf(bytes)}.sign`;
      const known = kept.find(name);
      if (known) return known;
      const outcome = await decode(bytes, SIGN);
      if ("master" in outcome) {
        kept.put(name, outcome.master);
        return outcome.master;
      }
      const drawn = ["cannot be drawn, or takes too much for a logo", DRAWN] as const;
      const [message = "", hint] = (measured ? problemOf(outcome) : drawn) ?? [];
      return { rule: "bad-picture", message: `“${file}” ${message}`, hint };
    },
    async open(bytes) {
      const name = nameOf(bytes);
      const facts = factsOf(name);
      const master = kept.find(`${name}.master`);
      if (facts && master && !("flaw" in facts)) return { ...facts, master };
      const outcome = await decodeAndKeep(name, bytes);
      if ("master" in outcome) return outcome;
      throw new Error(`a picture of it ${problemOf(outcome)?.[0] ?? ""}`);
    },
  };
}
