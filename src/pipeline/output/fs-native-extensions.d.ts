/** The package ships no types; these are the parts in use. */
declare module "fs-native-extensions" {
  /** Takes an exclusive lock on an open file; false while another open file has it. Released when the file is closed. */
  export function tryLock(file: number): boolean;
  /** Exchanges what stands at two paths of one disk, in one step. */
  export function swapSync(from: string, to: string): void;
}
