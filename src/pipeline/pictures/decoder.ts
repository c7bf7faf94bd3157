import { type ChildProcess, fork, type ForkOptions } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PROJECT } from "../project.ts";
import type { Decoding } from "./decode.ts";
import { type Answer, EXITS, type Question } from "./decoder-protocol.ts";

// Beside this file in the bundled program; where the sources run as they are, a loader reads them there too.
const BUNDLED = join(import.meta.dirname, "decoder-process.mjs");

/** What a picture came to that the decoding process did not survive; another machine may find otherwise. */
export type Outcome = Decoding | { readonly excess: "memory" | "time" | "crash" };

function startProcess(): ChildProcess {
  // What the decoder writes to its streams is its own talk.
  const options: ForkOptions = { serialization: "advanced", stdio: ["ignore", "ignore", "ignore", "ipc"] };
  if (existsSync(BUNDLED)) return fork(BUNDLED, { ...options, execArgv: [] });
  const loader = pathToFileURL(createRequire(join(PROJECT, "package.json")).resolve("tsx")).href;
  const source = join(PROJECT, "src", "pipeline", "pictures", "decoder-process.ts");
  return fork(source, { ...options, execArgv: ["--import", loader] });
}

/** Asks the process; its end is an answer too. Rejects when it could not be started. */
function ask(decoder: ChildProcess, question: Question): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const settle =
      <T>(done: (value: T) => void) =>
      (value: T): void => {
        decoder.removeAllListeners();
        done(value);
      };
    decoder.once(
      "message",
      settle((answer) => {
        resolve(answer as Answer);
      }),
    );
    decoder.once("error", settle(reject));
    decoder.once(
      "exit",
      settle((code: number | null) => {
        resolve({ excess: code === EXITS.memory ? "memory" : code === EXITS.time ? "time" : "crash" });
      }),
    );
    decoder.send(question);
  });
}

/** Makes the function that decodes pictures one after the other in a process apart, which is started when there is one to decode. */
export function createDecoder(): (bytes: Uint8Array, box?: number) => Promise<Outcome> {
  let decoder: ChildProcess | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const decode = async (bytes: Uint8Array, box: number | undefined): Promise<Outcome> => {
    const own = (decoder ??= startProcess());
    own.ref();
    own.channel?.ref();
    try {
      const outcome = await ask(own, { bytes, box });
      if ("excess" in outcome) decoder = undefined;
      return outcome;
    } finally {
      // It ends with this process, which need not wait for it.
      own.unref();
      own.channel?.unref();
    }
  };
  return (bytes, box) => {
    const next = last.then(() => decode(bytes, box));
    last = next.catch(() => undefined);
    return next;
  };
}
