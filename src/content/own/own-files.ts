import { FILES } from "../addresses.ts";
import type { ContentFile } from "../files/files.ts";
import type { Classified } from "../files/folders.ts";

/** A file that is copied to the site's root as it is. */
export interface Copied {
  readonly file: ContentFile;
  /** From the site's root. */
  readonly sitePath: string;
}

/** What a publication has beside its texts: styles, pictures beside site.yaml that may be its logo, and files to be copied. */
export interface OwnFiles {
  readonly styles: ContentFile | undefined;
  readonly logos: readonly { readonly file: ContentFile; readonly name: string }[];
  readonly copies: readonly Copied[];
}

export function sortOwnFiles(classified: readonly Classified[]): OwnFiles {
  const logos: { file: ContentFile; name: string }[] = [];
  const copies: Copied[] = [];
  let styles: ContentFile | undefined;
  for (const { file, place } of classified) {
    if ("rule" in place) continue;
    if (place.kind === "styles") styles = file;
    else if (place.kind === "logo") logos.push({ file, name: place.name });
    else if (place.kind === "public") copies.push({ file, sitePath: place.sitePath });
  }
  return { styles, logos, copies };
}

/** The redirects of a publication's own, as hosts read them; empty where it has none. */
export function readOwnRedirects({ copies }: OwnFiles): string {
  const own = copies.find(({ sitePath }) => sitePath === FILES.redirects);
  return own === undefined ? "" : new TextDecoder().decode(own.file.bytes);
}

/** The file of the logo that a theme names, if it is there. */
export function findLogo({ logos }: OwnFiles, name: string | undefined): ContentFile | undefined {
  return logos.find((logo) => logo.name === name)?.file;
}
