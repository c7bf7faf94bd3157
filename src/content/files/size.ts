import type { Problem } from "../problems/diagnostic.ts";

/** How large a file may be, in bytes. */
export const MOST_TEXT = 256 * 1024;
export const MOST_PICTURE = 32 * 1024 * 1024;
/** More no file may have that is to be sent to GitHub. */
export const MOST_RECORDING = 100 * 1024 * 1024;

export function describeTooLarge(bytes: number, most: number): Problem {
  const message = `the file has ${Math.ceil(bytes / 1024)} KiB; ${most / 1024} KiB is the most`;
  return { rule: "file-too-large", message };
}
