import { renderBody } from "../markdown/body.ts";
import type { RenderOptions } from "../markdown/options.ts";
import { type Editable, NotEditable, openEditable } from "./editable.ts";
import { renameFrontPicture } from "./front-matter.ts";

/** Renders a body for nothing but the names of its pictures. */
const NAMES_ONLY: RenderOptions = {
  language: "en",
  messages: {},
  prefix: "",
  line: 1,
  link: () => ({ href: "/" }),
  picture: () => ({ rule: "missing-picture", message: "" }),
};

function picturesOfBody({ document }: Editable): readonly string[] {
  return renderBody(document.body, NAMES_ONLY).pictures;
}

function pictureOfFront({ document }: Editable): string[] {
  const { image } = document.yaml.data as { readonly image?: { readonly src?: unknown } | null };
  return typeof image?.src === "string" ? [image.src] : [];
}

/** The names of the pictures that a text shows, each once. */
export function picturesOf(file: Editable): string[] {
  return [...new Set([...pictureOfFront(file), ...picturesOfBody(file)])];
}

/** The body with another name behind `](` or `]:`, where Markdown has addresses. */
function replaceInBody(body: string, from: string, to: string): string {
  const name = from.replaceAll(".", "\\.");
  return body.replace(new RegExp(`(?<=\\](?:\\(|:)\\s*<?)${name}(?=[\\s)>"']|$)`, "gm"), to);
}

/**
 * A text that shows a picture by another name. Throws NotEditable where that would change what somebody signed: a body is signed as it is typed.
 */
export function renamePicture(file: Editable, from: string, to: string): Editable {
  const front = renameFrontPicture(file, from, to);
  const shown = picturesOfBody(front);
  if (!shown.includes(from)) return front;
  const { yaml, body } = front.document;
  if ((yaml.data as { readonly signoff?: unknown }).signoff !== undefined)
    throw new NotEditable(
      `${file.path} shows “${from}”, a name that another picture has there, and its text is signed as it stands; rename one of the two pictures, and sign again`,
    );
  const start = front.text.length - body.length;
  const text = front.text.slice(0, start) + replaceInBody(body, from, to);
  const renamed = openEditable(file.path, new TextEncoder().encode(text));
  const wanted = shown.map((name) => (name === from ? to : name)).join("\n");
  if (!renamed || picturesOfBody(renamed).join("\n") !== wanted)
    throw new NotEditable(
      `${file.path} names “${from}” in a way that a program cannot change; rename the picture first`,
    );
  return renamed;
}

/** The first of `name`, `name-2` … that is free for a picture: nothing is there, or the same picture. */
export function freeName(name: string, isFree: (name: string) => boolean): string {
  const [, stem = name, ending = ""] = /^(.*)(\.[a-z]+)$/.exec(name) ?? [];
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${stem.slice(0, 76)}-${number}${ending}`;
    if (isFree(candidate)) return candidate;
  }
}
