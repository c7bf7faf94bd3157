import type { Email } from "postal-mime";
import { MOST_LETTER } from "../../../content/schema/keys/letter-schema.ts";
import type { Instant } from "../../../content/time/calendar.ts";
import { countCharacters, dropForbidden, isBlank } from "../../../content/words/characters.ts";
import { dropUnseen } from "../../../content/words/invisible.ts";
import { shorten } from "../../../content/words/shorten.ts";
import { digestOf } from "../../digest.ts";
import { wordsOfHtml } from "./html-words.ts";
import { ownWords, type OwnWords } from "./own-words.ts";
import { senderOf } from "./sender.ts";
import { sentAt } from "./sent-at.ts";
import { storyOfSubject } from "./subject-story.ts";
import { type Folding, hideFlowed, unflow } from "./unflow.ts";

/** A letter as it came by mail, for an editor to accept or reject. */
export interface MailLetter {
  /** The identity that the subject names; whether there is such a story is for who knows the archive. */
  readonly story: string;
  readonly name: string;
  /** Where the writer can be answered; never published. */
  readonly email: string | undefined;
  /** Undefined where the mail does not say so in earnest. */
  readonly at: Instant | undefined;
  /** Plain text with LF between its lines and one empty line between paragraphs; at most as long as a letter may be. */
  readonly text: string;
  /** Of the Message-ID, or of the bytes: of two letters with the same one, one is a copy. */
  readonly key: string;
  /** What was left out, in words, such as “2 attachments: cat.jpg, dog.jpg”. */
  readonly left: readonly string[];
}

/** In bytes. Reading takes time by what a message has; a letter is 3,000 characters, and the rest is pictures. */
export const MOST_MAIL = 2_000_000;
/** Parts within parts: a letter with a picture and a signed list's footer has five. */
const DEEPEST = 30;
/** Lines that may part it into such: the parser compares each with every boundary that there is. */
const MOST_PARTED = 2000;
/** Lines at all, of which the parser keeps each: as many as the largest picture has that may be there, and some. */
const MOST_LINES = 30_000;
/** Bytes of headers; those of a mail that went over many servers have a tenth. */
const MOST_HEADERS = 200_000;
/** Attachments of which the name is said. */
const MOST_NAMED = 3;
const LONGEST_NAME = 40;

/** An address behind words, spelt out by a program beside them: Outlook in its plain text, the parser in HTML that stands beside plain text. */
const SPELT_OUT = /\s?[<(]mailto:[^\s<>()]*[>)]/gi;

function countOf(sign: RegExp, text: string): number {
  return text.match(sign)?.length ?? 0;
}

/** What a message says, as MIME; undefined where it cannot be read, or not soon. */
async function parseMail(message: Buffer): Promise<Email | undefined> {
  const text = message.toString("latin1");
  if (countOf(/\n/g, text) > MOST_LINES || countOf(/^--/gm, text) > MOST_PARTED) return undefined;
  const { default: PostalMime } = await import("postal-mime");
  try {
    return await PostalMime.parse(message, {
      // A forwarded message is somebody else's.
      forceRfc822Attachments: true,
      maxNestingDepth: DEEPEST,
      maxHeadersSize: MOST_HEADERS,
    });
  } catch {
    return undefined;
  }
}

/** What a mail says, for people: as plain text where it has some, else what its HTML says. Undefined for HTML without measure. */
function wordsOf({ text = "", html = "" }: Email, folding: Folding): OwnWords | undefined {
  const plain = dropForbidden(unflow(text, folding));
  const words = isBlank(plain) ? wordsOfHtml(html) : plain.replace(SPELT_OUT, "");
  if (words === undefined) return undefined;
  const { text: own, left } = ownWords(isBlank(plain) ? dropForbidden(words) : words);
  return { text: own, left: words.length < plain.length ? [...left, "an address behind words"] : left };
}

function nameAttachments({ attachments }: Email): string[] {
  if (attachments.length === 0) return [];
  const names = attachments
    .flatMap(({ filename }) =>
      filename === null || isBlank(filename) ? [] : [shorten(dropUnseen(filename), LONGEST_NAME)],
    )
    .slice(0, MOST_NAMED);
  const count = attachments.length === 1 ? "1 attachment" : `${attachments.length} attachments`;
  const more = names.length < attachments.length ? ", …" : "";
  return [names.length > 0 ? `${count}: ${names.join(", ")}${more}` : count];
}

/**
 * Reads a mail (RFC 5322, MIME) of any bytes as a letter to the editor, or says in a sentence why it is none. It takes bounded
 * time and never rejects; nothing in the mail is run or fetched. `now` in milliseconds.
 */
export async function readMail(
  bytes: Uint8Array,
  now: Instant = Date.now(),
): Promise<MailLetter | { readonly problem: string }> {
  if (bytes.length > MOST_MAIL)
    return {
      problem: `the message has ${(bytes.length / 1e6).toFixed(1)} MB; ${MOST_MAIL / 1e6} MB is the most: ask for the words without attachments`,
    };
  const { message, folding } = hideFlowed(Buffer.from(bytes));
  const mail = await parseMail(message);
  if (!mail)
    return { problem: "this cannot be read as a message: it is damaged, or of far more parts or lines than a letter" };
  const story = storyOfSubject(mail.subject ?? "");
  if (story === undefined)
    return {
      problem:
        "the subject names no story; it must hold the story's identity in square brackets, such as [2026-03-04-evening/open-model]",
    };
  const sender = senderOf(mail.from);
  if ("problem" in sender) return sender;
  const words = wordsOf(mail, folding);
  if (words === undefined)
    return { problem: "its HTML has far more tags than a letter; ask for the words as plain text" };
  const { text, left } = words;
  if (isBlank(text)) return { problem: "it has no words of its own" };
  const characters = countCharacters(text);
  if (characters > MOST_LETTER)
    return { problem: `the letter has ${characters} characters; ${MOST_LETTER} is the most: ask for a shorter one` };
  const id = mail.messageId?.trim() ?? "";
  return {
    story,
    ...sender,
    at: sentAt(mail.headers.find(({ key }) => key === "date")?.value, now),
    text,
    key: id === "" ? digestOf(bytes) : digestOf(id),
    left: [...left, ...nameAttachments(mail)],
  };
}
