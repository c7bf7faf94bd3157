import type { Change } from "./mistake.ts";

export const MENDED: Readonly<Record<string, Change>> = {};
