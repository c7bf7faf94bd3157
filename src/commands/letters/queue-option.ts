import { Option } from "commander";

/** In a file of its own, since `npm start` asks for it and needs nothing else of letters. */
export function queueOption(): Option {
  return new Option("--queue <dir>", "the folder in which letters wait (.letters of the publication’s folder)");
}
