import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { describeFailure } from "../../src/commands/failure.ts";
import { takeInput } from "../../src/pipeline/state/inputs.ts";

const folder = mkdtempSync(join(tmpdir(), "evening-update-machine-"));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const NO_MEMORY = "this computer gives the program too little memory (ulimit -v, or the limit of a container)";

test.each([
  [{ code: "EFBIG" }, "a file would be larger than this account may write (ulimit -f)"],
  [{ code: "EMFILE", path: "/a" }, "too many files are open at once (ulimit -n) (/a)"],
  [{ code: "ENOSPC", path: "/a" }, "the disk is full (/a)"],
  [{ code: "ENOSPC", syscall: "watch" }, "the system lets no more files be watched (fs.inotify.max_user_watches)"],
  [{ code: "ENOMEM" }, "this computer gives the program too little memory"],
  [{ code: "ERR_WORKER_INIT_FAILED", message: "EMFILE" }, NO_MEMORY],
  [{ message: "Array buffer allocation failed" }, NO_MEMORY],
  [{ message: "WebAssembly.Memory(): could not allocate memory" }, NO_MEMORY],
  [
    { message: "Aborted(RangeError: WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory)" },
    NO_MEMORY,
  ],
  [{ originalError: { message: "vips__malloc: out of memory -- size == 4MB" } }, NO_MEMORY],
  [
    { code: "MODULE_NOT_FOUND", message: "Cannot find module '../lightningcss.linux-x64-gnu.node'\nRequire stack:" },
    "a library cannot be loaded, for want of memory or since “npm ci” was not finished (Cannot find module '../lightningcss.linux-x64-gnu.node')",
  ],
])("a mistake of the machine is told as one: %o", (error, told) => {
  expect(describeFailure(Object.assign(new Error("x"), error))).toBe(told);
});

test("a mistake of the program is told as one", () => {
  for (const message of ["Cannot find module './a.mjs'", "x is undefined", "the memory of an elephant"])
    expect(describeFailure(new Error(message))).toContain("This is a mistake of the program");
});

test("a file is measured before it is read", () => {
  mkdirSync(join(folder, "content"));
  for (const [name, size] of [
    ["small.md", 10],
    ["large.png", 33 * 1024 ** 2],
    ["large.mp3", 33 * 1024 ** 2],
    ["huge.mp3", 101 * 1024 ** 2],
    ["huge.md", 5 * 1024 ** 3],
  ] as const) {
    writeFileSync(join(folder, "content", name), "");
    truncateSync(join(folder, "content", name), size);
  }
  const { digests } = takeInput(join(folder, "content"));
  expect(Object.fromEntries(digests)).toMatchObject({
    "/small.md": expect.stringMatching(/^./) as string,
    "/large.png": "",
    "/large.mp3": expect.stringMatching(/^./) as string,
    "/huge.mp3": "",
    "/huge.md": "",
  });
});
