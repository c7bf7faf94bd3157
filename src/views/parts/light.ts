import type { Light } from "../../content/theme/palette.ts";

export type { Light };

/** The light at a wall-clock time `HH:MM`. */
export function lightAt(time: string): Light {
  const hour = Number(time.slice(0, 2));
  if (hour >= 4 && hour < 11) return "dawn";
  if (hour >= 11 && hour < 16) return "day";
  return hour >= 16 && hour < 22 ? "dusk" : "night";
}
