import { rootOf } from "../pipeline/print/made-for.ts";
import { HEAP_TOO_SMALL, heapLimit } from "../pipeline/heap.ts";
import { describeError } from "../pipeline/describe-error.ts";

/** What the operating system's refusals mean for the person who runs a command. */
const REFUSALS: Record<string, string> = {
  EACCES: "this account may not write there",
  EPERM: "this account may not write there",
  EROFS: "that disk can only be read",
  ENOSPC: "the disk is full",
  EDQUOT: "this account's share of the disk is used up",
  EFBIG: "a file would be larger than this account may write (ulimit -f)",
  ENOMEM: "this computer gives the program too little memory",
  EAGAIN: "this computer gives the program no more processes or memory",
  EBUSY: "another program or the system holds it",
  ENAMETOOLONG: "the path is too long",
  EMFILE: "too many files are open at once (ulimit -n)",
  ENFILE: "too many files are open at once",
  ENOENT: "it is missing, or its folder cannot be made",
  ENOTDIR: "a part of the path is a file",
  EIO: "the disk does not answer as it should",
};

/** How engines and libraries say that they got no memory, each in words of its own. */
const NO_MEMORY =
  /out of memory|(?:cannot|could not|unable to|failed to) (?:allocate|reserve|map)|allocation failed|^ERR_(?:WORKER_INIT_FAILED|MEMORY_ALLOCATION_FAILED)$/i;
const NO_HEAP = new Set([HEAP_TOO_SMALL, "ERR_WORKER_OUT_OF_MEMORY"]);
const NO_LIBRARY = /^ERR_DLOPEN_FAILED$|cannot find module '[^']*\.node'/i;

/** What to do when the heap, of so many megabytes, is too small. */
function describeHeap(limit: number): string {
  const more = Math.ceil(limit / 1024) * 2048;
  return `Node lets the program use ${limit} MB, which is too little for this publication: set NODE_OPTIONS=--max-old-space-size=${more} and run it again`;
}

/** A sentence for a refusal of the operating system or of the memory; undefined when the error is none. */
export function describeRefusal(error: unknown): string | undefined {
  const { code = "", path, syscall, message = "" } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  if (syscall === "watch" && code === "ENOSPC")
    return "the system lets no more files be watched (fs.inotify.max_user_watches)";
  const why = Object.hasOwn(REFUSALS, code) ? REFUSALS[code] : undefined;
  if (why !== undefined) return path === undefined ? why : `${why} (${path})`;
  if (NO_HEAP.has(code)) return describeHeap(heapLimit());
  if (NO_MEMORY.test(code) || NO_MEMORY.test(message))
    return "this computer gives the program too little memory (ulimit -v, or the limit of a container)";
  if (NO_LIBRARY.test(code) || NO_LIBRARY.test(message))
    return `a library cannot be loaded, for want of memory or since “npm ci” was not finished (${message.split("\n", 1)[0] ?? ""})`;
  return undefined;
}

/** What to print of an error that no command expected: what the machine refused, or where this program is at fault. */
export function describeFailure(error: unknown): string {
  const cause = rootOf(error);
  const refused = describeRefusal(cause);
  if (refused !== undefined) return refused;
  const told = describeError(cause);
  if (process.env["TRACE"] !== undefined) return told;
  return `${told}\nThis is a mistake of the program and not of your content. With TRACE=1 before the command it says where.`;
}
