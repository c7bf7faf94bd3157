import { text } from "node:stream/consumers";
import type { Reply } from "../gather/loopback.ts";
import type { Service, Weather } from "./chaos.ts";

/** In milliseconds: so long Mastodon remembers an idempotency key. */
const HOUR = 3_600_000;

/** Answers a request that has an effect, well or ill: as the weather is. */
export function weathered(
  { chance, isStormy, delay, strike }: Weather,
  effect: (body: string, key: string) => boolean,
): Reply {
  return (request, response) => {
    void text(request).then(async (body) => {
      const luck = isStormy() ? chance() : 1;
      const key = String(request.headers["idempotency-key"] ?? "");
      strike("before");
      if (luck < 0.1) return response.writeHead(429).end();
      if (luck < 0.2) return response.writeHead(503).end();
      if (luck < 0.25) return request.destroy();
      await delay();
      const isTaken = effect(body, key);
      strike("after");
      // It took effect, and nobody hears of it.
      if (luck < 0.4) return request.destroy();
      if (luck < 0.45) return response.writeHead(502).end();
      return response.writeHead(isTaken ? 200 : 422).end();
    });
  };
}

/** A fake of a server that posts once for each key that it remembers, and of a list that sends on whatever comes and refuses one mail for good. */
export function createService(weather: Weather, refusedKey: string): Service {
  const effects: string[] = [];
  const remembered = new Map<string, number>();
  const { chance, isStormy } = weather;
  const post = weathered(weather, (body, key) => {
    if (isStormy() && chance() < 0.3) remembered.delete(key);
    if (!remembered.has(key)) effects.push(`mastodon ${body}`);
    if (!remembered.has(key)) remembered.set(key, 0);
    return true;
  });
  return {
    replies: {
      "social/posts": (request, response) => {
        const posts = effects.flatMap((effect) => (effect.startsWith("mastodon ") ? [effect.split(" ")[1]] : []));
        if (request.method === "POST") post(request, response);
        else if (isStormy() && chance() < 0.3) response.writeHead(503).end();
        // What is posted while the answer is on its way is not in it.
        else setTimeout(() => response.writeHead(200).end(JSON.stringify(posts)), isStormy() ? chance() * 100 : 0);
      },
      "list/mails": weathered(weather, (body) => {
        if (body !== refusedKey) effects.push(`mail ${body}`);
        return body !== refusedKey;
      }),
    },
    pass(time) {
      for (const [key, age] of remembered) {
        if (age + time > HOUR) remembered.delete(key);
        else remembered.set(key, age + time);
      }
    },
    effects,
    refused: [`mail ${refusedKey}`],
  };
}
