import { randomUUID } from "node:crypto";
import { MARKER } from "../output/output.ts";
import { isNote, JOURNAL, type Journal, MANIFEST, printNote, readJournal, readKnown } from "./notes.ts";
import { type Plan, planDeploy } from "./plan.ts";
import { DeployError, type SiteFile, type Store } from "./store.ts";

/** A large step is sent in parts of so many files, after each of which it is noted what is there. */
const PART = 2000;

/** A plan, and by what the deploy that carries it out is known. */
export interface Prepared {
  readonly plan: Plan;
  readonly journal: Journal;
  /** Whether an earlier deploy did not end. */
  readonly isUnfinished: boolean;
}

/** Looks at a target and plans what would make it the site. Throws where it holds what no deploy put there. */
export async function prepareDeploy(site: readonly SiteFile[], store: Store): Promise<Prepared> {
  const there = await store.list();
  const readIfThere = async (path: string) => (there.has(path) ? await store.read(path) : undefined);
  const [manifest, journal] = [await readIfThere(MANIFEST), await readIfThere(JOURNAL)];
  const isOurs = manifest !== undefined || journal !== undefined || there.has(MARKER.path);
  if (!isOurs && [...there.keys()].some((path) => !isNote(path)))
    throw new DeployError(
      `${store.name} holds files that no deploy of this program put there, so nothing was sent. Name an empty place; or, if the site is to lie among them, put an empty file called ${MARKER.path.slice(1)} there`,
    );
  const known = readKnown(manifest, journal);
  const plan = planDeploy(site, there, known);
  const hidden = [...known.hidden].filter((path) => there.has(path));
  const sent = [...plan.added, ...plan.changed].flat().map(({ path }) => path);
  const digests = Object.fromEntries([...sent, ...plan.removed.flat()].map((path) => [path, ""]));
  return {
    plan,
    journal: {
      id: randomUUID(),
      // What an earlier deploy sent is known by its journal alone until this one has ended.
      digests: { ...readJournal(journal)?.digests, ...digests },
      hidden: [...new Set([...hidden, ...plan.added.flat().map(({ path }) => path)])],
    },
    isUnfinished: journal !== undefined,
  };
}

/** Keeps the journal of a deploy at its target, and sees to it that no other deploy has begun since. */
function keepJournal(store: Store, first: Journal) {
  let journal = first;
  const requireOwn = async (): Promise<void> => {
    if (readJournal(await store.read(JOURNAL))?.id === first.id) return;
    throw new DeployError(
      `another deploy to ${store.name} has begun elsewhere, so this one stops; let one run at a time, and run this one again`,
    );
  };
  return {
    requireOwn,
    begin: () => store.write(JOURNAL, printNote(journal)),
    async note(change: Partial<Journal>): Promise<void> {
      await requireOwn();
      journal = { ...journal, ...change };
      await store.write(JOURNAL, printNote(journal));
    },
    /** What has arrived. */
    arrived(files: readonly SiteFile[]): Pick<Journal, "digests"> {
      return {
        digests: { ...journal.digests, ...Object.fromEntries(files.map(({ path, digest }) => [path, digest])) },
      };
    },
  };
}

/** Makes a target the site, as planned. Killed at any moment, it leaves a whole site for readers and all that the next one has to know. */
export async function carryOut(
  site: readonly SiteFile[],
  store: Store,
  { plan, journal: first, isUnfinished }: Prepared,
  onSent: (count: number) => void,
): Promise<void> {
  const sent = [...plan.added, ...plan.changed].flat();
  if (sent.length === 0 && plan.removed.length === 0 && !isUnfinished) return;
  store.check([...sent.map(({ path }) => path), MANIFEST, JOURNAL]);
  const journal = keepJournal(store, first);
  await journal.begin();
  let done = 0;
  const send = async (steps: readonly (readonly SiteFile[])[]): Promise<void> => {
    for (const step of steps)
      for (let at = 0; at < step.length; at += PART) {
        const part = step.slice(at, at + PART);
        await store.send(part);
        onSent((done += part.length));
        if (part.length === PART) await journal.note(journal.arrived(part));
      }
  };
  await send(plan.added);
  // From here on pages lead to what is new; only what is to go and was never shown is still hidden.
  const wanted = new Set(site.map(({ path }) => path));
  await journal.note({
    ...journal.arrived(plan.added.flat()),
    hidden: first.hidden.filter((path) => !wanted.has(path)),
  });
  await send(plan.changed);
  // No page leads to what goes any more.
  await journal.note({ ...journal.arrived(sent), hidden: plan.removed.flat() });
  for (const step of plan.removed) await store.remove(step);
  await journal.requireOwn();
  await store.write(MANIFEST, printNote(Object.fromEntries(site.map(({ path, digest }) => [path, digest]))));
  await store.remove([JOURNAL]);
}
