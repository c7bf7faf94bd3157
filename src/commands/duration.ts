import { InvalidArgumentError, Option } from "commander";
import { countOf } from "../content/problems/count.ts";

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A length of time such as `45m` or `1h30m` in milliseconds; undefined where a text is none. */
export function parseDuration(text: string): number | undefined {
  if (!/^(?:\d{1,6}(?:ms|[smhd]))+$/.test(text)) return undefined;
  return [...text.matchAll(/(\d+)([a-z]+)/g)].reduce(
    (sum, [, number, unit = ""]) => sum + Number(number) * (UNITS[unit] ?? 0),
    0,
  );
}

/** An option that takes a length of time within bounds, in milliseconds. */
export function durationOption(
  flags: string,
  description: string,
  { usual, least, most }: Readonly<Record<"usual" | "least" | "most", string>>,
): Option {
  const [initial = 0, from = 0, to = 0] = [usual, least, most].map(parseDuration);
  return new Option(flags, description).default(initial, usual).argParser((text: string) => {
    const duration = parseDuration(text);
    if (duration === undefined || duration < from || duration > to)
      throw new InvalidArgumentError(`Write it as ${usual}; from ${least} to ${most} is possible.`);
    return duration;
  });
}

/** A length of time in its two largest units, as in “2 days 3 hours”. */
export function describeDuration(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  const parts = [
    days > 0 && countOf(days, "day", "days"),
    hours > 0 && countOf(hours, "hour", "hours"),
    rest > 0 && days === 0 && countOf(rest, "minute", "minutes"),
  ].filter((part) => part !== false);
  return parts.length === 0 ? "less than a minute" : parts.join(" ");
}
