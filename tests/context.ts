import "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder of this run of the tests, for what several files look at. */
    runFolder: string;
    /** Where test files ask for the browser that they share. */
    browserHost: string;
  }
}
