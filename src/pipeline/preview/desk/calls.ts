import type { Calls } from "../../../views/desk/calls.ts";
import { listLate, settleLate } from "../../desk/late.ts";
import { letGo } from "../../desk/let-go.ts";
import { placePicture } from "../../desk/place-picture.ts";
import { proposeSending, send } from "../../desk/send.ts";
import { readAsked } from "./asked.ts";
import type { DeskContext } from "./context.ts";
import { createNewEdition, createNewStory, addToVocabulary } from "./begin.ts";
import { createGathering } from "./gathering.ts";
import { bringBack, publish, review, sign, takeBack, withdraw } from "./judge.ts";
import { acceptWaiting, listLetters, rejectWaiting } from "./letters.ts";
import { describeSetup, findStories, listRundown } from "./lists.ts";
import { checkEdited, openForm, saveEdited } from "./texts.ts";

export { isCall } from "./asked.ts";

type Answering = {
  readonly [Name in keyof Calls]: (asked: Calls[Name]["ask"]) => Promise<Calls[Name]["answer"]>;
};

/** Answers a call; undefined where it was asked what nobody can ask. */
export type AnswerCall = <Name extends keyof Calls>(
  name: Name,
  sent: unknown,
) => Promise<Calls[Name]["answer"] | undefined>;

/** Makes what answers the calls of a desk. */
export function createCalls(context: DeskContext): AnswerCall {
  const { content } = context;
  // What cannot be removed now may be at the next start.
  void letGo(content, Date.now()).catch(() => undefined);
  const answers: Answering = {
    setup: () => describeSetup(context),
    rundown: (asked) => listRundown(asked, context),
    stories: (asked) => findStories(asked, context),
    open: (asked) => openForm(asked.name, context),
    check: (asked) => checkEdited(asked, context),
    save: (asked) => saveEdited(asked, context),
    edition: (asked) => createNewEdition(asked, context),
    story: (asked) => createNewStory(asked, context),
    entry: (asked) => addToVocabulary(asked, context),
    gather: createGathering(context),
    late: () => Promise.resolve(listLate(content)),
    settle: (asked) => settleLate(content, asked),
    review: (asked) => review(asked, context),
    sign: (asked) => sign(asked, context),
    publish: (asked) => publish(asked, context),
    withdraw: (asked) => withdraw(asked, context),
    takeBack: (asked) => takeBack(asked, context),
    bringBack: (asked) => bringBack(asked, context),
    letters: (asked) => listLetters(asked, context),
    acceptLetter: (asked) => acceptWaiting(asked, context),
    rejectLetter: (asked) => rejectWaiting(asked, context),
    propose: () => proposeSending(content),
    send: (asked) => send(content, asked),
  };
  return async (name, sent) => {
    const asked = readAsked(name, sent);
    return asked === undefined ? undefined : answers[name](asked);
  };
}

/** Places a picture that was sent to `picture/EDITION/NAME`. */
export function placeSent({ content }: DeskContext, path: string, bytes: Uint8Array) {
  const [, edition = "", ...name] = path.split("/");
  return placePicture(content, edition, name.join("-"), bytes);
}
