import { type Finding, orAllow } from "./text/finding.ts";
import type { Hit, Listed } from "./text/lexicon.ts";
import { lineAround, type ReadingText } from "./text/reading.ts";
import type { Stretch } from "./text/scan.ts";

type Furniture = readonly [words: string, phrase: RegExp];

/** Lines that are nothing else but furniture of a page. */
const WHOLE: readonly Furniture[] = [
  [
    "advertisement",
    /^(?:advertisements?|(?:story|article) continues (?:below|after) (?:this )?(?:ad|advertisement))$/i,
  ],
  [
    "comment reply comments",
    /^(?:leave a (?:comment|reply)(?: cancel reply)?|post a comment|add a comment|(?:no|\d+) comments?(?: yet)?|comments are closed)$/i,
  ],
  ["scroll back skip", /^(?:scroll (?:back )?to (?:the )?top|back to top|skip to (?:main )?content)$/i],
  ["read continue keep", /^(?:read more|continue reading|keep reading)$/i],
  [
    "share tweet",
    /^(?:share (?:this(?: post| article| story)?|on (?:facebook|twitter|linkedin|reddit|whatsapp|x))|tweet)$/i,
  ],
  ["related", /^related (?:posts?|articles?|stories)$/i],
  ["may might", /^you (?:may|might) also like$/i],
  ["reserved", /^(?:(?:copyright |© ?|\(c\) ?).{0,80})?all rights reserved$/i],
  ["min minute minutes", /^\d+ min(?:ute)?s? read$/i],
  ["previous next", /^(?:previous|next) (?:post|article)$/i],
  ["filed posted tagged", /^(?:filed under|posted (?:in|by|on)|tagged(?: with)?): .*$/i],
  ["subscribe", /^subscribe(?: now| today)?$/i],
  ["cookies", /^(?:accept (?:all )?cookies|cookie policy)$/i],
];

/** Phrases of furniture wherever they stand. */
const FURNITURE: readonly Furniture[] = [
  ["published", /\byour e-?mail address will not be published\b/i],
  ["marked", /\brequired fields are marked\b/i],
  ["save", /\bsave my name, e-?mail,? and website\b/i],
  ["tuned", /\bstay tuned to\b/i],
  ["appeared", /\bthe post .{1,200} (?:first )?appeared (?:first )?on\b/i],
  ["newsletter", /^(?:subscribe|sign up) (?:to|for) (?:our|my) (?:\w+ ){0,2}newsletter/i],
  ["click", /^click here (?:to|for)\b/i],
  ["uses use", /\b(?:this (?:site|website) uses (?:cookies|akismet)|we use cookies (?:to|on))/i],
  ["javascript", /\b(?:please )?enable javascript (?:to|in)\b/i],
  ["powered", /^(?:proudly )?powered by (?:wordpress|ghost|substack|jekyll|hugo)$/i],
];

