/** For what a file was made that could not be: a file of the site, or one of the content folder by its path within. */
export interface Purpose {
  readonly madeFor?: string;
  readonly madeFrom?: string;
}

/** Does a piece of work, and notes with the error by which it fails for what it was done; the innermost note stands. */
export async function notePurpose<T>(purpose: Purpose, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && !("madeFor" in error || "madeFrom" in error)) Object.assign(error, purpose);
    throw error;
  }
}

/** What went wrong in the first place, beneath what Eleventy says of it. */
export function rootOf(error: unknown): unknown {
  const original = (error as { originalError?: unknown } | undefined)?.originalError;
  return original === undefined ? error : rootOf(original);
}

/** Whether it is the operating system that refused something, which has nothing to do with any page. */
export function isRefusal(error: unknown): boolean {
  return typeof (error as NodeJS.ErrnoException | undefined)?.errno === "number";
}
