import { makeButtondown } from "./buttondown.ts";
import type { ChannelDeps, MadeChannel } from "../channel-deps.ts";
import { makeListMail } from "./list-mail.ts";

/** Mails editions by Buttondown or to the address of a list; a draft is made unless `mode` says otherwise. */
export function makeMailChannel(
  { via, mode = "draft" }: { readonly via: string; readonly mode?: "draft" | "send" | undefined },
  deps: ChannelDeps,
): MadeChannel {
  return via === "buttondown" ? makeButtondown(mode, deps) : makeListMail(via, mode, deps);
}
