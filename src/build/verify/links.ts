import { decodePart } from "../../content/web-address.ts";
import { fileAt } from "../output.ts";
import type { Fault, Verify } from "./promise.ts";

/** Every address of this site that a file promises is there, and so is the part of the page that it names. */
export const verifyLinks: Verify = ({ files, addresses }) => {
  const isThere = (from: string, address: string): boolean => {
    const [path = "", fragment = ""] = address.split("#", 2);
    const target = files.get(path === "" ? from : fileAt(path)) ?? files.get(fileAt(decodePart(path)));
    if (!target || fragment === "" || typeof target.content !== "string") return target !== undefined;
    return target.content.includes(` id="${decodePart(fragment)}"`);
  };
  return [...addresses].flatMap(([from, { promised }]): Fault[] =>
    [...promised]
      .filter((address) => !isThere(from, address))
      .map((address) => ({ path: from, message: `nothing stands at ${address}, to which it links` })),
  );
};
