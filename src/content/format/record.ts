import { isDeepStrictEqual } from "node:util";

/** Where a publication's package.json says on which version of the content format it settled. */
const [KEY, FORMAT] = ["eveningUpdate", "format"] as const;

type Manifest = Readonly<Record<string, unknown>>;

function parse(text: string): Manifest | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Manifest) : undefined;
  } catch {
    return undefined;
  }
}

function ownOf(manifest: Manifest): Manifest | undefined {
  const own = manifest[KEY];
  return typeof own === "object" && own !== null ? (own as Manifest) : undefined;
}

/** The version that a package.json records; undefined where it records none. */
export function readRecord(text: string): unknown {
  return ownOf(parse(text) ?? {})?.[FORMAT];
}

/**
 * A package.json that records a version, every other character as it was; undefined where that cannot be done, as in one that is
 * no JSON. Of the places where the version might go, that one is taken by which nothing else changes.
 */
export function writeRecord(text: string, version: string): string | undefined {
  const manifest = parse(text);
  if (!manifest) return undefined;
  const own = ownOf(manifest);
  if (manifest[KEY] !== undefined && !own) return undefined;
  const wanted = { ...manifest, [KEY]: { ...own, [FORMAT]: version } };
  const isRight = (changed: string) => isDeepStrictEqual(parse(changed), wanted);
  const value = JSON.stringify(version);
  const before = own === undefined ? /^(\s*)\{(\s*)/g : new RegExp(String.raw`"${KEY}"(\s*:\s*)\{(\s*)`, "g");
  const replaced = [...text.matchAll(new RegExp(String.raw`("${FORMAT}"\s*:\s*)"[^"]*"`, "g"))].map(
    ({ index, 0: whole, 1: key = "" }) => text.slice(0, index) + key + value + text.slice(index + whole.length),
  );
  const added = [...text.matchAll(before)].flatMap(({ index, 0: whole, 2: space = "" }) => {
    const at = index + whole.length;
    const entry = own === undefined ? `"${KEY}": { "${FORMAT}": ${value} }` : `"${FORMAT}": ${value}`;
    return [`,${space}`, ""].map((end) => text.slice(0, at) + entry + end + text.slice(at));
  });
  return [...replaced, ...added].find(isRight);
}
