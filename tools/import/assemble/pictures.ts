import { decodePart } from "../../../src/content/links/web-address.ts";
import { posix } from "node:path";
import type { Image, RootContent, Text } from "mdast";
import { slugify } from "../../../src/content/words/plain-name.ts";
import { MOST_PICTURE } from "../../../src/content/files/size.ts";
import { kindOf } from "../../../src/content/pictures/picture-bytes.ts";
import { measurePicture } from "../../../src/content/pictures/pictures.ts";
import { isDeviceName } from "../../../src/content/reserved-names.ts";
import type { Archive, Post } from "../archive/post.ts";

type Tell = (loss: string) => void;

const ENDINGS: Record<string, string> = { jpeg: "jpg", png: "png", webp: "webp", avif: "avif" };
/** Folders whose files generators put at the site's root. */
const ROOTS = ["", "static", "public", "assets", "src", "source", "src/assets", "content"];

/** The pictures of an edition's folder, by name. */
export type Shelf = Map<string, Uint8Array>;

/** The file of an archive that a text names; a path that leads out of the archive names none. */
function findFile(src: string, { folder = "" }: Post, { pictures }: Archive): string | undefined {
  const plain = decodePart(src.replace(/[?#].*$/, ""));
  const candidates = plain.startsWith("/")
    ? ROOTS.map((root) => posix.join(root, plain.slice(1)))
    : [posix.join(folder, plain), ...ROOTS.map((root) => posix.join(root, plain))];
  const aliased = plain.replace(/^[@~]\/?/, "");
  return [...candidates, aliased, posix.join("src", aliased)].find((path) => pictures.has(path));
}

function place(shelf: Shelf, stem: string, ending: string, bytes: Uint8Array): string {
  const plain = slugify(stem).slice(0, 60).replace(/-+$/, "") || "picture";
  const base = isDeviceName(plain) ? `${plain}-picture` : plain;
  for (let number = 1; ; number++) {
    const name = `${number === 1 ? base : `${base}-${number}`}.${ending}`;
    const there = shelf.get(name);
    if (there && Buffer.compare(there, bytes) !== 0) continue;
    shelf.set(name, bytes);
    return name;
  }
}

/** Where a picture of a text stands now, or why it does not. */
async function copy(
  image: Image,
  post: Post,
  archive: Archive,
  shelf: Shelf | undefined,
  tell: Tell,
): Promise<string | undefined> {
  const { url, alt } = image;
  const described = alt ? ` (“${alt}”)` : "";
  const lose = (why: string): string | undefined => {
    tell(`${why}: ${url}${described}`);
    return undefined;
  };
  const path =
    /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url) || post.folder === undefined ? undefined : findFile(url, post, archive);
  if (path === undefined)
    return lose(
      post.folder === undefined || /^(?:https?:)?\/\//.test(url)
        ? "a picture that was not fetched"
        : "a picture that is not in the archive",
    );
  if (!shelf) return lose("a picture, which a page cannot have");
  if (!alt) return lose("a picture without a description, which the format asks for");
  const bytes = archive.pictures.get(path)?.() ?? new Uint8Array();
  const ending = ENDINGS[kindOf(bytes) ?? ""];
  if (ending === undefined) return lose("a picture that is no JPEG, PNG, WebP or AVIF");
  if (bytes.length > MOST_PICTURE) return lose("a picture that is too large");
  const name = place(new Map(shelf), posix.parse(path).name, ending, bytes);
  const measured = await measurePicture(name, bytes);
  if ("rule" in measured) return lose(`a picture that cannot be shown, since ${measured.message}`);
  return place(shelf, posix.parse(path).name, ending, bytes);
}

/** Blocks with the archive's own pictures, which go to the shelf of the edition; of all others the description stays as words. */
export async function takePictures(
  blocks: readonly RootContent[],
  post: Post,
  archive: Archive,
  shelf: Shelf | undefined,
  tell: Tell,
): Promise<RootContent[]> {
  const visit = async (node: RootContent): Promise<RootContent> => {
    if (node.type === "image") {
      const name = await copy(node, post, archive, shelf, tell);
      if (name !== undefined) return { type: "image", url: name, alt: node.alt ?? "" };
      return { type: "text", value: node.alt ? ` ${node.alt} ` : "" } satisfies Text;
    }
    if (!("children" in node)) return node;
    const children: RootContent[] = [];
    for (const child of node.children) children.push(await visit(child));
    return { ...node, children } as RootContent;
  };
  const done: RootContent[] = [];
  for (const block of blocks) done.push(await visit(block));
  return done;
}
