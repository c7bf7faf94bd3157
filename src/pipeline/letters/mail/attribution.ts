/**
 * How mail programs announce whom they quote: “On 4 March 2026 at 10:00, Jane wrote:”, in the languages of the site and of
 * their neighbours. Each begins and ends in one way; a date stands between.
 */
const ANNOUNCED: readonly RegExp[] = [
  /^On\s.*\bwrote\s?:$/i,
  /^Am\s.*\bschrieb\b.*:$/i,
  /^Le\s.*\sa\s+écrit\s?:$/i,
  /^El\s.*\bescribió\s?:$/i,
  /^Il\s.*\bha\s+scritto\s?:$/i,
  /^(?:Em|A)\s.*\bescreveu\s?:$/i,
  /^Op\s.*\bschreef\b.*:$/i,
  /^(?:في|بتاريخ|يوم)\s.*(?:كتب|كتابة).*:$/,
  /.(?:写道|寫道|书写|写到)\s?[:：]$/,
];
/** A date and an address before a colon are one in any other language. */
const ADDRESSED = /<[^<>\s]+@[^<>\s]+>.{0,40}[:：]$/;
/** Programs fold it, since names and addresses are long. */
const MOST_LINES = 4;
const LONGEST = 400;

function isAttribution(line: string): boolean {
  if (line.length > LONGEST || !/\d/.test(line)) return false;
  return ADDRESSED.test(line) || ANNOUNCED.some((announced) => announced.test(line));
}

/**
 * The line on which the announcement of a quotation begins that starts at line `quoted`; undefined where there is none. The
 * shortest is taken, and an empty line may stand between.
 */
export function findAttribution(lines: readonly string[], quoted: number): number | undefined {
  const last = (lines[quoted - 1] ?? "").trim() === "" ? quoted - 2 : quoted - 1;
  let joined = "";
  let addressed: number | undefined;
  for (let at = last; at >= 0 && at > last - MOST_LINES; at--) {
    const line = (lines[at] ?? "").trim();
    if (line === "") break;
    joined = joined === "" ? line : `${line} ${joined}`;
    if (!isAttribution(joined)) continue;
    if (ANNOUNCED.some((announced) => announced.test(joined))) return at;
    addressed ??= at;
  }
  return addressed;
}

/** What stands before the fields of a message that Outlook and its like quote whole below an answer, by what they say. */
const FIELDS: readonly RegExp[] = [
  /^(?:From|Von|De|Da|Van|发件人|寄件者|من)\s?[:：]\s*\S/,
  /^(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado(?: el)?|Fecha|Inviato|Verzonden|发送时间|日期|تم الإرسال|التاريخ|أرسلت)\s?[:：]\s*\S/,
  /^(?:To|An|À|Para|A|Aan|收件人|إلى)\s?[:：]\s*\S/,
  /^(?:Subject|Betreff|Objet|Asunto|Oggetto|Onderwerp|主题|الموضوع)\s?[:：]\s*\S/,
];
const RULE = /^(?:_{10,}|-{2,}\s?[^-]{3,60}\s?-{2,})$/;

/**
 * The line on which a message begins that is quoted whole, with its fields and without marks: who, when, to whom and about what,
 * in four lines that follow each other (but for copies); undefined where there is none.
 */
export function findQuotedMessage(lines: readonly string[]): number | undefined {
  const at = lines.findIndex((line, index) => {
    if (FIELDS[0]?.test(line.trim().replaceAll("*", "")) !== true) return false;
    const head = lines.slice(index, index + 7).map((each) => each.trim().replaceAll("*", ""));
    return FIELDS.every((field) => head.some((each) => field.test(each)));
  });
  if (at < 0) return undefined;
  let before = at - 1;
  while (before >= 0 && (lines[before] ?? "").trim() === "") before--;
  return RULE.test((lines[before] ?? "").trim()) ? before : at;
}
