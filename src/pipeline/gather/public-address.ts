import { lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/**
 * Whether an IP address is one of the public Internet: not of this computer, a home or company network, a cloud's metadata service or
 * any other special range (IANA's registries of special-purpose addresses), nor one of these written as IPv6.
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
}

/** The code of the error of a look-up that finds no address that may be asked. */
export const REFUSED_ADDRESS = "EREFUSEDADDRESS";

/**
 * A look-up that gives only allowed addresses of a host. The connection is made to just these, so that a name which answers
 * differently the next time (DNS rebinding) leads nowhere else.
 */
export function lookUpAllowed(isAllowed: (address: string) => boolean, resolve = lookup): LookupFunction {
  return (host, options, callback) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) {
        callback(error, []);
        return;
      }
      const allowed = addresses.filter(({ address }) => isAllowed(address));
      const [first] = allowed;
      if (!first) {
        const message = `“${host}” is no host of the public Internet`;
        callback(Object.assign(new Error(message), { code: REFUSED_ADDRESS }), []);
      } else if (options.all === true) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}
