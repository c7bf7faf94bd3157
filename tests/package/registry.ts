import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A version of a package as a registry has it. */
export interface Published {
  /** Its package.json. */
  readonly manifest: { readonly name: string; readonly version: string };
  /** Its tarball. */
  readonly packed: Buffer;
}

export interface Registry {
  readonly url: string;
  publish(version: Published): void;
  close(): Promise<void>;
}

function digest(algorithm: string, bytes: Buffer, encoding: "hex" | "base64"): string {
  return createHash(algorithm).update(bytes).digest(encoding);
}

/** A registry on this computer that has some packages of its own, and leads on to another for all else. */
export async function openRegistry(elsewhere: string): Promise<Registry> {
  const published: Published[] = [];
  const server = createServer(({ url = "/", headers }, response) => {
    const here = `http://${headers.host ?? ""}`;
    const place = ({ manifest: { name, version } }: Published) => `/-/own/${name}-${version}.tgz`;
    const file = published.find((each) => place(each) === url);
    if (file) {
      response.end(file.packed);
      return;
    }
    const versions = published.filter(({ manifest }) => url === `/${manifest.name}`);
    const latest = versions.at(-1)?.manifest;
    if (!latest) {
      response.writeHead(302, { location: new URL(url.slice(1), elsewhere).href }).end();
      return;
    }
    const described = versions.map((each) => [
      each.manifest.version,
      {
        ...each.manifest,
        dist: {
          tarball: here + place(each),
          shasum: digest("sha1", each.packed, "hex"),
          integrity: `sha512-${digest("sha512", each.packed, "base64")}`,
        },
      },
    ]);
    response.setHeader("content-type", "application/json");
    response.end(
      JSON.stringify({
        name: latest.name,
        "dist-tags": { latest: latest.version },
        versions: Object.fromEntries(described) as object,
      }),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    publish: (version) => void published.push(version),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
