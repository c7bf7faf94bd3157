import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "./command.ts";

const read = (name: string) => readFileSync(join(PROJECT, "tests", "fixtures", "loopback", name), "utf8");

/** Self-signed, for *.feeds.example, valid for a hundred years and worth nothing to anybody. */
export const CERTIFICATE = { key: read("key.pem"), cert: read("certificate.pem") } as const;
