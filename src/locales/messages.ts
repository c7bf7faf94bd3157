import { compileMessages } from "./compile.ts";
import { en } from "./en.ts";
import { isComplete, type Language, wordsOf } from "./languages.ts";
import type { Locale, Messages, OwnMessages } from "./locale.ts";

const LOCALES: { readonly [L in Language]: Locale<L> } = { en };

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
  const found =
    own.get(language) ??
    compileMessages(LOCALES[wordsOf(language)], isComplete(language) ? language : wordsOf(language), messages);
  own.set(language, found);
  return found;
}
