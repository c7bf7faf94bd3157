/** Mails as programs write them, with readers and hosts that do not exist. */

export const STORY = "2026-03-04-evening/open-model";
const CRLF = "\r\n";

/** A message of lines; a header field that is undefined is left out. */
export function message(
  fields: Readonly<Record<string, string | undefined>>,
  body: readonly string[],
  encoding: BufferEncoding = "utf8",
): Buffer {
  const all: Readonly<Record<string, string | undefined>> = {
    From: "Jane Reader <jane@reader.example>",
    To: "desk@paper.example",
    Subject: `An open model [${STORY}]`,
    "Message-ID": "<one@mail.reader.example>",
    Date: "Wed, 04 Mar 2026 20:15:00 +0100",
    "MIME-Version": "1.0",
    ...fields,
  };
  const head = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return Buffer.from([...head, "", ...body, ""].join(CRLF), encoding);
}

export const PLAIN = { "Content-Type": "text/plain; charset=utf-8", "Content-Transfer-Encoding": "8bit" };
export const HTML = { "Content-Type": "text/html; charset=utf-8", "Content-Transfer-Encoding": "8bit" };
export const FLOWED = {
  "Content-Type": "text/plain; charset=utf-8; format=flowed",
  "Content-Transfer-Encoding": "8bit",
};

