/** What makes a deploy stop, in words for whoever runs it. */
export class DeployError extends Error {}

/** What a host is to send with a file, by the name of the header as HTTP spells it. */
export type Headers = Readonly<Record<string, string>>;

/** A file of the built site. */
export interface SiteFile {
  /** From the site's root, with `/` before each part. */
  readonly path: string;
  /** Where it lies on this computer. */
  readonly from: string;
  /** In bytes. */
  readonly size: number;
  /** Of its bytes and, for a store that keeps them, of its headers. */
  readonly digest: string;
  readonly headers: Headers;
}

/** A place from which readers get the site. Each file arrives whole or not at all; what fails is thrown. */
export interface Store {
  /** As whoever deploys wrote it. */
  readonly name: string;
  /** The sizes of all files that are there, by path; -1 for what is no plain file. */
  list(): Promise<Map<string, number>>;
  /** The text of a file; undefined where there is none. */
  read(path: string): Promise<string | undefined>;
  write(path: string, text: string): Promise<void>;
  /** Throws where files cannot be put at these paths without harm; called before the first is. */
  check(paths: readonly string[]): void;
  /** Puts files in their places, in no particular order; all are there when it ends. */
  send(files: readonly SiteFile[]): Promise<void>;
  remove(paths: readonly string[]): Promise<void>;
  /** Puts away what was needed meanwhile. */
  close(): void;
}
