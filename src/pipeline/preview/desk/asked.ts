import * as z from "zod";
import type { Calls } from "../../../views/desk/calls.ts";

/** What each call may be asked; what else is sent is refused before anything looks at it. */

const name = z.string().max(300);
const values = z.record(z.string(), z.unknown());
const dateline = z.strictObject({ date: z.iso.date(), slot: name });
const edited = {
  name,
  text: z.string(),
  fields: values.optional(),
  body: z.string().optional(),
  whole: z.string().optional(),
};
const vocabulary = z.enum(["topics", "publishers", "people", "affiliates"]);

const ASKED: { readonly [Name in keyof Calls]: z.ZodType<Calls[Name]["ask"]> } = {
  setup: z.strictObject({}),
  rundown: z.strictObject({ search: name.optional(), from: z.int().nonnegative().optional() }),
  stories: z.strictObject({ search: name }),
  open: z.strictObject({ name }),
  check: z.strictObject(edited),
  save: z.strictObject({ ...edited, version: name.optional() }),
  edition: dateline,
  story: z.strictObject({
    dateline,
    title: z.string(),
    slug: name.optional(),
    topic: name,
    sources: z.array(z.strictObject({ publisher: name, title: z.string(), url: z.string() })).max(100),
    follows: name.optional(),
    whatsNew: z.string().optional(),
  }),
  entry: z.strictObject({ vocabulary, id: name, entry: values }),
  gather: z.strictObject({
    days: z.int().min(1).max(60),
    from: z.int().nonnegative().optional(),
    anew: z.boolean().optional(),
  }),
  late: z.strictObject({}),
  settle: z.strictObject({
    kept: z.string().max(600),
    version: name.optional(),
    there: name.optional(),
    stands: z.enum(["late", "file"]),
  }),
  review: z.strictObject({ name }),
  sign: z.strictObject({ name, version: name, by: name, factChecked: z.boolean() }),
  publish: z.strictObject({ name, version: name }),
  withdraw: z.strictObject({ name, version: name }),
  takeBack: z.strictObject({ name, version: name, reason: z.string().optional() }),
  bringBack: z.strictObject({ name, version: name }),
  letters: z.strictObject({ from: z.int().nonnegative().optional() }),
  acceptLetter: z.strictObject({
    id: name,
    by: name,
    reply: z.strictObject({ by: name, text: z.string() }).optional(),
  }),
  rejectLetter: z.strictObject({ id: name }),
  propose: z.strictObject({}),
  send: z.strictObject({
    message: z.string().max(10_000),
    author: z.strictObject({ name, email: name }).optional(),
  }),
};

export function isCall(name: string): name is keyof Calls {
  return Object.hasOwn(ASKED, name);
}

/** What was asked of a call, or undefined where it is nothing that can be asked. */
export function readAsked<Name extends keyof Calls>(name: Name, asked: unknown): Calls[Name]["ask"] | undefined {
  return ASKED[name].safeParse(asked).data;
}
