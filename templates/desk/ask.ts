/// <reference lib="dom" />
import { CALLS, type Calls, PICTURE_CALL, type PlacedPicture, type Refused } from "../../src/views/desk/calls.ts";
import { part } from "./dom.ts";

const token = document.querySelector<HTMLMetaElement>("meta[name=desk-token]")?.content ?? "";

/** In milliseconds: long enough to be read, and then it lies over nothing. */
const SHOWN = 6000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says something to everybody, to whoever hears the page too; to them alone where it stands on the page already. */
export function say(words: string, isSeen = false): void {
  const said = part("_said");
  said.classList.toggle("hidden", isSeen);
  said.textContent = "";
  clearTimeout(timer);
  // What is put into an empty status is told, be it the same words again.
  timer = setTimeout(() => {
    said.textContent = words;
    timer = setTimeout(() => {
      said.textContent = "";
    }, SHOWN);
  }, 30);
}

async function send(name: string, type: string, body: BodyInit): Promise<unknown> {
  const headers = { "Content-Type": type, "X-Desk-Token": token };
  let response: Response;
  try {
    response = await fetch(CALLS + name, { method: "POST", headers, body });
  } catch {
    return {
      refused: "The preview does not answer. Start it again (npm start); what you typed is kept in this browser.",
    };
  }
  return response.ok ? response.json() : { refused: await response.text() };
}

/** Asks the desk's server. What cannot be reached, or refuses to answer, has refused. */
export async function ask<Name extends keyof Calls>(
  name: Name,
  asked: Calls[Name]["ask"],
): Promise<Calls[Name]["answer"] | Refused> {
  return (await send(name, "application/json", JSON.stringify(asked))) as Calls[Name]["answer"] | Refused;
}

/** Sends a picture into the folder of an edition. */
export async function sendPicture(edition: string, picture: File): Promise<PlacedPicture | Refused> {
  const type = picture.type.startsWith("image/") ? picture.type : "application/octet-stream";
  const name = encodeURIComponent(picture.name.replace(/[\\/]/g, "-"));
  return (await send(`${PICTURE_CALL}${edition}/${name}`, type, picture)) as PlacedPicture | Refused;
}
