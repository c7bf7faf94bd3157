import type { Problem } from "../problems/diagnostic.ts";
import { RECORDING_ENDING } from "./endings.ts";

/** How large a file may be, in bytes. */
export const MOST_TEXT = 256 * 1024;
export const MOST_PICTURE = 32 * 1024 * 1024;
/** More no file may have that is to be sent to GitHub. */
const MOST_RECORDING = 100 * 1024 * 1024;

/** How large a file may be that is no text, by how its name or path ends. */
export function mostOfMedia(name: string): number {
  return RECORDING_ENDING.test(name) ? MOST_RECORDING : MOST_PICTURE;
}

export function describeTooLarge(bytes: number, most: number): Problem {
  const message = `the file has ${Math.ceil(bytes / 1024)} KiB; ${most / 1024} KiB is the most`;
  return { rule: "file-too-large", message };
}
