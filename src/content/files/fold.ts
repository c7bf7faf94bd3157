/** A name or path as file systems see it that tell neither capitals nor ways to write an accent apart. */
export function fold(name: string): string {
  return name.normalize("NFC").toUpperCase().toLowerCase();
}
