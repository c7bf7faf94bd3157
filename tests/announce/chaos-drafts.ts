import { makeButtondown } from "../../src/pipeline/announce/mail/buttondown.ts";
import type { MakeChannels } from "./chaos-runner.ts";
import { made } from "./deps.ts";

export const KEY = "a-key-of-buttondown";

/** The channel of mail by Buttondown as it is, over the fake of that. */
export const makeChannels: MakeChannels = (deps, at) => [
  made(
    makeButtondown("draft", {
      ...deps,
      environment: { BUTTONDOWN_API_KEY: KEY, BUTTONDOWN_SERVICE: at("mail", "") },
    }),
  ),
];
