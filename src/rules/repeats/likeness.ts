/** A text as it is held against others: its terms by numbers of theirs, in ascending order, and when it was written, in any unit. */
export interface Written {
  readonly terms: Terms;
  readonly at: number;
  /** Texts of one group are not held against each other. */
  readonly group: number;
}

/** An earlier text that is like another one. */
export interface Like {
  /** Its place among the texts. */
  readonly index: number;
  /** From 0, nothing in common, to 1, the same terms as often. */
  readonly likeness: number;
}

/** A term that more than one in so many texts has, and more than a few at all, tells nothing of any. */
const COMMON = 8;
const FEW = 4;

/** The terms of a text by their places among all, and how often it has each. */
interface Counted {
  readonly ids: number[];
  readonly counts: number[];
}

/** Numbers of at most 31 bits, at most `most` of them, by the order in which they were first asked for: in one table, since a map takes five times as long. */
function createNumbering(most: number) {
  const room = 2 ** Math.ceil(Math.log2(2 * most + 2));
  const keys = new Int32Array(room).fill(-1);
  const places = new Int32Array(room);
  const numbers: number[] = [];
  const find = (number: number): number => {
    let at = number & (room - 1);
    while (keys[at] !== number && keys[at] !== -1) at = (at + 1) & (room - 1);
    return at;
  };
  return {
    placeOf: (number: number): number => {
      const at = find(number);
      if (keys[at] === -1) {
        keys[at] = number;
        places[at] = numbers.length;
        numbers.push(number);
      }
      return places[at] ?? 0;
    },
    /** The place of a number that was asked for before; undefined of any other. */
    known: (number: number): number | undefined => {
      const at = find(number);
      return keys[at] === -1 ? undefined : places[at];
    },
    numbers,
  };
}

type Terms = ArrayLike<number>;

function countAll(texts: readonly Terms[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0);
}

/** Calls `take` with each term of a text once. */
function eachOf(terms: Terms, take: (term: number) => void): void {
  for (let at = 0; at < terms.length; at++) if (terms[at] !== terms[at - 1]) take(terms[at] as number);
}

/** In how many of some texts each term stands: from that it is known how rare it is. */
export interface Frequencies {
  readonly texts: number;
  readonly of: (term: number) => number;
}

/** Counts the terms of texts, each in ascending order. */
export function countFrequencies(texts: readonly Terms[]): Frequencies {
  const most = countAll(texts);
  const { placeOf, known } = createNumbering(most);
  const counts = new Uint32Array(most);
  for (const terms of texts)
    eachOf(terms, (term) => {
      const place = placeOf(term);
      counts[place] = (counts[place] as number) + 1;
    });
  return { texts: texts.length, of: (term) => counts[known(term) ?? most] ?? 0 };
}

/** The frequencies with other texts in the place of some that were counted. */
export function replaceCounted(all: Frequencies, counted: readonly Terms[], others: readonly Terms[]): Frequencies {
  const changes = new Map<number, number>();
  const change = (texts: readonly Terms[], by: number): void => {
    for (const terms of texts) eachOf(terms, (term) => changes.set(term, (changes.get(term) ?? 0) + by));
  };
  change(counted, -1);
  change(others, 1);
  return {
    texts: all.texts - counted.length + others.length,
    of: (term) => all.of(term) + (changes.get(term) ?? 0),
  };
}

interface Vector {
  readonly ids: readonly number[];
  readonly weights: readonly number[];
}

/**
 * The vector of each text, of length 1: a term weighs the more, the oftener the text has it (1 + ln tf), and the fewer texts
 * have it at all (ln (N+1)/df), by the frequencies in these texts or in those that were counted.
 */
function weigh(texts: readonly Written[], frequencies?: Frequencies): { vectors: Vector[]; terms: number } {
  const { placeOf, numbers } = createNumbering(countAll(texts.map(({ terms }) => terms)));
  const count = (terms: Terms): Counted => {
    const ids: number[] = [];
    const counts: number[] = [];
    for (let at = 0; at < terms.length; at++) {
      const last = counts.length - 1;
      if (at > 0 && terms[at] === terms[at - 1]) counts[last] = (counts[last] ?? 0) + 1;
      else {
        ids.push(placeOf(terms[at] ?? 0));
        counts.push(1);
      }
    }
    return { ids, counts };
  };
  const counted = texts.map(({ terms }) => count(terms));
  const having = new Uint32Array(numbers.length);
  if (frequencies) having.set(numbers.map(frequencies.of));
  else for (const { ids } of counted) for (const id of ids) having[id] = (having[id] ?? 0) + 1;
  const all = frequencies?.texts ?? texts.length;
  const rarity = Array.from(having, (own) => {
    const isCommon = own > FEW && own * COMMON > all;
    return isCommon ? 0 : Math.log((all + 1) / own);
  });
  const vectors = counted.map(({ ids, counts }): Vector => {
    const kept: number[] = [];
    const weights: number[] = [];
    let square = 0;
    ids.forEach((id, at) => {
      const weight = (1 + Math.log(counts[at] ?? 1)) * (rarity[id] ?? 0);
      if (weight === 0) return;
      kept.push(id);
      weights.push(weight);
      square += weight * weight;
    });
    const length = Math.sqrt(square);
    return { ids: kept, weights: weights.map((weight) => weight / length) };
  });
  return { vectors, terms: numbers.length };
}

/** Texts that have a term, oldest first, and the weight that it has in each; the first ones may be too old to be looked at again. */
interface Holders {
  readonly texts: number[];
  readonly weights: number[];
  passed: number;
}

/**
 * For each text, given oldest first, the one before it of another group and no more than `reach` older that is most like it (cosine
 * of their terms), from `least` on and where `mayBe` allows the pair. Through an index of terms, so that texts without a
 * common one cost nothing. Of texts that are not `isAsked`, none is looked for. Where the texts are only some of many, `frequencies` are of all.
 */
export function findAlike(
  texts: readonly Written[],
  reach: number,
  least: number,
  mayBe: (text: number, earlier: number) => boolean,
  isAsked: (text: number) => boolean = () => true,
  frequencies?: Frequencies,
): (Like | undefined)[] {
  const { vectors, terms } = weigh(texts, frequencies);
  const holders = Array.from({ length: terms }, (): Holders => ({ texts: [], weights: [], passed: 0 }));
  const times = Float64Array.from(texts, ({ at }) => at);
  const scores = new Float64Array(texts.length);
  return vectors.map(({ ids, weights }, index) => {
    const oldest = (times[index] ?? 0) - reach;
    const touched: number[] = [];
    const isLookedFor = isAsked(index);
    for (let place = 0; place < ids.length; place++) {
      const own = holders[ids[place] ?? 0] as Holders;
      const weight = weights[place] ?? 0;
      while (own.passed < own.texts.length && (times[own.texts[own.passed] ?? 0] ?? 0) < oldest) own.passed++;
      for (let other = own.passed; isLookedFor && other < own.texts.length; other++) {
        const earlier = own.texts[other] ?? 0;
        const score = scores[earlier] ?? 0;
        if (score === 0) touched.push(earlier);
        scores[earlier] = score + weight * (own.weights[other] ?? 0);
      }
      own.texts.push(index);
      own.weights.push(weight);
    }
    let best: Like | undefined;
    for (const earlier of touched) {
      const likeness = scores[earlier] ?? 0;
      scores[earlier] = 0;
      if (likeness < least || likeness <= (best?.likeness ?? 0)) continue;
      if (texts[earlier]?.group !== texts[index]?.group && mayBe(index, earlier)) best = { index: earlier, likeness };
    }
    return best;
  });
}
