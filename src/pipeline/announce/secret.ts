/** What the environment holds under a name, without blanks around it, which lines of files leave; the empty text where it holds nothing. */
export function readSetting(environment: Readonly<Record<string, string | undefined>>, name: string): string {
  return (environment[name] ?? "").trim();
}

/** The same where it is to stand in a header; the empty text where no header can hold it (RFC 9110, 5.5). */
export function readToken(environment: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = readSetting(environment, name);
  return /^[\x21-\x7e]*$/.test(value) ? value : "";
}
