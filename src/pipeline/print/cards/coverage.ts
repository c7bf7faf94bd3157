/** Code points from and to, both included. */
export type Ranges = readonly (readonly [from: number, to: number])[];

/** Where a table of a TrueType or OpenType font begins; undefined where it has none. */
function findTable(font: Buffer, tag: string): number | undefined {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index++) {
    const at = 12 + 16 * index;
    if (font.toString("latin1", at, at + 4) === tag) return font.readUInt32BE(at + 8);
  }
  return undefined;
}

/** Segments to 16 bits; the last is the end mark. What a segment maps to “no glyph” is not looked for: subsetters leave none. */
function readFormat4(font: Buffer, at: number): Ranges {
  const count = font.readUInt16BE(at + 6) / 2;
  const word = (array: number, index: number) => font.readUInt16BE(at + 14 + array + 2 * index);
  return Array.from({ length: count }, (_, index) => [word(2 + 2 * count, index), word(0, index)] as const).filter(
    ([from]) => from !== 0xffff,
  );
}

function readFormat12(font: Buffer, at: number): Ranges {
  const count = font.readUInt32BE(at + 12);
  return Array.from({ length: count }, (_, index) => {
    const group = at + 16 + 12 * index;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)] as const;
  });
}

/** The characters for which a font has a glyph, as its `cmap` table says (OpenType 1.9). */
export function listCovered(font: Buffer): Ranges {
  const cmap = findTable(font, "cmap");
  if (cmap === undefined) return [];
  const count = font.readUInt16BE(cmap + 2);
  return Array.from({ length: count }, (_, index) => cmap + font.readUInt32BE(cmap + 8 + 8 * index)).flatMap((at) => {
    const format = font.readUInt16BE(at);
    if (format === 4) return readFormat4(font, at);
    return format === 12 ? readFormat12(font, at) : [];
  });
}
