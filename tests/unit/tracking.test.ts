import { expect, test } from "vitest";
import { trackingProblem, withoutTracking } from "../../src/content/links/tracking.ts";

test.each([
  ["https://a.example/x?utm_source=n", "https://a.example/x"],
  ["https://a.example/x?UTM_Source=n&b=1", "https://a.example/x?b=1"],
  ["https://a.example/x?b=1&utm_medium=n&c=2&fbclid=3#d", "https://a.example/x?b=1&c=2#d"],
  ["https://a.example/?fbclid=1#utm_source=2", "https://a.example/#utm_source=2"],
  ["https://a.example/%E9?q=a+b%20c&gclid=1&empty&x=", "https://a.example/%E9?q=a+b%20c&empty&x="],
  ["https://a.example/?u=https://b.example/?c&gclid=1", "https://a.example/?u=https://b.example/?c"],
  ...[
    ["utm_id", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "_hsenc", "_hsmi", "mkt_tok", "yclid"],
    ["twclid", "ttclid", "wickedid", "vero_id", "oly_enc_id", "oly_anon_id", "s_cid", "cmpid", "gclid="],
  ]
    .flat()
    .map((name): [string, string] => [`https://a.example/?${name}=1`, "https://a.example/"]),
])("%s is cleaned to %s", (address, clean) => {
  expect(withoutTracking(address)).toBe(clean);
  expect(trackingProblem(address)).toMatchObject({ rule: "tracking-parameter", hint: `type ${clean}` });
});

test.each([
  "https://a.example/x",
  "https://a.example/utm_source=1",
  "https://a.example/?",
  "https://a.example/?&&",
  "https://a.example/?q=utm_source&xutm_source=1&company=2&gclidx=3",
  "https://a.example/#?fbclid=1",
  "",
  "no address",
])("%j is left as it is", (address) => {
  expect(withoutTracking(address)).toBe(address);
  expect(trackingProblem(address)).toBeUndefined();
});

test("an archive's copy keeps the address under which it was kept", () => {
  expect(trackingProblem("https://web.archive.org/web/2026/https://a.example/?utm_source=n")).toBeUndefined();
});

test("each parameter is named once, as it is typed", () => {
  expect(trackingProblem("https://a.example/?UTM_a=1&fbclid=2&fbclid=3")).toMatchObject({
    message: "this address follows its readers: “UTM_a”, “fbclid”",
  });
});
