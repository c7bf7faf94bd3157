import {
  editionIdentity,
  fileOfIdentity,
  isEditionIdentity,
  isStoryIdentity,
  readIdentity,
} from "../../content/dateline.ts";
import { planEditionMove } from "../../content/edit/move-edition.ts";
import { planEntryMove, planPageMove } from "../../content/edit/move-entry.ts";
import { planStoryMove } from "../../content/edit/move-story.ts";
import type { Plan } from "../../content/edit/steps.ts";
import { classify } from "../../content/files/layout.ts";
import { describeProblem } from "../../content/problems/diagnostic.ts";
import { idProblem } from "../../content/schema/fields.ts";
import { hintNearest } from "../../content/words/nearest.ts";
import { UsageError } from "../options.ts";
import type { OpenContent } from "./open-content.ts";

const HOW =
  "write it as 2026-03-04-evening/gemini-flash-lite, 2026-03-04-evening, topics/models, publishers/example-wire or pages/about";

type Kind = "story" | "edition" | "topics" | "publishers" | "pages";

function kindOf(name: string): Kind {
  if (isStoryIdentity(name)) return "story";
  if (isEditionIdentity(name)) return "edition";
  const [, kind] = /^(topics|publishers|pages)\/[^/]+$/.exec(name) ?? [];
  if (kind === undefined) throw new UsageError(`“${name}” names nothing that can be moved; ${HOW}`);
  return kind as Kind;
}

/** The id of a page or entry, or the slug of a story. */
function idOf(name: string): string {
  return name.slice(name.indexOf("/") + 1);
}

/** Throws where the format knows no text or entry of a name. */
function requireName(name: string, kind: Kind, { frame }: OpenContent): void {
  const refuse = (message: string, hint?: string) => {
    throw new UsageError(`“${name}”: ${describeProblem({ message, hint })}`);
  };
  if (kind === "topics" || kind === "publishers") {
    const problem = idProblem(idOf(name));
    if (problem !== undefined) refuse(problem);
    return;
  }
  const { slots, zone } = frame.site.publication;
  const path = kind === "pages" ? `${name}.md` : fileOfIdentity(name);
  const ids = slots.map(({ id }) => id);
  const place = classify(path, ids, zone);
  if ("rule" in place) refuse(place.message, place.hint);
  else if (kind === "story" && place.kind !== "story") refuse("the format keeps this name for itself");
}

/** What there is to be moved of a kind, by name. */
function namesOf(kind: Kind, { frame, editions }: OpenContent): string[] {
  const { topics, publishers } = frame.site.vocabularies;
  const entries = {
    topics: Object.keys(topics),
    publishers: Object.keys(publishers),
    pages: frame.pages.map(({ id }) => id),
  };
  if (kind === "story") return [...frame.site.identities];
  return kind === "edition" ? editions.map(({ identity }) => identity) : entries[kind].map((id) => `${kind}/${id}`);
}

function planText(
  from: string,
  to: string,
  kind: "story" | "edition",
  { folders, frame, isPublished }: OpenContent,
): Plan {
  const [a, b] = [readIdentity(from), readIdentity(to)];
  const [old, next] = [editionIdentity(a.dateline), editionIdentity(b.dateline)];
  const shared = { source: folders.get(old), target: folders.get(next), label: frame.site.label };
  if (kind === "edition")
    return planEditionMove({ ...shared, from: a.dateline, to: b.dateline, isPublished: isPublished(from) });
  // Of a move that was cut off it is known no more, and what was published then says what it was called.
  const isBegun = shared.source?.stories.every(({ slug }) => slug !== idOf(from)) ?? true;
  return planStoryMove({
    ...shared,
    from: { dateline: a.dateline, slug: idOf(from) },
    to: { dateline: b.dateline, slug: idOf(to) },
    isPublished: isBegun || isPublished(from),
    isEditionPublished: isBegun || isPublished(old),
  });
}

function planKind(from: string, to: string, kind: Kind, opened: OpenContent): Plan {
  const { frame } = opened;
  const entry = { from: idOf(from), to: idOf(to), label: frame.site.label };
  if (kind === "story" || kind === "edition") return planText(from, to, kind, opened);
  if (kind === "pages") return planPageMove(opened.fileAt(`${from}.md`), opened.fileAt(`${to}.md`), entry);
  return planEntryMove(kind, opened.fileAt(`${kind}.yaml`), opened.stories(), entry);
}

/**
 * Plans how what has one name gets another. Throws a UsageError where nothing has the one, or nothing may have the other, and NotEditable where
 * a file cannot be changed by a program.
 */
export function planMove(from: string, to: string, opened: OpenContent): Exclude<Plan, { readonly refusal: string }> {
  const kind = kindOf(from);
  if (kindOf(to) !== kind) throw new UsageError(`“${from}” cannot become “${to}”, which is of another kind`);
  if (from === to) throw new UsageError(`“${from}” is called so already`);
  requireName(to, kind, opened);
  const plan = planKind(from, to, kind, opened);
  if (!("refusal" in plan)) return plan;
  const names = namesOf(kind, opened);
  const hint = names.includes(from) ? undefined : hintNearest(from, names);
  throw new UsageError(describeProblem({ message: plan.refusal, hint }));
}
