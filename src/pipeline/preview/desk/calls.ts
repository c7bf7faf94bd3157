import type { Calls } from "../../../views/desk/calls.ts";
import { placePicture } from "../../desk/place-picture.ts";
import { proposeSending, send } from "../../desk/send.ts";
import { readAsked } from "./asked.ts";
import type { DeskContext } from "./context.ts";
import { createNewEdition, createNewStory, addToVocabulary } from "./begin.ts";
import { publish, review, sign } from "./judge.ts";
import { describeSetup, findStories, listRundown } from "./lists.ts";
import { checkEdited, openForm, saveEdited } from "./texts.ts";

export { isCall } from "./asked.ts";

type Answering = {
  readonly [Name in keyof Calls]: (asked: Calls[Name]["ask"], context: DeskContext) => Promise<Calls[Name]["answer"]>;
};

const ANSWERS: Answering = {
  setup: (_, context) => describeSetup(context),
  rundown: (asked, context) => listRundown(asked, context),
  stories: (asked, context) => findStories(asked, context),
  open: (asked, context) => openForm(asked.name, context),
  check: (asked, context) => checkEdited(asked, context),
  save: (asked, context) => saveEdited(asked, context),
  edition: (asked, context) => createNewEdition(asked, context),
  story: (asked, context) => createNewStory(asked, context),
  entry: (asked, context) => addToVocabulary(asked, context),
  review: (asked, context) => review(asked, context),
  sign: (asked, context) => sign(asked, context),
  publish: (asked, context) => publish(asked, context),
  propose: (_, { content }) => proposeSending(content),
  send: (asked, { content }) => send(content, asked),
};

/** Answers a call; undefined where it was asked what nobody can ask. */
export async function answerCalls<Name extends keyof Calls>(
  name: Name,
  sent: unknown,
  context: DeskContext,
): Promise<Calls[Name]["answer"] | undefined> {
  const asked = readAsked(name, sent);
  return asked === undefined ? undefined : ANSWERS[name](asked, context);
}

/** Places a picture that was sent to `picture/EDITION/NAME`. */
export function placeSent({ content }: DeskContext, path: string, bytes: Uint8Array) {
  const [, edition = "", ...name] = path.split("/");
  return placePicture(content, edition, name.join("-"), bytes);
}
