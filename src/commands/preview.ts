import { servePreview } from "../pipeline/preview/preview.ts";
import { describeFailure } from "./failure.ts";
import { createCommand } from "./options.ts";
import { formatReport, summarise } from "./report.ts";
import { readStartOptions } from "./start.ts";

/** Run by “npm start” in a process that is replaced whenever code or templates change, of which a message tells it. */
export const preview = createCommand("preview", "serves what “start” was asked for").action(async () => {
  process.on("disconnect", () => process.exit());
  const ending = new AbortController();
  process.on("message", () => {
    ending.abort();
  });
  const { content, port, queue, clock } = readStartOptions();
  let last = "";
  await servePreview({
    content,
    port,
    queue,
    clock,
    ending: ending.signal,
    onReady(address) {
      process.stdout.write(`The preview is at ${address}\n`);
    },
    onProblems(problems) {
      const report = `${formatReport(problems, "text")}${summarise(problems)}\n`;
      if (report !== last) process.stdout.write(report);
      last = report;
    },
    onFailure(error) {
      last = "";
      process.stdout.write(`${describeFailure(error)}\nThe preview is as it was.\n`);
    },
  });
});
