/** A value of front matter: texts are put in quotes, so that no sign in one means anything. */
type Value = string | boolean | undefined | Code | readonly string[] | readonly Readonly<Record<string, string>>[];

/** An id, a slug or a time, which needs no quotes. */
export interface Code {
  readonly code: string | readonly string[];
}

export function code(value: string | readonly string[] | undefined): Code | undefined {
  return value === undefined ? undefined : { code: value };
}

function quote(text: string): string {
  return JSON.stringify(text);
}

/** What YAML would take for something else than text without quotes. */
const NOT_TEXT = /^(?:true|false|null|[\d.][\w.+-]*)$/;

function plain(value: string): string {
  return NOT_TEXT.test(value) && !/^\d{4}-\d\d-\d\dT/.test(value) ? quote(value) : value;
}

function write(value: Exclude<Value, undefined>): string {
  if (typeof value === "string") return ` ${quote(value)}`;
  if (typeof value === "boolean") return ` ${String(value)}`;
  if ("code" in value)
    return ` ${typeof value.code === "string" ? plain(value.code) : `[${value.code.map(plain).join(", ")}]`}`;
  if (value.every((item) => typeof item === "string")) return ` [${value.map(quote).join(", ")}]`;
  return value
    .map((item) =>
      Object.entries(item)
        .map(
          ([key, text], index) =>
            `\n  ${index === 0 ? "-" : " "} ${key}: ${key === "publisher" ? plain(text) : quote(text)}`,
        )
        .join(""),
    )
    .join("");
}

/** A Markdown file: its keys, without those that have no value, and its body. */
export function writeFile(keys: Readonly<Record<string, Value>>, body: string): string {
  const lines = Object.entries(keys).flatMap(([key, value]) => {
    const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
    return isEmpty ? [] : [`${key}:${write(value)}`];
  });
  return `---\n${lines.join("\n")}\n---\n${body}`;
}
