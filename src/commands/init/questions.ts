import { type Files, writeContent } from "../../content/init/content-files.ts";
import { type Plan, readDays, readSlots } from "../../content/init/plan.ts";
import type { Listing } from "../../content/files/files.ts";
import { readFrame } from "../../content/frame.ts";
import { sortDiagnostics } from "../../content/problems/diagnostic-order.ts";
import { describeProblem, type Diagnostic } from "../../content/problems/diagnostic.ts";
import type { Site } from "../../content/site.ts";
import { listComplete } from "../../locales/languages.ts";
import { checkWhole } from "../../rules/rules.ts";
import { canAsk, type QuestionMaker } from "../ask.ts";

/** The answers, as typed; the optional ones may be empty. */
export type Answers = Readonly<
  Record<
    "name" | "language" | "zone" | "slots" | "days" | "address" | "accent" | "editor" | "publisher" | "email",
    string
  >
>;

/** How the content folder of a publication is called. */
export const CONTENT = "content";

const SLOTS = "morning=07:00,evening=18:00";
const DAYS = "mon-sun";

/** Answers with which nothing is wrong, beside which a single one is looked at. */
const RIGHT: Answers = {
  name: "Paper",
  language: "en",
  zone: "UTC",
  slots: SLOTS,
  days: DAYS,
  address: "https://paper.example",
  accent: "",
  editor: "Ada Lovelace",
  publisher: "Paper",
  email: "",
};

export function planOf({ slots, days, accent, email, ...texts }: Answers): Plan {
  return {
    ...texts,
    slots: readSlots(slots) ?? [],
    days: readDays(days),
    accent: accent === "" ? undefined : accent,
    email: email === "" ? undefined : email,
  };
}

/** Files that are not written yet, as a content folder would list them. */
export function listingOf(files: Files): Listing {
  const read = Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
  return { files: read.sort((a, b) => (a.path < b.path ? -1 : 1)), refused: [], diagnostics: [] };
}

/** A new publication before it has an edition, and what is wrong with it. */
export function openPlan(plan: Plan, now: number): { site: Site; problems: readonly Diagnostic[] } {
  const options = { label: CONTENT, now, publicFiles: [], preview: false };
  const { site, diagnostics } = readFrame(listingOf(writeContent(plan, undefined)), options);
  return { site, problems: sortDiagnostics([...diagnostics, ...checkWhole({ ...site, editions: [] })]) };
}

/** What is wrong with an answer, by the checks of the content that it would make. */
function check(key: keyof Answers): (answer: string) => string | undefined {
  return (answer) => {
    if (key === "slots" && readSlots(answer) === undefined) return `“${answer}” names no slots; write them as ${SLOTS}`;
    const [problem] = openPlan(planOf({ ...RIGHT, [key]: answer }), 0).problems;
    return problem && describeProblem(problem);
  };
}

/** What a new publication has to be asked for, in this order. */
export const QUESTIONS: Readonly<Record<keyof Answers, QuestionMaker>> = {
  name: { flag: "name", message: "What is the publication called?", check: check("name") },
  language: {
    flag: "language",
    message: `In which language? (${listComplete().join(", ")}; a region may follow, as in de-CH)`,
    initial: "en",
    check: check("language"),
  },
  zone: () => ({
    flag: "zone",
    message: "In which time zone does it appear?",
    placeholder: "Europe/London",
    // A server's own zone says nothing of its publication's; a person sees what is proposed.
    initial: canAsk() ? Intl.DateTimeFormat().resolvedOptions().timeZone : undefined,
    check: check("zone"),
  }),
  slots: { flag: "slots", message: "Which editions has a day, and when?", initial: SLOTS, check: check("slots") },
  days: {
    flag: "days",
    message: "On which days? (as mon-fri, or mon,wed,sat)",
    initial: DAYS,
    check: check("days"),
  },
  address: {
    flag: "address",
    message: "At which address will readers find it? A path is allowed.",
    placeholder: "https://…",
    check: check("address"),
  },
  accent: {
    flag: "accent",
    message: "Which colour shall links and headings have? (as #1b6b3a; empty for the program’s own)",
    isOptional: true,
    check: check("accent"),
  },
  editor: {
    flag: "editor",
    message: "Who holds editorial responsibility? (the name of a person, which readers see)",
    check: check("editor"),
  },
  publisher: ({ editor }) => ({
    flag: "publisher",
    message: "Who publishes it, in law? (a company, an association or a person)",
    // Where nobody is named, that is told, and not what follows from it.
    initial: editor || (canAsk() ? undefined : RIGHT.publisher),
    check: check("publisher"),
  }),
  email: {
    flag: "email",
    message: "At which e-mail address? (empty for none)",
    isOptional: true,
    check: check("email"),
  },
};
