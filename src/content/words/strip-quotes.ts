/** A text without the quotation marks, straight or of print, that stand round it. */
export function stripQuotes(text: string): string {
  return text.replace(/^["'“”„‟‘’‚‛«»‹›]+|["'“”„‟‘’‚‛«»‹›]+$/g, "");
}
