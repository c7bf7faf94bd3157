import { describe, expect, test } from "vitest";
import { createRedactor } from "../../src/pipeline/announce/redact.ts";

const KEY = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0\nBAQEFAASCBKcwggSjAgEA\n-----END PRIVATE KEY-----\n";

const redact = createRedactor({
  MASTODON_TOKEN: "tok/en+with=signs",
  BLUESKY_APP_PASSWORD: "abcd-efgh-ijkl",
  SMTP_URL: "smtps://desk%40paper.example:s3cret%21word@post.example:465",
  DKIM_PRIVATE_KEY: KEY,
  SHORT_TOKEN: "the",
  EMPTY_TOKEN: "",
  OUTER_TOKEN: "abcd-efgh-ijkl-mnop",
  HOME: "/home/desk",
  LANGUAGE: "english",
});

describe("a secret in a text", () => {
  test.each([
    ["as it is", "401: tok/en+with=signs is wrong", "401: [MASTODON_TOKEN] is wrong"],
    ["in an address", "/a?t=tok%2Fen%2Bwith%3Dsigns", "/a?t=[MASTODON_TOKEN]"],
    ["in base64", `Basic ${btoa("abcd-efgh-ijkl")}`, "Basic [BLUESKY_APP_PASSWORD]"],
    ["as the password of an address", "AUTH s3cret!word", "AUTH [SMTP_URL]"],
    ["as the name in an address", "no user desk@paper.example", "no user [SMTP_URL]"],
    ["as a line of it", "bad line BAQEFAASCBKcwggSjAgEA", "bad line [DKIM_PRIVATE_KEY]"],
    ["several times", "abcd-efgh-ijkl abcd-efgh-ijkl", "[BLUESKY_APP_PASSWORD] [BLUESKY_APP_PASSWORD]"],
    [
      "in the address of a remote",
      "no access to https://a:ghs_1234@x.example/a.git",
      "no access to https://a:[password]@x.example/a.git",
    ],
    ["within another", "abcd-efgh-ijkl-mnop", "[OUTER_TOKEN]"],
  ])("is taken out: %s", (_, text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  test("is nothing that is short, empty or of a variable of another kind", () => {
    const text = "the edition of /home/desk in english";
    expect(redact(text)).toBe(text);
  });
});
