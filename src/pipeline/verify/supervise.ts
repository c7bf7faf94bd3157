import type { Edition } from "../../content/edition.ts";
import type { Archive } from "../read/archive.ts";
import type { Secret } from "../read/secrets.ts";
import { publicTextsBeside, publicTextsOf } from "./embargo.ts";
import { createVerifier, type Verifier } from "./verify.ts";

function* editionsOf({ visible }: Archive): Generator<Edition> {
  for (const edition of visible) yield edition.load().edition;
}

/** Makes a verifier that knows what readers may see of an archive. */
export function superviseArchive(archive: Archive, secrets: readonly Secret[]): Verifier {
  const { site, editions } = archive;
  return createVerifier(site, secrets, function* () {
    yield* publicTextsBeside(
      site,
      editions.map((edition) => edition.outline()),
    );
    yield* publicTextsOf(editionsOf(archive));
  });
}
