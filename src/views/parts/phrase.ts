import type { Publication } from "../../content/publication.ts";
import { FALLBACK, isComplete } from "../../locales/languages.ts";
import { messagesOf, type Spoken } from "../../locales/messages.ts";

export const PHRASES = FALLBACK;
export const isInPhrases = isComplete;

/**
 * The language of a phrase that has words of the program in it: the days, times and lists in it are of that language too, so that no phrase
 * is half translated. Titles, names and days that stand by themselves are the publication's, and in its language.
 */
export function phraseLanguage(language: string): string {
  return isComplete(language) ? language : FALLBACK;
}

/** A publication as phrases see it. */
export function inPhrases(publication: Publication): Publication {
  return { ...publication, language: phraseLanguage(publication.language) };
}

/** The title of a page of a list, from 1: a number stands for the word “page” where the title is in another language. */
export function titleOfPage(title: string, number: number, spoken: Spoken): string {
  if (number === 1) return title;
  return isComplete(spoken.language) ? messagesOf(spoken).pages.further({ title, number }) : `${title} (${number})`;
}
