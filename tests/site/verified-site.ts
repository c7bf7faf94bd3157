import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { apiEditionPath } from "../../src/content/addresses.ts";
import type { Site } from "../../src/content/site.ts";
import type { Output } from "../../src/pipeline/output/output.ts";
import { secretsOf } from "../../src/pipeline/read/secrets.ts";
import { publicTextsBeside, publicTextsOf } from "../../src/pipeline/verify/embargo.ts";
import type { Fault } from "../../src/pipeline/verify/promise.ts";
import { createVerifier } from "../../src/pipeline/verify/verify.ts";
import { visibleOf } from "../../src/views/visible.ts";
import { PUBLICATIONS } from "../fixtures.ts";
import { listFiles } from "../files.ts";
import { readWhole } from "../publication.ts";
import { fixtureSite } from "../sites.ts";

const TEXT = /\.(html|xml|json|txt|css)$/;

export function print(faults: readonly Fault[]): string[] {
  return faults.map(({ path, message }) => `${path}: ${message}`);
}

/** Shows a verifier a whole site, the pages of its editions first. */
export function verifySite(files: readonly Output[], whole: Site): Fault[] {
  const { editions } = whole;
  const visible = visibleOf(whole, editions);
  const isOwn = ({ path }: Output) =>
    visible.some((edition) => path.startsWith(edition.path) || path === apiEditionPath(edition.identity));
  const verifier = createVerifier(whole, editions.flatMap(secretsOf), function* () {
    yield* publicTextsBeside(whole, editions);
    yield* publicTextsOf(editions);
  });
  verifier.lookAtEditions(files.filter(isOwn), visible);
  verifier.look(files.filter((output) => !isOwn(output)));
  return verifier.conclude(editions, (path) => String(files.find((output) => output.path === path)?.content), {
    gone: [],
    isSame: false,
  });
}

/** The fixture's publication, its site as it was built, and what a verifier says of it when something in it is otherwise. */
export async function openFixture() {
  const { site } = await readWhole(PUBLICATIONS.fixture.content, Date.parse(PUBLICATIONS.fixture.now));
  const folder = fixtureSite();
  const outputs = listFiles(folder).map((path): Output => {
    const bytes = readFileSync(join(folder, path));
    return { path: `/${path}`, content: TEXT.test(path) ? bytes.toString() : bytes };
  });
  /** The faults of the site after a change to the files whose path matches; some must change. */
  const faultsAfter = (pattern: RegExp, change: (content: string) => string | undefined): string[] => {
    let changed = 0;
    const altered = outputs.flatMap((output) => {
      if (!pattern.test(output.path) || typeof output.content !== "string") return [output];
      const content = change(output.content);
      if (content !== output.content) changed++;
      return content === undefined ? [] : [{ ...output, content }];
    });
    expect(changed).toBeGreaterThan(0);
    return print(verifySite(altered, site));
  };
  return { site, outputs, faultsAfter };
}
