import * as z from "zod";
import { code, colour, radius } from "../fields.ts";

const FONTS = ["serif", "sans", "system"] as const;

/** The look of a publication; what is left out is the project's own. */
export const themeSchema = z
  .strictObject({
    accent: colour.optional(),
    accentDark: colour.optional(),
    paper: colour.optional(),
    ink: colour.optional(),
    font: z.enum(FONTS).optional(),
    logo: code.optional(),
    radius: radius.optional(),
  })
  .refine(({ accent, accentDark }) => accent !== undefined || accentDark === undefined, {
    error: "“accent” is missing, of which this is the like on dark paper",
    path: ["accentDark"],
    params: { rule: "missing-key", hint: 'add a line accent: "#1b6b3a"' },
  });
