import * as z from "zod";
import { isMailAddress, readHost } from "../../links/web-address.ts";
import { address, code, day, email, must, text } from "../fields.ts";

/** Of a postal address, in characters. */
const MOST_POSTAL = 300;

const WINDOW = /^[1-9]\d{0,3}[hd]$/;

/** How long after its time an edition may still be told of, in hours or days. */
const span = code.check(
  must(
    (value) => WINDOW.test(value),
    ["unknown-value", "this is not a length of time", "write hours as 36h, or days as 2d"],
  ),
);

// IndexNow has such keys, and finds each in a file of the same name at the site's root: so it is public, and no secret.
const indexnow = code.check(
  must(
    (value) => /^[A-Za-z0-9-]{8,128}$/.test(value),
    ["unknown-value", "this is no key of IndexNow", "a key has 8 to 128 letters, digits and hyphens"],
  ),
);

const handle = code.check(
  must(
    (value) => readHost(value) !== undefined,
    ["bad-host", "this is not a handle", "write it as desk.example.org, without “@”"],
  ),
);

/** A service by its name, or the address of a list that passes on what it is sent. */
const via = code.check(
  must(
    (value) => value === "buttondown" || isMailAddress(value),
    ["unknown-value", "mail goes by nothing of this name", "type buttondown, or the e-mail address of your list"],
  ),
);

/** To whom it is told that an edition is out; secrets are never in here. */
export const announceSchema = z.strictObject({
  since: day.optional(),
  window: span.optional(),
  websub: address.optional(),
  indexnow: indexnow.optional(),
  mastodon: z.strictObject({ server: address }).optional(),
  bluesky: z.strictObject({ handle }).optional(),
  mail: z
    .strictObject({
      via,
      mode: z.enum(["draft", "send"]).optional(),
      from: email.optional(),
      postal: text(MOST_POSTAL).optional(),
      unsubscribe: address.optional(),
    })
    .optional(),
});
