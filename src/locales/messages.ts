import { compileMessages } from "./compile.ts";
import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { zh } from "./zh.ts";
import { type Language, tagOfWords, wordsOf } from "./languages.ts";
import type { AnyLocale, Locale, Messages, OwnMessages } from "./locale.ts";

const LOCALES: { readonly [L in Language]: Locale<L> } = { en, de, fr, es, ar, zh };

/** Of a publication, what decides which words the program uses. */
export interface Spoken {
  /** A BCP 47 language tag. */
  readonly language: string;
  /** The publication's own messages, by group and name. */
  readonly messages: OwnMessages;
}

const known = new WeakMap<OwnMessages, Map<string, Messages>>();

/** The program's messages for a publication: in its language where that is complete, in English else, some of them its own. */
export function messagesOf({ language, messages }: Spoken): Messages {
  const own = known.get(messages) ?? new Map<string, Messages>();
  known.set(messages, own);
  const found = own.get(language) ?? compileMessages(LOCALES[wordsOf(language)], tagOfWords(language), messages);
  own.set(language, found);
  return found;
}

/** The texts of one group of them as they are written, for a script that speaks in a browser: it compiles those that have values itself. */
export function textsOf<Group extends keyof AnyLocale>({ language, messages }: Spoken, group: Group): AnyLocale[Group] {
  const locale: AnyLocale = LOCALES[wordsOf(language)];
  return { ...locale[group], ...messages[group] };
}
