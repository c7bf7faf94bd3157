import { NotEditable } from "../../../content/edit/editable.ts";
import { editFields } from "../../../content/edit/edit-fields.ts";
import type { Calls, Refused } from "../../../views/desk/calls.ts";
import { changedSinceReview, publishText, signText, withdrawText } from "../../desk/review.ts";
import { openText } from "../../desk/open-text.ts";
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

/** A text as it is when it is no draft any more: of a draft, some rules ask less. */
function withoutDraft(name: string, text: string): string {
  try {
    return editFields(name, text, { fields: { draft: undefined } });
  } catch (error) {
    if (error instanceof NotEditable) return text;
    throw error;
  }
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
  const looked = await look(text, context, (written) => withoutDraft(text.name, written));
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
        "Readers have its address already, so it is no draft again: correct it (“Corrections”), or take it back with a line “gone” in its file",
    };
  return withdrawText({ content, name, version });
}
