/** Why nothing came, as people say it. */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing answers there",
  ECONNRESET: "the connection was cut off",
  UND_ERR_SOCKET: "the connection was cut off",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "the name of the host could not be looked up",
  ENETUNREACH: "there is no way to that host",
  EHOSTUNREACH: "there is no way to that host",
  CERT_HAS_EXPIRED: "its certificate has expired",
};

/** Says why an address gave no answer, by the error of `fetch` or of `node:https`. */
export function describeUnreachable(error: unknown): string {
  const { name, message, code: own, cause } = error as Error & Partial<NodeJS.ErrnoException>;
  if (name === "TimeoutError") return "no whole answer came in time";
  const { code = own ?? "", message: deeper = message } = (cause ?? {}) as Partial<NodeJS.ErrnoException>;
  if (code === "ABORT_ERR" && (cause as Error | undefined)?.name === "TimeoutError")
    return "no whole answer came in time";
  return REASONS[code] ?? deeper;
}
