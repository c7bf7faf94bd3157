/** Words that no person has for a name, wherever they stand. */
const GROUPS = /(?<![\p{L}\p{M}])(?:team|newsroom|the editors|editorial (?:desk|board|department))(?![\p{L}\p{M}])/iu;
/** Words of the trade: beside nothing but these “Staff” is no surname. */
const TRADE =
  "a all an and at by contributing contributor contributors copy correspondent correspondents desk digital editing editor editorial " +
  "editors for freelance from general in journalist journalists member members news of office online our photo photographer press " +
  "production reporter reporters reporting senior staff staffer staffers the web wire with writer writers writing";
const NOBODY = new Set(TRADE.split(" "));

function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? []
  );
}

/**
 * Whether a text may be a person's name, as far as its words tell. “Staff” is a surname, though not alone, as in “Staff writer”, nor
 * with nothing beside it but words of `titles`, such as the publication's own name.
 */
export function isPerson(name: string, titles: readonly string[] = []): boolean {
  if (GROUPS.test(name)) return false;
  const words = wordsOf(name);
  if (!words.includes("staff")) return true;
  const own = new Set(titles.flatMap(wordsOf));
  return words.some((word) => !NOBODY.has(word) && !own.has(word));
}
