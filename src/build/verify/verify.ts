import type { Site } from "../../content/site.ts";
import type { Output } from "../output.ts";
import { verifyAccount } from "./account.ts";
import { addressesIn } from "./addresses.ts";
import { verifyEmbargo } from "./embargo.ts";
import { verifyLinks } from "./links.ts";
import { verifyPaidLinks } from "./paid-links.ts";
import type { Fault, Verify } from "./promise.ts";
import { textsOf } from "./texts.ts";

const PROMISES: readonly Verify[] = [verifyLinks, verifyPaidLinks, verifyEmbargo, verifyAccount];

/** Looks at every file of a site before it is put in place, whatever template made it, and returns all that is wrong. */
export function verifySite(outputs: readonly Output[], site: Site): Fault[] {
  const files = new Map<string, Output>();
  const faults: Fault[] = [];
  for (const output of outputs) {
    if (files.has(output.path)) faults.push({ path: output.path, message: "two files have this address" });
    files.set(output.path, output);
  }
  const texts = new Map(outputs.map((output) => [output.path, textsOf(output)]));
  const addresses = new Map(
    outputs.map((output) => [output.path, addressesIn(output, texts.get(output.path) ?? [], site.publication)]),
  );
  return [...faults, ...PROMISES.flatMap((verify) => verify({ files, texts, addresses }, site))];
}
