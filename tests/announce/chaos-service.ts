import { text } from "node:stream/consumers";
import type { Reply } from "../gather/loopback.ts";
import type { Service, Weather } from "./chaos.ts";

/** Answers a request that has an effect, well or ill: as the weather is. */
export function weathered({ chance, isStormy, delay, strike }: Weather, effect: (body: string) => boolean): Reply {
  return (request, response) => {
    void text(request).then(async (body) => {
      const luck = isStormy() ? chance() : 1;
      strike("before");
      if (luck < 0.1) return response.writeHead(429).end();
      if (luck < 0.2) return response.writeHead(503).end();
      if (luck < 0.25) return request.destroy();
      await delay();
      const isTaken = effect(body);
      strike("after");
      // It took effect, and nobody hears of it.
      if (luck < 0.4) return request.destroy();
      if (luck < 0.45) return response.writeHead(502).end();
      return response.writeHead(isTaken ? 200 : 422).end();
    });
  };
}

/** A list that sends on whatever comes, and refuses one mail for good. */
export function createList(weather: Weather, refusedKey: string): Pick<Service, "effects"> & { readonly reply: Reply } {
  const effects: string[] = [];
  return {
    reply: weathered(weather, (body) => {
      if (body !== refusedKey) effects.push(`mail ${body}`);
      return body !== refusedKey;
    }),
    effects,
  };
}
