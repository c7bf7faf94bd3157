import type { Announcement } from "../../src/pipeline/announce/channel.ts";
import type { Reply } from "../gather/loopback.ts";
import type { Service, Weather } from "./chaos.ts";
import { KEY } from "./chaos-drafts.ts";
import { HANDLE, SECRETS } from "./chaos-networks.ts";
import { createBluesky } from "./fakes/bluesky.ts";
import { createButtondown } from "./fakes/buttondown.ts";
import { createExchange, type Exchange } from "./fakes/exchange.ts";
import { createMastodon } from "./fakes/mastodon.ts";

/** When the clocks of a trial begin. */
export const BEGIN = Date.parse("2026-03-04T18:00:00Z");

/** A fake service in the weather of a trial: what it is asked fails, takes effect unheard, or meets one that has forgotten the keys. */
function exposed(fake: Exchange & { readonly forgetKeys?: () => void }, weather: Weather): Reply {
  const { chance, isStormy, delay, strike } = weather;
  return (request, response) => {
    const luck = isStormy() ? chance() : 1;
    const isChange = request.method !== "GET";
    strike("before");
    response.on("close", () => {
      strike("after");
    });
    if (luck < 0.15) response.writeHead(luck < 0.1 ? 429 : 503).end("{}");
    else if (luck < 0.2) request.destroy();
    else
      void delay().then(() => {
        if (isStormy() && chance() < 0.3) fake.forgetKeys?.();
        if (isChange && luck < 0.4) fake.loseNextReply();
        else if (isChange && luck < 0.45) fake.spoilNextReply(502);
        fake.reply(request, response);
      });
  };
}

/** Time as it passes in a trial, and a while for each thing that is done. */
function createTime() {
  let now = BEGIN;
  return {
    now: () => (now += 50),
    pass: (time: number): void => {
      now += time;
    },
  };
}

/** Mastodon and Bluesky, each with one account, and a list that refuses the mail of the last announcement. */
export function createNetworks(weather: Weather, announcements: readonly Announcement[]): Service {
  const refusedKey = announcements.at(-1)?.key ?? "";
  const mails: string[] = [];
  const list = createExchange(({ body }) => {
    if (body !== refusedKey) mails.push(`mail ${body}`);
    return { status: body === refusedKey ? 422 : 200, body: {} };
  });
  const time = createTime();
  const mastodon = createMastodon(SECRETS.MASTODON_TOKEN, time.now);
  const bluesky = createBluesky(HANDLE, SECRETS.BLUESKY_APP_PASSWORD);
  const keyOf = (text: string) => announcements.find(({ url }) => text.includes(url))?.key ?? text;
  return {
    replies: { social: exposed(mastodon, weather), bsky: exposed(bluesky, weather), list: exposed(list, weather) },
    pass: time.pass,
    get effects() {
      return [
        ...mastodon.posts().map(({ text }) => `mastodon ${keyOf(text)}`),
        ...bluesky.posts().map(({ text }) => `bluesky ${keyOf(text)}`),
        ...mails,
      ];
    },
    refused: [`mail ${refusedKey}`],
  };
}

/** Buttondown with one newsletter. */
export function createNewsletter(weather: Weather): Service {
  const time = createTime();
  const buttondown = createButtondown(KEY, time.now);
  return {
    replies: { mail: exposed(buttondown, weather) },
    pass: time.pass,
    get effects() {
      return buttondown.posts().map(({ metadata }) => `mail ${metadata["announcement"] ?? ""}`);
    },
  };
}
