import type * as z from "zod";

/** What a field says of itself beside its type. What a sign-off covers, an embargo looks for and an outline holds follows from it. */

/**
 * Readers read it: a sign-off covers it whole, and the embargo looks for its words. The part of the sign-off has the name
 * of the field, or this one.
 */
export function shown<Field extends z.ZodType>(field: Field, part?: string): Field {
  return field.meta({ shown: true, part });
}

/** It steers what readers are shown, as ids, times and file names do, and is itself no text. */
export function notShown<Field extends z.ZodType>(field: Field): Field {
  return field.meta({ shown: false });
}

/** What editors call it where they fill in a form, and how it is filled in there, where its kind does not say; by “none” it is not. */
export function called<Field extends z.ZodType>(label: string, field: Field, input?: "none"): Field {
  return field.meta({ label, ...(input && { input }) });
}

declare const LISTED: unique symbol;

/** Known to the compiler alone, so that an outline's type follows from the schema. */
interface Listed {
  readonly [LISTED]: true;
}

/** Lists and other stories' pages show it or need it: it is in the outline, under the same name. */
export function listed<Field extends z.ZodType>(field: Field): Field & Listed {
  return field.meta({ listed: true }) as Field & Listed;
}

type Fixed<Value> = Value extends (infer Item)[] ? readonly Item[] : Value;

/** Those keys of a front matter that are listed, as far as they are right. */
export type ListedIn<Schema extends z.ZodObject> = {
  readonly [Key in keyof Schema["shape"] as Schema["shape"][Key] extends Listed ? Key : never]?: Fixed<
    z.infer<Schema["shape"][Key]>
  >;
};
