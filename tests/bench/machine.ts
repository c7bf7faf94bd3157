import { readFileSync, statfsSync } from "node:fs";
import { availableParallelism, cpus, release, totalmem, type } from "node:os";
import type { Engines } from "./engines.ts";

/** Where figures come from: enough to judge them, nothing that names a machine or its owner. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  /** GiB */
  readonly memory: number;
  readonly kernel: string;
  readonly fileSystem: string;
  /** The programs that took part, with their versions. */
  readonly engines: readonly string[];
}

// The numbers that Linux gives its file systems (statfs(2)).
const FILE_SYSTEMS: Readonly<Record<number, string>> = {
  0xef53: "ext4",
  0x1021994: "tmpfs",
  0x794c7630: "overlay",
  0x9123683e: "btrfs",
  0x58465342: "xfs",
  0x2fc12fc1: "zfs",
  0x6969: "nfs",
};

function processor(): string {
  const named = cpus()[0]?.model.trim() ?? "";
  if (named !== "" && named !== "unknown") return named;
  try {
    return /^(?:model name|Hardware)\s*:\s*(.+)$/m.exec(readFileSync("/proc/cpuinfo", "utf8"))?.[1] ?? "unknown";
  } catch {
    return "unknown";
  }
}

/** Describes the machine that a folder is on. */
export function describeMachine(folder: string, { nodes, hugos }: Engines): Machine {
  const { type: kind } = statfsSync(folder);
  return {
    processor: processor(),
    cores: availableParallelism(),
    memory: Math.round((totalmem() / 1024 ** 3) * 10) / 10,
    kernel: `${type()} ${release()}`,
    fileSystem: FILE_SYSTEMS[kind] ?? `type 0x${kind.toString(16)}`,
    engines: [...nodes, ...hugos].map(({ name }) => name),
  };
}

/** The same in a line. */
export function formatMachine({ processor: model, cores, memory, kernel, fileSystem, engines }: Machine): string {
  return `${model}, ${cores} cores, ${memory} GiB of memory, ${kernel}, ${fileSystem}, ${engines.join(", ")}`;
}
