import {
  fileAt,
  FILES,
  feedOf,
  ICONS,
  isMadeAtRoot,
  keyFilePath,
  LOOK,
  PAGES,
  slotPath,
  standingPath,
  YIELDING,
} from "../addresses.ts";
import { fold } from "../files/fold.ts";
import { isActive, isCss, isHtml } from "../files/public-names.ts";
import { judgeStyles, type MayLoad } from "../markup/active.ts";
import { judgeHtml } from "../markup/html.ts";
import { judgeXml } from "../markup/xml.ts";
import { decode } from "../parse/decode.ts";
import { type Diagnostic, diagnose, type Position, type Problem, START } from "../problems/diagnostic.ts";
import { limitRepeats } from "../problems/repeats.ts";
import type { Publication } from "../publication.ts";
import type { StandingPageHead } from "../standing-page.ts";
import type { Copied, OwnFiles } from "./own-files.ts";

/** What the site makes, as far as addresses are concerned. */
interface Taken {
  readonly publication: Pick<Publication, "url" | "slots" | "indexnow">;
  readonly pages: readonly Pick<StandingPageHead, "id" | "path">[];
  /** The files that every site has from the project. */
  readonly publicFiles: readonly string[];
}

/** The folders at the site's root that the site makes, each with what stands there. */
function listFolders({ publication, pages }: Taken): Map<string, string> {
  const folders = new Map<string, string>([[LOOK, "the look"]]);
  for (const path of Object.values(PAGES))
    if (path !== PAGES.home && !YIELDING.includes(path)) folders.set(path, `the page ${path}`);
  for (const { id } of publication.slots) folders.set(slotPath(id), `the page of the slot “${id}”`);
  for (const { id, path } of pages) folders.set(path, `the page of pages/${id}.md`);
  return folders;
}

/** Makes the function that tells what of the site a file would cover. */
function createCover(taken: Taken): (path: string) => string | undefined {
  const { indexnow } = taken.publication;
  const files = new Set(
    [
      // What a publication redirects itself is put before what the site does.
      ...Object.values(FILES).filter((path) => path !== FILES.redirects),
      ...Object.values(ICONS),
      ...taken.publicFiles,
      ...(indexnow === undefined ? [] : [keyFilePath(indexnow)]),
      fileAt(PAGES.home),
      feedOf(PAGES.home),
    ].map(fold),
  );
  const folders = new Map([...listFolders(taken)].map(([path, what]) => [fold(path), what]));
  return (sitePath) => {
    const path = fold(sitePath);
    if (files.has(path) || isMadeAtRoot(path)) return `${path}, which the site makes`;
    // A folder cannot stand where the site has a file.
    const above = [...files].find((file) => path.startsWith(`${file}/`));
    if (above !== undefined) return `${above}, which the site makes`;
    const [first = ""] = path.slice(1).split("/", 1);
    const what = folders.get(standingPath(first)) ?? (/^\d{4}$/.test(first) ? `the editions of ${first}` : undefined);
    return what;
  };
}

/** What a document runs, or has browsers load from another host than the site's. */
function judge({ sitePath, file }: Copied, mayLoad: MayLoad): (Problem & { readonly at: Position })[] {
  if (!isActive(sitePath)) return [];
  const decoded = decode(file.bytes);
  if ("problem" in decoded) return [{ ...decoded.problem, at: decoded.at }];
  if (isCss(sitePath)) return judgeStyles(decoded.text, mayLoad).map((problem) => ({ ...problem, at: START }));
  return isHtml(sitePath) ? judgeHtml(decoded.text, mayLoad) : judgeXml(decoded.text, mayLoad);
}

/** Whether an address is one of the site itself, or holds its picture in it. */
function ownLoads(url: string): MayLoad {
  return (address) =>
    address === "" ||
    address.startsWith(`${url}/`) ||
    /^data:image\/(?:png|jpeg|gif|webp|avif);/i.test(address) ||
    !/^(?:[a-z][a-z\d+.-]*:|[\\/]{2})/i.test(address.replace(/[\t\n\r]/g, ""));
}

/** No copied file covers what the site makes, and none runs anything or has browsers ask another host. */
export function checkCopies({ copies }: OwnFiles, taken: Taken, label: string): Diagnostic[] {
  const coverOf = createCover(taken);
  const mayLoad = ownLoads(taken.publication.url);
  return copies.flatMap((copied): Diagnostic[] => {
    const path = `${label}/${copied.file.path}`;
    const covered = coverOf(copied.sitePath);
    if (covered !== undefined)
      return [
        diagnose(path, START, {
          rule: "covered-page",
          message: `“${copied.file.path}” would stand in the place of ${covered}`,
          hint: "give it another name",
        }),
      ];
    return limitRepeats(judge(copied, mayLoad).map(({ at, ...problem }) => diagnose(path, at, problem)));
  });
}
