import { hostOf, isWithin } from "./web-address.ts";

const ARCHIVES = ["archive.org", "archive.today", "archive.ph", "archive.is", "perma.cc", "webcitation.org"];

/** Whether an address is an archive's copy: what looks like its query is part of the name of the page that was kept. */
export function isArchiveCopy(address: string): boolean {
  const host = hostOf(address);
  return ARCHIVES.some((archive) => isWithin(host, archive));
}
