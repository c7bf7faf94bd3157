import { createExchange, type Exchange, type Request, type Response } from "./exchange.ts";

export interface FakeRecord {
  readonly $type: string;
  readonly text: string;
  readonly createdAt: string;
  readonly langs: readonly string[];
  readonly facets: readonly {
    readonly index: { readonly byteStart: number; readonly byteEnd: number };
    readonly features: readonly { readonly $type: string; readonly uri: string }[];
  }[];
  readonly embed: {
    readonly $type: string;
    readonly external: { readonly uri: string; readonly title: string; readonly description: string };
  };
}

export interface FakeBluesky extends Exchange {
  posts(): readonly FakeRecord[];
  /** The same with their keys. */
  records(): ReadonlyMap<string, FakeRecord>;
}

const DID = "did:plc:abcdefghijklmnopqrstuvwx";
const JWT = "a.session.token";

/** Bluesky's entry and, at `repository` or in the same place, the server of one account. */
export function createBluesky(handle: string, password: string, repository?: string): FakeBluesky {
  const records = new Map<string, FakeRecord>();
  const invalid = (message: string): Response => ({ status: 400, body: { error: "InvalidRequest", message } });
  const serve = ({ path, headers, body }: Request): Response => {
    const sent = JSON.parse(body) as Record<string, unknown>;
    if (path === "/xrpc/com.atproto.server.createSession") {
      if (sent["identifier"] !== handle || sent["password"] !== password)
        return {
          status: 401,
          body: { error: "AuthenticationRequired", message: `Invalid password ${String(sent["password"])}` },
        };
      const service = [{ id: "#atproto_pds", type: "AtprotoPersonalDataServer", serviceEndpoint: repository }];
      const didDoc = repository === undefined ? {} : { didDoc: { id: DID, service } };
      return { status: 200, body: { did: DID, handle, accessJwt: JWT, refreshJwt: "another", ...didDoc } };
    }
    if (path !== "/xrpc/com.atproto.repo.putRecord") return { status: 404, body: { error: "XRPCNotSupported" } };
    if (headers.authorization !== `Bearer ${JWT}`) return { status: 401, body: { error: "InvalidToken" } };
    const { repo, collection, rkey, record } = sent as Record<string, string> & { readonly record: FakeRecord };
    if (repo !== DID) return invalid("another repository");
    // https://atproto.com/specs/tid
    if (!/^[234567abcdefghij][2-7a-z]{12}$/.test(rkey ?? "")) return invalid("not a TID");
    const graphemes = [...new Intl.Segmenter().segment(record.text)].length;
    if (graphemes > 300 || Buffer.byteLength(record.text) > 3000) return invalid("text is too long");
    records.set(rkey ?? "", record);
    return { status: 200, body: { uri: `at://${DID}/${collection ?? ""}/${rkey ?? ""}`, cid: "bafy" } };
  };
  return {
    ...createExchange(serve, ({ path }) => path.endsWith("putRecord")),
    posts: () => [...records.values()],
    records: () => records,
  };
}
