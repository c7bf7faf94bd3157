import { readFiles, type SiteFile } from "../files.ts";

export function isRedirect({ text }: SiteFile): boolean {
  return text.includes('http-equiv="refresh"');
}

/** The HTML pages of a site, without those that only lead elsewhere. */
export function readPages(folder: string): SiteFile[] {
  return readFiles(folder, ".html").filter((page) => !isRedirect(page));
}

/** The address path of an HTML file as a reader sees it. */
export function addressOf(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/, "$1")}`;
}
