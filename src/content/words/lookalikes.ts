export const LATIN = /\p{Script=Latin}/u;

// Letters of Cyrillic, Greek, Armenian and Cherokee that a reader takes for Latin ones; science's μ, β, α are not among them.
const LETTERS = "АВЕЅІЈКМНОРСТУХҮҺԌԚԜасеорухѕіјһԁԛԝӏ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονϲϳ" + "ՕՍՏօոսցհյ" + "ᎪᎳᏔᎠᎡᎢᏟᎬᏀᎻᎫᏦᏞᎷᏢᏒᏚᏙᏃ";
const LOOKS_LATIN = new RegExp(`[${LETTERS}\\p{Script=Lisu}\\p{Script=Coptic}]`, "u");

// A host is short, in small letters, and stands without a word beside it that tells its script: the net is wider.
const LOOKS_LATIN_IN_HOST = new RegExp(`^[${LETTERS}ьпгѵѡҽᴦακιρτυωηզ\\p{Script=Lisu}\\p{Script=Coptic}\\d-]+$`, "u");

// Where these end a host, its other labels may well be words of the country's own script.
const OWN_SCRIPT = new Set("am bg by gr kg kz me mk mn rs ru su tj ua uz".split(" "));

/** Where in a text a letter of another script stands that looks Latin, or -1. */
export function findLookalike(text: string): number {
  return text.search(LOOKS_LATIN);
}

/**
 * Whether a host, in Unicode, has a label that passes for Latin letters without being them: one that mixes the two, or
 * one of nothing but look-alikes before a Latin ending. “яндекс.рф”, “рус.рф” and “оса.ru” are what they seem to be.
 */
export function isDisguised(host: string): boolean {
  const labels = host.toLowerCase().split(".");
  const ending = labels.at(-1) ?? "";
  const isForeign = /^[a-z0-9-]*$/.test(ending) && !OWN_SCRIPT.has(ending);
  return labels.some((label) => {
    if (!/[^\p{ASCII}]/u.test(label)) return false;
    if (LATIN.test(label)) return findLookalike(label) >= 0;
    return isForeign && LOOKS_LATIN_IN_HOST.test(label);
  });
}
