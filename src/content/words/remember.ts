/** So many answers, each of a few dozen bytes, are kept of one function. */
const MOST = 10_000;

interface Known<Answer> {
  /** Whether it was asked with just the arguments that lead here, and what it answered then. */
  found?: { readonly answer: Answer };
  /** By one more argument. */
  further?: Map<string | number, Known<Answer>>;
}

/** The place in a memory to which arguments lead; undefined where they were never kept. */
function find<Answer>(root: Known<Answer>, given: readonly (string | number)[]): Known<Answer> | undefined {
  let place: Known<Answer> | undefined = root;
  // From the last on: a zone or a language, of which there are few, stands behind what there are many of.
  for (let at = given.length - 1; place && at >= 0; at--) place = place.further?.get(given[at] as string | number);
  return place;
}

/** Keeps an answer where its arguments lead. */
function keep<Answer>(root: Known<Answer>, given: readonly (string | number)[], answer: Answer): void {
  let place = root;
  for (let at = given.length - 1; at >= 0; at--) {
    const further = (place.further ??= new Map<string | number, Known<Answer>>());
    const part = given[at] as string | number;
    let next = further.get(part);
    if (!next) further.set(part, (next = {}));
    place = next;
  }
  place.found = { answer };
}

/**
 * A pure function that answers what it was asked before from memory. It forgets everything when that is full: the
 * memory of a preview, which runs for days, must have a limit. Of a question at which it throws nothing is kept.
 */
export function remember<Arguments extends readonly (string | number)[], Answer>(
  ask: (...given: Arguments) => Answer,
): (...given: Arguments) => Answer {
  let root: Known<Answer> = {};
  let size = 0;
  return (...given) => {
    const known = find(root, given)?.found;
    if (known) return known.answer;
    const answer = ask(...given);
    if (++size > MOST) [root, size] = [{}, 1];
    keep(root, given, answer);
    return answer;
  };
}

/** A pure function of one frozen value that answers once for each, for as long as the value itself is kept. */
export function rememberOf<Subject extends object, Answer>(ask: (subject: Subject) => Answer): typeof ask {
  const known = new WeakMap<Subject, { readonly answer: Answer }>();
  return (subject) => {
    const found = known.get(subject) ?? { answer: ask(subject) };
    known.set(subject, found);
    return found.answer;
  };
}
