import "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** The built example publication, its clock after its last edition. */
    exampleSite: string;
    /** The built fixture publication of tests/fixtures/site. */
    fixtureSite: string;
  }
}
