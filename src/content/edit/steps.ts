/** What is done to a content folder, one file a step; paths are relative to it, with `/`. Each leaves it so that nothing is lost. */
export type Step =
  | { readonly kind: "write" | "replace"; readonly path: string; readonly bytes: Uint8Array; readonly what: string }
  | { readonly kind: "rename" | "copy"; readonly path: string; readonly to: string }
  /** A file that is there a second time, or has no words of its own. */
  | { readonly kind: "remove"; readonly path: string; readonly what: string }
  /** A folder, if it is empty by then. */
  | { readonly kind: "tidy"; readonly path: string };

/** What is to be done, and what whoever asked for it must know besides; or why nothing is. */
export type Plan =
  { readonly steps: readonly Step[]; readonly notes: readonly string[] } | { readonly refusal: string };

/** What a step did, in a line; `label` is how the content folder is named. Undefined where there is nothing to tell. */
export function describeStep(step: Step, label: string): string | undefined {
  const path = `${label}/${step.path}`;
  switch (step.kind) {
    case "write":
      return `wrote ${path} ${step.what}`;
    case "replace":
      return `changed ${path}: ${step.what}`;
    case "rename":
      return `moved ${path} to ${label}/${step.to}`;
    case "copy":
      return `copied ${path} to ${label}/${step.to}`;
    case "remove":
      return `removed ${path}, ${step.what}`;
    case "tidy":
      return undefined;
  }
}
