import { existsSync, lstatSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readUrl } from "../../content/links/read-url.ts";
import { digestOf } from "../digest.ts";
import { follow, isWithin, overlap, refuseLarge } from "../output/output.ts";
import { homeFolder, PROJECT } from "../project.ts";
import { cacheFolder } from "../state/kept.ts";
import { openAws } from "./aws.ts";
import { openFolder } from "./folder.ts";
import { LOCK } from "./notes.ts";
import { openObjectStore } from "./object-store.ts";
import { openRclone } from "./rclone.ts";
import { findProgram } from "./run-program.ts";
import { DeployError, type Store } from "./store.ts";

/** A place where a site may go. */
export interface Target {
  /** Where a lock file keeps a second deploy of this computer out. */
  readonly lock: string;
  /** Whether its files have headers of their own. */
  readonly keepsHeaders: boolean;
  /** Opens it; `lock` is the open lock file, undefined for who only looks. */
  open(lock?: number): Store;
}

/** What may not be written over, by whole paths. */
export interface Kept {
  /** The folder of the built site. */
  readonly site: string;
  /** The content folders that it was made of. */
  readonly contents: readonly string[];
}

const FORMS = "a folder (/srv/www/paper), s3://BUCKET/PREFIX or rclone:REMOTE:PATH";

/** Why the site may not go to a folder; undefined where it may. */
function refusalOf(folder: string, { site, contents }: Kept): string | undefined {
  const large = refuseLarge(folder);
  if (large !== undefined) return large;
  if (overlap(folder, site)) return "it is the built site, or one holds the other";
  if (contents.some((content) => overlap(folder, content))) return "it is the content folder, or one holds the other";
  for (const own of new Set([homeFolder(), PROJECT])) {
    const what = own === PROJECT ? "this project" : "this publication";
    if (isWithin(folder, own)) return `it lies within ${what}`;
    if (isWithin(own, folder)) return `it holds ${what}`;
  }
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat && !stat.isDirectory() ? "it is a file" : undefined;
}

function readFolder(to: string, path: string, kept: Kept): Target {
  const folder = follow(path);
  const refusal = refusalOf(folder, kept);
  if (refusal !== undefined) throw new DeployError(`the site cannot go to ${to}: ${refusal}`);
  const lock = folder + LOCK;
  if (lstatSync(lock, { throwIfNoEntry: false })?.isSymbolicLink())
    throw new DeployError(`${lock} is a symbolic link; take it away`);
  return {
    lock,
    keepsHeaders: false,
    open: (lock) => openFolder(folder, to, lock !== undefined),
  };
}

/** A bucket and a prefix, which is empty or ends with `/`. */
function readS3(to: string): { bucket: string; prefix: string } {
  const [, bucket, rest = ""] = /^s3:\/\/([A-Za-z0-9][\w.-]+)(?:\/(.*))?$/.exec(to) ?? [];
  const parts = rest.replace(/\/$/, "").split("/");
  const isPlain = rest === "" || parts.every((part) => /^[\w.~@+=-]+$/.test(part) && !/^\.\.?$/.test(part));
  if (bucket === undefined || !isPlain)
    throw new DeployError(`${to} is no place in a store; write it as s3://BUCKET or s3://BUCKET/PREFIX, without “..”`);
  return { bucket, prefix: rest === "" ? "" : `${parts.join("/")}/` };
}

/** What to call rclone's place; it may be a remote of the configuration or one made up on the spot (`:s3:BUCKET`). */
function readRemote(to: string): string {
  const remote = to.slice("rclone:".length);
  const [, path] = /^(?:[\w.+@ -]+|:[\w-]+(?:,[^:]*)?):(.*)$/.exec(remote) ?? [];
  if (path === undefined || remote.startsWith("-") || path.split("/").some((part) => /^\.\.?$/.test(part)))
    throw new DeployError(`${to} is no remote of rclone; write it as rclone:REMOTE:BUCKET/PREFIX, without “..”`);
  return remote.replace(/(?<=[^:])\/$/, "");
}

function requireProgram(names: readonly string[]): { name: string; program: string } {
  for (const name of names) {
    const program = findProgram(name);
    if (program !== undefined) return { name, program };
  }
  const wanted = names.length > 1 ? "neither the AWS command line (aws) nor rclone is" : "rclone is not";
  throw new DeployError(
    `${wanted} installed, by which the site would be sent; install ${names.length > 1 ? "one of them" : "it"}: “apt install rclone”, “brew install rclone”, https://rclone.org/install/`,
  );
}

/** Reads where the site is to go. Throws why it cannot go there, or what to write instead. */
export function readTarget(to: string, kept: Kept): Target {
  const [scheme] = /^[A-Za-z][A-Za-z0-9+.-]+(?=:)/.exec(to) ?? [];
  if (to === "") throw new DeployError(`say where the site is to go: ${FORMS}`);
  if (scheme === undefined) return readFolder(to, to, kept);
  if (scheme === "file") {
    const url = readUrl(to);
    if (url?.host !== "" || !/^file:\/\/\//.test(to))
      throw new DeployError(`${to} is no folder of this computer; write it as file:///srv/www/paper`);
    return readFolder(to, fileURLToPath(url), kept);
  }
  if (scheme !== "s3" && scheme !== "rclone")
    throw new DeployError(`${to} is no place this can send to; name ${FORMS}`);
  const s3 = scheme === "s3" ? readS3(to) : undefined;
  const remote = s3 ? `:s3:${s3.bucket}/${s3.prefix}`.replace(/\/$/, "") : readRemote(to);
  const { name, program } = requireProgram(s3 ? ["aws", "rclone"] : ["rclone"]);
  const scratch = join(cacheFolder(), "deploys", digestOf(remote));
  return {
    lock: join(scratch, "lock"),
    keepsHeaders: true,
    open(lock) {
      // What a killed deploy left; whoever has the lock is alone.
      if (lock !== undefined) clearFolder(scratch, "send-");
      const around = { program, lock };
      const client = s3 && name === "aws" ? openAws(s3.bucket, s3.prefix, around) : openRclone(remote, around);
      return openObjectStore(to, client, scratch);
    },
  };
}

/** Removes what begins so in a folder. */
function clearFolder(folder: string, begin: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (name.startsWith(begin)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Makes the folder in which the lock file stands. */
export function makePlace({ lock }: Target): void {
  mkdirSync(join(lock, ".."), { recursive: true });
}
