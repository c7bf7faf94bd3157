import { affiliateProblem } from "../content/links/affiliate-signs.ts";
import { diagnoseValue } from "../content/parse/document.ts";
import { diagnose, type Diagnostic, type Problem, START } from "../content/problems/diagnostic.ts";
import type { Edition } from "../content/edition.ts";
import type { RecordingFile } from "../content/recordings/recordings.ts";
import { SYNTHETIC } from "../content/schema/keys/audio-schema.ts";
import { createSuggest, hintNearest, listKnown } from "../content/words/nearest.ts";
import { shorten } from "../content/words/shorten.ts";
import { knownIds } from "./known-ids.ts";
import { checkPerson } from "./responsible.ts";
import type { Rule } from "./rule.ts";

const BESIDE = "put it beside edition.md and give its name alone, as in briefing.mp3";

/** Why a recording is asked for in vain, and what to type. */
function describeMissing(src: string, names: readonly string[]): { readonly message: string; readonly hint: string } {
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(src))
    return { message: "a recording at another host would tell that host who listens", hint: BESIDE };
  if (src.includes("/") || src.includes("\\"))
    return { message: "a recording that stands elsewhere could be out before its edition is", hint: BESIDE };
  const others = names.length > 0 ? `the folder holds ${listKnown(names)}` : "put it there, as NAME.mp3 or NAME.m4a";
  return {
    message: `there is no recording “${shorten(src, 100)}” in this folder`,
    hint: hintNearest(src, names) ?? others,
  };
}

/** The transcript is printed as a plain link, so it may be no paid one. */
function paidProblem({ ledger }: Parameters<Rule>[0], transcript: string): Problem | undefined {
  if (ledger.programmeOf(transcript) === undefined) return affiliateProblem(transcript);
  return {
    rule: "bad-link",
    message: "this is an address of an affiliate programme, and no transcript",
    hint: "give the address at which the transcript can be read",
  };
}

/** Each chapter is a story of the edition, begins within the recording, and begins alone. */
function* chapterProblems(
  { seconds, chapters = {} }: NonNullable<Edition["front"]["audio"]>,
  stories: readonly string[],
): Generator<readonly [slug: string, problem: Problem]> {
  const begun = new Map<number, string>();
  for (const [slug, start] of Object.entries(chapters)) {
    const other = begun.get(start);
    begun.set(start, slug);
    if (!stories.includes(slug))
      yield [
        slug,
        {
          rule: "bad-chapter",
          message: `there is no story “${shorten(slug, 100)}” in this edition`,
          hint: hintNearest(slug, stories) ?? `write each as SLUG: SECONDS; it has ${listKnown(stories)}`,
        },
      ];
    else if (start >= seconds)
      yield [
        slug,
        {
          rule: "bad-chapter",
          message: `this chapter begins at second ${start}, and the recording has ${seconds}`,
          hint: "give the second at which the story begins, counted from 0",
        },
      ];
    else if (other !== undefined)
      yield [
        slug,
        {
          rule: "bad-chapter",
          message: `this chapter begins at second ${start}, as “${shorten(other, 100)}” does`,
          hint: "give each story a second of its own",
        },
      ];
  }
}

function checkOwn(site: Parameters<Rule>[0], { document, front, stories }: Edition, files: readonly RecordingFile[]) {
  const { audio } = front;
  if (!document || !audio) return [];
  const found: Diagnostic[] = [];
  if (!files.some(({ name }) => name === audio.src)) {
    const told = describeMissing(
      audio.src,
      files.map(({ name }) => name),
    );
    found.push(diagnoseValue(document, ["audio", "src"], { rule: "missing-recording", missing: audio.src, ...told }));
  }
  const paid = audio.transcript !== undefined && paidProblem(site, audio.transcript);
  if (paid) found.push(diagnoseValue(document, ["audio", "transcript"], paid));
  const slugs = stories.map(({ slug }) => slug);
  for (const [slug, problem] of chapterProblems(audio, slugs))
    found.push(diagnoseValue(document, ["audio", "chapters", slug], problem));
  const people = knownIds(site, "people");
  const near = people && hintNearest(audio.voice, [SYNTHETIC]);
  if (audio.voice !== SYNTHETIC && near !== undefined && !people?.has(audio.voice))
    found.push(
      diagnoseValue(document, ["audio", "voice"], {
        rule: "unknown-person",
        message: `“${shorten(audio.voice, 100)}” is nobody in people.yaml`,
        hint: near,
      }),
    );
  else if (audio.voice !== SYNTHETIC)
    found.push(...checkPerson(document, ["audio", "voice"], audio.voice, site, createSuggest()));
  return found;
}

/** What an edition.md says of its recording, the name among it, though something else may be wrong with it there. */
function namesIn({ document }: Edition): readonly unknown[] {
  const { audio } = (document?.yaml.data ?? {}) as { readonly audio?: unknown };
  return typeof audio === "object" && audio !== null ? Object.values(audio) : [audio];
}

/** A recording is there and can be played, somebody known or a machine reads it, and none lies there that nobody hears. */
export const checkRecordings: Rule = (site) => [
  ...site.editions.flatMap((edition) =>
    checkOwn(
      site,
      edition,
      site.recordings.filter((file) => file.edition === edition.identity),
    ),
  ),
  ...site.recordings.flatMap(({ path, name, edition, facts }) => {
    const at = `${site.label}/${path}`;
    if ("rule" in facts) return [diagnose(at, START, facts)];
    if (site.editions.some((own) => own.identity === edition && namesIn(own).includes(name))) return [];
    return [
      diagnose(at, START, {
        severity: "warning",
        rule: "unused-recording",
        unused: name,
        message: `the edition.md of this folder does not name “${name}” as its recording, so it is not published`,
        hint: `audio: { src: ${name}, seconds: …, voice: … }`,
      }),
    ];
  }),
];
