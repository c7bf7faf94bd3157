import type { Publication } from "../../content/publication.ts";
import { isComplete, tagOfWords } from "../../locales/languages.ts";
import { messagesOf, type Spoken } from "../../locales/messages.ts";

/**
 * A publication as phrases see it that have words of the program in them: the days, times and lists in one are of the language of these
 * words, so that no phrase is half translated. Titles, names and days that stand by themselves are the publication's, and in its language.
 */
export function inPhrases(publication: Publication): Publication {
  return { ...publication, language: tagOfWords(publication.language) };
}

/** The title of a page of a list, from 1: a number stands for the word “page” where the title is in another language. */
export function titleOfPage(title: string, number: number, spoken: Spoken): string {
  if (number === 1) return title;
  return isComplete(spoken.language) ? messagesOf(spoken).pages.further({ title, number }) : `${title} (${number})`;
}