/** What a chatbot says of itself and to whom it speaks. */
const CHATBOT: readonly Furniture[] = [
  ["model", /\bas an? (?:ai|large) language model\b/i],
  [
    "cannot",
    /\b(?:I['’]m|I am) sorry, but I can(?:not|['’]t)\b|\bI can(?:not|['’]t) (?:fulfil|assist with|help with) (?:this|that|your)\b/,
  ],
  ["sorry", /\b(?:I['’]m|I am) sorry, but I can(?:not|['’]t)\b/],
  ["hope", /^I hope this (?:helps|meets|finds you)\b/],
  ["let", /\blet me know if you(?:['’]d like| would like| need) (?:me|any|anything|further|more)\b/i],
  ["certainly sure absolutely", /^(?:certainly|sure|absolutely)[!,] here(?:['’]s| is| are)\b/i],
  [
    "here",
    /^here(?:['’]s| is) (?:a|the|your) (?:revised|rewritten|polished|improved|shortened|edited) (?:version|draft|text|article)\b/i,
  ],
  [
    "last latest cutoff",
    /\b(?:as of|up to|since) my (?:last|latest) (?:knowledge |training )?(?:update|cut-?off)\b|\bmy knowledge cut-?off\b/i,
  ],
  ["regenerate", /^regenerate response$/i],
  ["insert your", /\[(?:insert|your) [^\][\n]{1,60}\]/i],
  ["contentreference oaicite", /\bcontentReference\b|\boaicite\b/],
  ["would", /^would you like me to\b/i],
];

/** What stands for a text that was still to come. */
const PLACEHOLDERS: readonly Furniture[] = [
  ["todo", /(?:^|\[|\()TODO\b|\bTODO:/],
  ["fixme", /(?:^|\[|\()FIXME\b|\bFIXME:/],
  ["tk tktk", /(?:^|\[|\()TK(?:TK)?(?:$|\]|\)|:)|\bTKTK\b/],
  ["lorem", /\blorem ipsum\b/i],
  ["text", /^(?:(?:your|insert|add) )?text (?:goes )?here\b/i],
  ["below", /^Below the next line: (?:a summary|the lede)\b/],
  ["headline", /^The headline(?:, at most \d+ characters| in a few words \(at most \d+)/],
  ["readers", /^Delete this line when readers may\b/],
  ["running", /^The running order: every story\b/],
];

const TABLES = [
  [WHOLE, true, "is furniture of a page, and was left over from it"],
  [FURNITURE, false, "is furniture of a page, and was left over from it"],
  [CHATBOT, false, "is what a chatbot says to whom it speaks with"],
  [PLACEHOLDERS, false, "stands for a text that was still to come"],
] as const;

/** The words by which left-overs are known; in texts that are not English, placeholders alone. */
export function listLeftOvers(isEnglish: boolean): Listed[] {
  return TABLES.flatMap(([table, isWhole, what]) =>
    table.flatMap(([words, phrase]) =>
      isEnglish || table === PLACEHOLDERS
        ? words.split(" ").map((word): Listed => [word, { kind: "phrase", phrase, isWhole, what }])
        : [],
    ),
  );
}

/** A line as its reader sees it, without what Markdown, arrows and bullets put around its words. */
function plain(line: string): string {
  return line
    .replace(/\]?\uFFFC+/g, " ")
    .replace(/^[\s>*_#[«‹←•-]+(?=[\p{L}\d©(])|[\s*_\].:…»›→↑]+$/gu, "")
    .replace(/ {2,}/g, " ");
}

/** A line of nothing but furniture is no longer, in UTF-16 units, and how far from its word a phrase begins and ends. */
const LONGEST_LINE = 160;
const BEFORE = 48;
const BEHIND = 240;

/** What a phrase is looked for in: a short line as a whole, or the neighbourhood of its word within its line. */
function windowOf(masked: string, place: number, isWhole: boolean): Stretch | undefined {
  const start = masked.lastIndexOf("\n", place - 1) + 1;
  const from = isWhole ? start : Math.max(start, place - BEFORE);
  if (isWhole && place - start > LONGEST_LINE) return undefined;
  const line = masked.indexOf("\n", place);
  const end = line < 0 ? masked.length : line;
  if (isWhole) return end - start > LONGEST_LINE ? undefined : { at: start, end };
  return { at: from, end: Math.min(end, place + BEHIND) };
}

/** Finds what belongs to another page, to a chatbot or to a draft. A line is told once. */
export function findLeftOvers(masked: string, hits: readonly Hit[]): Finding[] {
  const found: Finding[] = [];
  let told = -1;
  for (const { at: place, entry } of hits) {
    if (entry.kind !== "phrase" || place < told) continue;
    const window = windowOf(masked, place, entry.isWhole);
    if (!window) continue;
    const near = masked.slice(window.at, window.end);
    const isStart = window.at === 0 || masked.charAt(window.at - 1) === "\n";
    // What begins a line is looked for where one begins, and nowhere else.
    // A heading of the title's level is told for that, and these are what the hints of a new file look like.
    if (isStart && near.startsWith("# ")) continue;
    const own = isStart ? plain(near) : `\0${near}`;
    const [phrase] = entry.phrase.exec(own) ?? [];
    if (phrase === undefined) continue;
    told = lineAround(masked, place).end;
    const from = Math.max(window.at, masked.indexOf(phrase, window.at));
    const end = from + phrase.length;
    const stands = entry.what.startsWith("stands");
    found.push({
      at: from,
      end,
      severity: "warning",
      rule: "left-over",
      message: `“${phrase}” ${entry.what}`,
      hint: `${stands ? "type the text, or delete it" : "delete it"}${orAllow("left-over", phrase)}`,
    });
  }
  return found;
}

/** Finds fields that have the “…” of a hint as their value. */
export function findEmptyHints({ fields }: ReadingText): Finding[] {
  return fields.flatMap(({ text, at }): Finding[] =>
    /^(?:…|\.{3})$/.test(text.trim())
      ? [
          {
            at,
            end: at + text.length,
            severity: "warning",
            rule: "left-over",
            message: `“${text}” stands for a text that was still to come`,
            hint: "type the text, or delete the line",
          },
        ]
      : [],
  );
}
