// Scripts that part words by nothing, and Korean, which puts endings right behind a quotation; full-width signs with them.
const CLOSE_SET =
  "\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Bopo}\\p{scx=Hang}\\p{scx=Yiii}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}\\p{scx=Tibt}\\uFF00-\\uFFEF";

/** A sign beside which nobody expects a space: of a script that parts words by none, or Korean. */
export const CLOSE_SIGN = new RegExp(`[${CLOSE_SET}]`, "u");
