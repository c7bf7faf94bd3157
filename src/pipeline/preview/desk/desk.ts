import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import type { OpenPublication } from "../../read/archive.ts";
import { CALLS, DESK, DESK_ENTRANCE, PICTURE_CALL } from "../../../views/desk/calls.ts";
import { PROJECT } from "../../project.ts";
import { READING, refuseChange, type Refusal } from "../guard.ts";
import type { Annex, Answer } from "../server.ts";
import type { DeskContext } from "./context.ts";
import { readBody } from "./read-body.ts";

const FONTS = `${DESK}fonts/`;
const FONT = /^[a-z-]+\.woff2$/;

function answerRefusal({ status, why }: Refusal): Answer {
  return { status, headers: { "Content-Type": "text/plain; charset=utf-8" }, body: `${why}\n` };
}

function answerJson(value: unknown, status = 200): Answer {
  return { status, headers: { "Content-Type": "application/json; charset=utf-8" }, body: JSON.stringify(value) };
}

const NOTHING = answerRefusal({ status: 400, why: "There is nothing here that the desk knows." });

async function answerFont(name: string): Promise<Answer> {
  if (!FONT.test(name)) return NOTHING;
  const body = await readFile(join(PROJECT, "templates", "fonts", name)).catch(() => undefined);
  return body
    ? { status: 200, headers: { "Content-Type": "font/woff2", "Cache-Control": "private, max-age=86400" }, body }
    : NOTHING;
}

/** Most of the program, which is loaded when the first call comes; what its calls have in common is this desk's alone. */
async function loadCalls(context: DeskContext) {
  const { isCall, createCalls, placeSent } = await import("./calls.ts");
  return { isCall, placeSent, answer: createCalls(context) };
}

async function answerCall(
  request: IncomingMessage,
  name: string,
  context: DeskContext,
  { isCall, placeSent, answer }: Awaited<ReturnType<typeof loadCalls>>,
): Promise<Answer> {
  if (name.startsWith(PICTURE_CALL)) {
    const bytes = await readBody(request, "picture");
    return "why" in bytes ? answerRefusal(bytes) : answerJson(await placeSent(context, name, bytes));
  }
  if (!isCall(name)) return NOTHING;
  const bytes = await readBody(request, "json");
  if ("why" in bytes) return answerRefusal(bytes);
  let asked: unknown;
  try {
    asked = JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return answerRefusal({ status: 400, why: "This is no JSON." });
  }
  const answered = await answer(name, asked);
  return answered === undefined ? NOTHING : answerJson(answered);
}

const TO_DESK: Answer = { status: 302, headers: { Location: DESK }, body: "" };

/** Whether the site has a page where people ask for the desk. */
function hasOwnPage({ archive }: OpenPublication): boolean {
  const { site, targets } = archive;
  return site.publication.base === "" && targets.paths.get(DESK_ENTRANCE) !== undefined;
}

/**
 * The editor's desk beside a preview: one page, and calls by which it reads and changes the content folder. A call is answered to the page of this process
 * alone: it holds a token that nobody else was given.
 */
export function createDesk(context: DeskContext): Annex {
  const token = randomBytes(24).toString("base64url");
  let calls: ReturnType<typeof loadCalls> | undefined;
  return {
    methodsOf: (path) =>
      path.startsWith(CALLS) ? ["POST"] : path.startsWith(DESK) || path === DESK_ENTRANCE ? READING : undefined,
    async answer(request, path) {
      if (path.startsWith(CALLS)) {
        const refusal = refuseChange(request, token);
        if (refusal) return answerRefusal(refusal);
        calls ??= loadCalls(context);
        return answerCall(request, path.slice(CALLS.length), context, await calls);
      }
      if (path.startsWith(FONTS)) return answerFont(path.slice(FONTS.length));
      if (path === DESK_ENTRANCE) return hasOwnPage(await context.read()) ? undefined : TO_DESK;
      if (path !== DESK) return NOTHING;
      const { makeDeskPage } = await import("./page.ts");
      return makeDeskPage((await context.read()).archive.site.publication, token);
    },
  };
}
