import { NotEditable } from "../../../content/edit/editable.ts";
import { editFields } from "../../../content/edit/edit-fields.ts";
import { GONE } from "../../../content/former/gone.ts";
import { formatLocal } from "../../../content/time/calendar.ts";
import type { Calls, Refused } from "../../../views/desk/calls.ts";
import { openText } from "../../desk/open-text.ts";
import { bringBackText, publishText, takeBackText, withdrawText } from "../../desk/publish.ts";
import { changedSinceReview, signText } from "../../desk/review.ts";
import type { DeskContext } from "./context.ts";
import { checkText, statusOfText } from "./texts.ts";

type Ask<Name extends keyof Calls> = Calls[Name]["ask"];
type Answer<Name extends keyof Calls> = Promise<Calls[Name]["answer"]>;

/**
 * A text as it stands on the disk, held against all else as `make` makes it; a version that is no more is for those who write to tell.
 */
async function look({ name, version }: Ask<"publish">, context: DeskContext, make = (text: string) => text) {
  const opened = openText(context.content, name);
  if ("refused" in opened) return opened;
  const { site } = (await context.read()).archive;
  const diagnostics = await checkText(name, make(opened.text), context);
  return { content: context.content, site, name, version, diagnostics };
}

/** A text without what keeps it from readers: of a draft, some rules ask less, and of what was taken back nothing is read. */
function without(key: "draft" | typeof GONE, name: string): (text: string) => string {
  return (text) => {
    try {
      return editFields(name, text, { fields: { [key]: undefined } });
    } catch (error) {
      if (error instanceof NotEditable) return text;
      throw error;
    }
  };
}

/** What changed in a text since its last review. */
export async function review({ name }: Ask<"review">, { content, read }: DeskContext): Answer<"review"> {
  const opened = openText(content, name);
  if ("refused" in opened) return opened satisfies Refused;
  return changedSinceReview(content, (await read()).archive.site, name, opened.text);
}

/** Records a person's review of the text that was looked at. */
export async function sign({ by, factChecked, ...text }: Ask<"sign">, context: DeskContext): Answer<"sign"> {
  const looked = await look(text, context);
  return "refused" in looked ? looked : signText(looked, { by, factChecked, now: context.clock() });
}

/** Lets readers see a text when its time has come. */
export async function publish(text: Ask<"publish">, context: DeskContext): Answer<"publish"> {
  const looked = await look(text, context, without("draft", text.name));
  return "refused" in looked ? looked : publishText(looked);
}

/** Makes a draft again of a text whose time has not come: the address of one that is out is its readers'. */
export async function withdraw({ name, version }: Ask<"withdraw">, context: DeskContext): Answer<"withdraw"> {
  const { content } = context;
  const opened = openText(content, name);
  if ("refused" in opened) return opened;
  if ((await statusOfText(opened, context)) === "published")
    return {
      refused:
        "Readers have its address already, so it is no draft again: correct it (“Corrections”), or take it back (“Take it back …”)",
    };
  return withdrawText({ content, name, version });
}

/** Takes back a text that readers know, as of now: what they do not know is made a draft instead. */
export async function takeBack({ name, version, reason }: Ask<"takeBack">, context: DeskContext): Answer<"takeBack"> {
  const { content, read, clock } = context;
  const opened = openText(content, name);
  if ("refused" in opened) return opened;
  if ((await statusOfText(opened, context)) !== "published")
    return { refused: "Readers do not have its address, so there is nothing to take back" };
  const { zone } = (await read()).archive.site.publication;
  return takeBackText({ content, name, version }, { at: formatLocal(clock(), zone), reason });
}

/** Has readers find a text again that was taken back. */
export async function bringBack(text: Ask<"bringBack">, context: DeskContext): Answer<"bringBack"> {
  const looked = await look(text, context, without(GONE, text.name));
  return "refused" in looked ? looked : bringBackText(looked);
}
