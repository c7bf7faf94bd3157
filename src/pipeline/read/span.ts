/** The clocks for which a result holds, in milliseconds, the end left out; null is open. */
export interface Span {
  readonly from: number | null;
  readonly until: number | null;
}

/** Whether a clock lies within a span. */
export function isWithin(now: number, { from, until }: Span): boolean {
  return now >= (from ?? -Infinity) && now < (until ?? Infinity);
}

/** A clock's span as JSON can hold it. */
export function spanOf({ from, until }: { readonly from: number; readonly until: number }): Span {
  return { from: Number.isFinite(from) ? from : null, until: Number.isFinite(until) ? until : null };
}

/** The clocks for which all of these spans hold. */
export function commonSpan(spans: readonly Span[]): Span {
  let [from, until] = [-Infinity, Infinity];
  for (const span of spans) {
    from = Math.max(from, span.from ?? -Infinity);
    until = Math.min(until, span.until ?? Infinity);
  }
  return spanOf({ from, until });
}
