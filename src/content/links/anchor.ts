/** How a link to a heading begins, which stands at its end; its sign is the style sheet's, so that it is no word of the text. */
export const ANCHOR = '<a class="anchor" ';

/** Every such link in HTML of this project's making, with the space before it. */
export const ANCHORS = / <a class="anchor" [^>]*><\/a>/g;
