import { decodePicture } from "./decode.ts";
import { type Answer, EXITS, type Question } from "./decoder-protocol.ts";

/**
 * The beginning of a process that decodes pictures for another: a file may be made so that to decode it takes all memory of
 * a machine, or an hour, or ends in a crash, and then that happens here alone.
 */

/** In bytes, of the whole process: the largest pictures that are allowed take less. */
const MOST_MEMORY = 700e6;
/** In seconds of work, on however many cores: four times what the slowest of those pictures takes. */
const MOST_WORK = 16;
/** In milliseconds. */
const WATCH = 20;

function secondsOfWork(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

let begin = 0;
setInterval(() => {
  if (process.memoryUsage.rss() > MOST_MEMORY) process.exit(EXITS.memory);
  if (secondsOfWork() - begin > MOST_WORK) process.exit(EXITS.time);
}, WATCH).unref();

process.on("message", ({ bytes, box }: Question) => {
  begin = secondsOfWork();
  void decodePicture(bytes, box).then((answer: Answer) => process.send?.(answer));
});
