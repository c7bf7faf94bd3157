import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { LANGUAGES } from "./fixtures.ts";
import { serveSite, type SiteServer } from "./site-server.ts";
import { buildOnce } from "./sites.ts";

/** A site in another language than English, and what its pages are called. */
export interface LanguageSite {
  readonly name: keyof typeof LANGUAGES;
  readonly folder: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** The path below its host, as of every address of its own; empty at the host's root. */
  readonly base: string;
  readonly paths: {
    readonly edition: string;
    /** With a correction, a table, notes, a quotation, code and words in English. */
    readonly story: string;
    readonly continued: string;
    readonly generated: string;
    readonly slot: string;
    readonly topic: string;
    readonly publisher: string;
    readonly page: string;
    readonly thread: string;
  };
  /** A word to search for. */
  readonly word: string;
}

/** The sites; each is built when its folder is asked for. */
export const LANGUAGE_SITES: readonly LanguageSite[] = [
  {
    name: "german",
    get folder() {
      return buildOnce(LANGUAGES.german);
    },
    language: "de",
    direction: "ltr",
    base: "/abend-ausgabe",
    paths: {
      edition: "/2026/11/23/abend/",
      story: "/2026/11/23/abend/m10-faehrt-bis-jungfernheide/",
      continued: "/2026/11/25/abend/m10-hat-einen-fahrplan/",
      generated: "/2026/11/23/abend/oel-wird-teurer/",
      slot: "/abend/",
      topic: "/topics/verkehr/",
      publisher: "/publishers/stadtblatt/",
      page: "/ueber-uns/",
      thread: "/threads/m10-faehrt-bis-jungfernheide/",
    },
    word: "Jungfernheide",
  },
  {
    name: "arabic",
    get folder() {
      return buildOnce(LANGUAGES.arabic);
    },
    language: "ar",
    direction: "rtl",
    base: "",
    paths: {
      edition: "/2026/11/22/masaa/",
      story: "/2026/11/22/masaa/hafilat-tawila/",
      continued: "/2026/11/25/masaa/jadwal-khat-12/",
      generated: "/2026/11/22/masaa/saa-bila-miyah/",
      slot: "/masaa/",
      topic: "/topics/miyah/",
      publisher: "/publishers/openbus/",
      page: "/man-nahnu/",
      thread: "/threads/hafilat-tawila/",
    },
    word: "الحافلات",
  },
  {
    name: "chinese",
    get folder() {
      return buildOnce(LANGUAGES.chinese);
    },
    language: "zh",
    direction: "ltr",
    base: "/wanbao",
    paths: {
      edition: "/2026/11/23/wanbao/",
      story: "/2026/11/23/wanbao/shier-lu-gongjiao/",
      continued: "/2026/11/25/wanbao/shier-lu-shikebiao/",
      generated: "/2026/11/23/wanbao/tingshui-yi-xiaoshi/",
      slot: "/wanbao/",
      topic: "/topics/shuili/",
      publisher: "/publishers/openbus/",
      page: "/guanyu/",
      thread: "/threads/shier-lu-gongjiao/",
    },
    word: "公交",
  },
];

/** One page of each type of such a site, by the type's name. */
export function pageTypes({ paths }: LanguageSite): [type: string, path: string][] {
  return Object.entries({
    home: "/",
    ...paths,
    "topic directory": "/topics/",
    "publisher directory": "/publishers/",
    "thread directory": "/threads/",
    archive: "/archive/",
    "archive year": "/archive/2026/",
    "archive month": "/archive/2026/11/",
    search: "/search/",
    corrections: "/corrections/",
    disclosures: "/disclosures/",
    trends: "/trends/",
    subscribe: "/subscribe/",
    "page not found": "/404.html",
  });
}

/** Serves such a site below the path for which it was built; `scratch` is an empty folder. */
export async function serveBelow(
  { folder, base }: LanguageSite,
  scratch: string,
): Promise<SiteServer & { readonly home: string }> {
  if (base !== "") {
    mkdirSync(scratch, { recursive: true });
    symlinkSync(folder, join(scratch, base));
  }
  const server = await serveSite(base === "" ? folder : scratch);
  return { ...server, home: server.url + base };
}
