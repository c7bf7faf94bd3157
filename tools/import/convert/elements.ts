/** What is made of the elements of HTML, where it is not what they say. */

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

/** A paragraph, list or the like, which ends the line before it. */
export const BLOCKS = words(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav noscript ol optgroup option p plaintext pre search section " +
    "select summary table tbody td tfoot th thead tr ul xmp",
);

export const HEADING = /^h[1-6]$/;

/** Only within them a line may break and nothing else: all that stands in them becomes one line. */
export const ONE_LINE = words("h1 h2 h3 h4 h5 h6 td th");

/** Words stand in them, and no paragraphs. */
export const INLINE_ONLY = words("p a em i strong b del s strike q var code kbd samp tt dt");

/** Code within a line. */
export const CODE = words("code kbd samp tt");

/** Marks within a line: dropped where they are laid around paragraphs, which are kept. */
export const MARKS = words("em i strong b del s strike q var code kbd samp tt");

/** What no reader reads. Those of `TOLD` did something, which is lost. */
export const UNSEEN = words(
  "script style template link meta base basefont bgsound title head param source track col colgroup area datalist input frame keygen wbr",
);
export const TOLD = words("script input frame");

/** What plays or shows something from elsewhere: a link to it is kept. */
export const MEDIA = words("iframe embed object video audio applet");

/** What the converter knows by itself. All other elements stand for what is in them. */
export const KEPT = words(
  "a b blockquote br code del em h1 h2 h3 h4 h5 h6 hr i img kbd p pre q s samp strike strong tt var",
);

/** The element that stands for a footnote's mark until it is Markdown; no page has one of this name. */
export const NOTE_MARK = "footnote-mark";

/** What shows something without words. */
export const SHOWN = new Set(["img", "hr", NOTE_MARK]);