/** Parts of a multipart, each of its header fields and its lines. */
export function parts(
  boundary: string,
  ...each: readonly (readonly [fields: Readonly<Record<string, string>>, lines: readonly string[]])[]
): string[] {
  return [
    ...each.flatMap(([fields, lines]) => [
      `--${boundary}`,
      ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`),
      "",
      ...lines,
    ]),
    `--${boundary}--`,
  ];
}

export const PICTURE = {
  "Content-Type": 'image/png; name="cat.png"',
  "Content-Disposition": 'attachment; filename="cat.png"',
  "Content-Transfer-Encoding": "base64",
};
const QUOTED = ["> On the model: it is open.", ">", "> The Desk"];
const OUTLOOK_HEAD =
  "<html><head><style><!-- p.MsoNormal {margin:0} --></style><script>alert(1)</script></head><body><div class=WordSection1>";

/** What a program wrote, the text that its writer did, and what is said to be left out. */
export interface Example {
  readonly name: string;
  readonly bytes: Buffer;
  readonly text: string;
  readonly left?: readonly string[];
}

const ANSWERED = "the message that it answers";
const alternative = { "Content-Type": 'multipart/alternative; boundary="a1"' };
const mixed = { "Content-Type": 'multipart/mixed; boundary="m1"' };

export const EXAMPLES: readonly Example[] = [
  {
    name: "a multipart of plain text and HTML, as Gmail sends it",
    bytes: message(
      alternative,
      parts("a1", [PLAIN, ["First words.", "", "Second words."]], [HTML, ['<div dir="ltr">Other words.</div>']]),
    ),
    text: "First words.\n\nSecond words.",
  },
  {
    name: "HTML alone, as Outlook sends it, with a message below",
    bytes: message(HTML, [
      OUTLOOK_HEAD,
      "<p class=MsoNormal>Dear editors,<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>",
      "<p class=MsoNormal>it is <b>not</b>\r\nso: see <a href='https://facts.example/x'>here</a>.<o:p></o:p></p>",
      "<div style='border-top:solid'><p class=MsoNormal><b>From:</b> The Desk &lt;desk@paper.example&gt;<br><b>Sent:</b> Wednesday, 4 March 2026 18:00<br>",
      "<b>To:</b> Jane<br><b>Subject:</b> News</p></div><p class=MsoNormal>Their words.</p></div></body></html>",
    ]),
    text: "Dear editors,\n\nit is not so: see here (https://facts.example/x).",
    left: [ANSWERED],
  },
  {
    name: "text, a picture and HTML, as Apple Mail sends them",
    bytes: message(
      mixed,
      parts(
        "m1",
        [PLAIN, ["Look at this:"]],
        [PICTURE, ["iVBORw0KGgo="]],
        [HTML, ["<p>A cat. <a href='mailto:jane@reader.example'>Jane</a></p>"]],
      ),
    ),
    text: "Look at this:\n\nA cat. Jane",
    left: ["an address behind words", "1 attachment: cat.png"],
  },
  {
    name: "flowed text, as Thunderbird sends it",
    bytes: message(FLOWED, [
      "A paragraph that was ",
      "folded by the program.",
      "",
      " >8 is what I typed. ",
      "-- ",
      "Jane",
    ]),
    text: "A paragraph that was folded by the program.\n\n >8 is what I typed.",
    left: ["a signature"],
  },
  {
    name: "flowed text whose quotation ends in a space before the answer",
    bytes: message(FLOWED, ["On 3/4/26 6:00 PM, The Desk wrote: ", "> It is ", "> open. ", "My answer."]),
    text: "My answer.",
    left: [ANSWERED],
  },
  {
    name: "flowed text of a script without spaces",
    bytes: message({ ...FLOWED, "Content-Type": `${FLOWED["Content-Type"]}; delsp=yes` }, ["这是一 ", "封信。"]),
    text: "这是一封信。",
  },
  {
    name: "an answer above what it answers",
    bytes: message({ ...PLAIN, Subject: `Re: An open model [${STORY}]` }, [
      "I agree.",
      "",
      "On Wed, Mar 4, 2026 at 6:00 PM The Desk of the Evening Paper",
      "<desk@paper.example> wrote:",
      "",
      ...QUOTED,
    ]),
    text: "I agree.",
    left: [ANSWERED],
  },
  {
    name: "an answer below what it answers, in German, with a signature",
    bytes: message({ ...PLAIN, Subject: `AW: Ein Modell [${STORY}]` }, [
      "Am 04.03.26 um 18:00 schrieb The Desk:",
      ...QUOTED,
      "",
      "So ist es.",
      "-- ",
      "Jane",
    ]),
    text: "So ist es.",
    left: [ANSWERED, "a signature"],
  },
  {
    name: "a quotation that nobody announced, and two hyphens that begin no signature",
    bytes: message(PLAIN, ["You write:", "", "> it is open", "", "Is it?", "--", "I ask."]),
    text: "You write:\n\n> it is open\n\nIs it?\n--\nI ask.",
  },
  {
    name: "a message quoted whole in plain text",
    bytes: message(PLAIN, [
      "Kurz: nein.",
      "",
      "-----Ursprüngliche Nachricht-----",
      "Von: The Desk",
      "Gesendet: Mittwoch, 4. März 2026 18:00",
      "An: Jane",
      "Betreff: News",
      "",
      "Their words.",
    ]),
    text: "Kurz: nein.",
    left: [ANSWERED],
  },
  {
    name: "HTML with lists, breaks, quotations and a drawn emoji",
    bytes: message(HTML, [
      "<div>One<br>two <img alt='🎈' src='cid:1'></div><ul><li>three</li><li>four</li></ul>",
      "<div>On 4 Mar 2026, The Desk wrote:</div><blockquote><p>theirs</p></blockquote><pre>a  b</pre>",
    ]),
    text: "One\ntwo 🎈\n\n- three\n- four\n\na  b",
    left: [ANSWERED],
  },
  {
    name: "attachments, one of them a message of someone else",
    bytes: message(
      mixed,
      parts(
        "m1",
        [PLAIN, ["Words."]],
        [PICTURE, ["iVBORw0KGgo="]],
        [
          { "Content-Type": "message/rfc822" },
          ["From: Other <other@reader.example>", "Subject: x", "", "Other words."],
        ],
      ),
    ),
    text: "Words.",
    left: ["2 attachments: cat.png, …"],
  },
  {
    name: "emoji with joiners, and signs that cannot be seen",
    bytes: message(PLAIN, ["👩‍👩‍👧 wins\u202E!\u200B\u0007"]),
    text: "👩‍👩‍👧 wins!",
  },
  {
    name: "Arabic in quoted-printable",
    bytes: message({ ...PLAIN, "Content-Transfer-Encoding": "quoted-printable" }, ["=D9=85=D8=B1=D8=AD=D8=A8=D8=A7"]),
    text: "مرحبا",
  },
  {
    name: "Chinese in GB18030",
    bytes: message({ "Content-Type": "text/plain; charset=gb18030", "Content-Transfer-Encoding": "base64" }, [
      Buffer.from("c4e3bac3", "hex").toString("base64"),
    ]),
    text: "你好",
  },
];
