import { join } from "node:path";
import type { Input } from "./inputs.ts";
import type { Pieces } from "./knowledge.ts";
import type { Stamps } from "./stamps.ts";
import { readTable, writeTable } from "./tables.ts";

const INPUT = "input-";

/** Reads what went into the last build; undefined where a part of it is lost. */
export function readInputs(folder: string, folders: readonly string[], pieces: Pieces): Input[] | undefined {
  const read = folders.flatMap((own, at): Input[] => {
    const table = readTable(join(folder, `${INPUT}${at}`), pieces[`${INPUT}${at}`]);
    if (!table) return [];
    const { texts, numbers } = table;
    const count = texts.length / 2;
    const digests = new Map<string, string>();
    for (let row = 0; row < count; row++) digests.set(texts[row] ?? "", texts[row + count] ?? "");
    return [{ folder: own, digests, stamps: numbers }];
  });
  return read.length === folders.length ? read : undefined;
}

/** Reads stamps; undefined where they are lost. */
export function readStamps(folder: string, name: string, pieces: Pieces): Stamps | undefined {
  const table = readTable(join(folder, name), pieces[name]);
  return table && { paths: table.texts, numbers: table.numbers };
}

/** Writes what went into a build, and returns the digests of its pieces. Throws what the disk refuses. */
export function writeInputs(folder: string, inputs: readonly Input[]): Record<string, string> {
  return Object.fromEntries(
    inputs.map(({ digests, stamps }, at) => {
      const name = `${INPUT}${at}`;
      const texts = [...digests.keys(), ...digests.values()];
      return [name, writeTable(join(folder, name), { texts, numbers: stamps })];
    }),
  );
}

/** Writes stamps, and returns the digest of their piece. Throws what the disk refuses. */
export function writeStamps(folder: string, name: string, { paths, numbers }: Stamps): string {
  return writeTable(join(folder, name), { texts: paths, numbers });
}
