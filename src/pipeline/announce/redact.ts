/** By its name, whether a variable of the environment may hold a secret. */
const SECRET = /token|secret|passw|passphrase|credential|auth|private|smtp|dkim|(?:^|_)(?:key|pass|pw|pat)(?:$|_)/i;

/** In characters: what is shorter is no secret, and would be found in every other word. */
const LEAST = 6;

/** The parts of a value each of which is a secret: its lines, and of an address the name and the password in it. */
function partsOf(value: string): string[] {
  const lines = value.split(/\s*\n\s*/);
  const [, user = "", password = ""] = /^[a-z][\w+.-]*:\/\/([^:@/]*)(?::([^@/]*))?@/i.exec(value) ?? [];
  return [value, ...lines, user, password].map((part) => part.trim());
}

/** As others may have written it: for addresses, for JSON and in base64. */
function formsOf(part: string): string[] {
  let plain = part;
  try {
    plain = decodeURIComponent(part);
  } catch {
    // A sign of percent that begins nothing stands for itself.
  }
  return [part, plain].flatMap((own) => {
    const base64 = Buffer.from(own).toString("base64");
    return [own, encodeURIComponent(own), JSON.stringify(own).slice(1, -1), base64, base64.replace(/=+$/, "")];
  });
}

/** A password in an address, as the remote of a repository may have it. */
const IN_ADDRESS = /(:\/\/[^\s/@:]*:)[^\s/@]+(?=@)/g;

/**
 * Makes the function that takes out of a text whatever in the environment is a secret by the name of its variable, and puts that name there, and
 * passwords in addresses. Channels keep
 * secrets out of what they say; this is for what a host or a library says back.
 */
export function createRedactor(environment: Readonly<Record<string, string | undefined>>): (text: string) => string {
  const known = Object.entries(environment).flatMap(([name, value = ""]) =>
    SECRET.test(name)
      ? partsOf(value)
          .filter((part) => part.length >= LEAST)
          .flatMap(formsOf)
          .map((form) => [form, `[${name}]`] as const)
      : [],
  );
  // The longest first: of a secret within another no rest may stay.
  known.sort(([a], [b]) => b.length - a.length);
  return (text) =>
    known.reduce((rest, [form, name]) => rest.replaceAll(form, name), text).replace(IN_ADDRESS, "$1[password]");
}
