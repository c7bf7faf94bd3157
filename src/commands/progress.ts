/** A line that is written over and over while a long build runs. */
export interface Progress {
  readonly show: (done: number, all: number) => void;
  readonly clear: () => void;
}

const PAUSE = 100;

/** A progress line on a terminal; silence in CI and in a pipe. */
export function createProgress(stream: NodeJS.WriteStream, doing = "writing pages"): Progress {
  if (!stream.isTTY || process.env["CI"] !== undefined) return { show: () => undefined, clear: () => undefined };
  let last = 0;
  return {
    show(done, all) {
      const now = performance.now();
      if (now - last < PAUSE) return;
      last = now;
      stream.write(`\r\u001B[K${doing}: ${done} of ${all}`);
    },
    clear() {
      stream.write("\r\u001B[K");
    },
  };
}
