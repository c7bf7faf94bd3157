import type { en } from "./en.ts";
import type { Categories, Language } from "./languages.ts";

type English = typeof en;

/** The forms of a message that counts, by plural category. */
export type Forms<L extends Language = Language> = Readonly<Record<Categories[L], string>>;

/**
 * All messages of a language. A text may name values in braces, `By {names}`; one that counts has a form for every plural
 * category of its language, and `{count}` in it is the number.
 */
export type Locale<L extends Language> = {
  readonly [Group in keyof English]: {
    readonly [Name in keyof English[Group]]: English[Group][Name] extends string ? string : Forms<L>;
  };
};

/** The messages of any language: which plural forms are there depends on it. */
export type AnyLocale = {
  readonly [Group in keyof English]: {
    readonly [Name in keyof English[Group]]: English[Group][Name] extends string
      ? string
      : Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
  };
};

/** The names in the braces of a text. */
type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** What a message is given: `count` is a number always. */
type Values<Name extends string, Value> = { readonly [K in Name]: K extends "count" ? number : Value };

/** A message with values. Numbers are written as its language writes them. */
export interface Phrase<Name extends string> {
  (values: Values<Name, string | number>): string;
  /** The same in pieces, for values that are more than text: the words between the values, and the values, in order. */
  readonly pieces: <Given extends Values<Name, unknown>>(values: Given) => readonly (string | Given[Name])[];
}

type Message<Text> = Text extends string
  ? [NamesIn<Text>] extends [never]
    ? string
    : Phrase<NamesIn<Text>>
  : Phrase<"count" | NamesIn<Text[keyof Text]>>;

/** The messages as code uses them: texts, and functions of the values that a text names. */
export type Messages = {
  readonly [Group in keyof English]: {
    readonly [Name in keyof English[Group]]: Message<English[Group][Name]>;
  };
};

/** Messages of a publication's own, in place of the program's: by group and name. */
export type OwnMessages = Readonly<
  Record<string, Readonly<Record<string, string | Readonly<Record<string, string>> | undefined>> | undefined>
>;
