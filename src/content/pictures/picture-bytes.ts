/** What a picture's first and last bytes tell, without a decoder: a hostile file is known before any library opens it. */

type Kind = "jpeg" | "png" | "webp" | "avif" | "gif" | "svg" | "pdf" | "tiff" | "bmp" | "heic" | "jxl";

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", from, to);
}

function lengthAt(bytes: Uint8Array, at: number, littleEnd: boolean): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at, littleEnd);
}

/** The format that the bytes begin with, or undefined when it is none that a picture is commonly saved in. */
export function kindOf(bytes: Uint8Array): Kind | undefined {
  const start = ascii(bytes, 0, 4);
  if (start.startsWith("\xFF\xD8\xFF")) return "jpeg";
  if (ascii(bytes, 0, 8) === "\x89PNG\r\n\x1A\n") return "png";
  if (start === "RIFF" && ascii(bytes, 8, 12) === "WEBP") return "webp";
  if (ascii(bytes, 4, 8) === "ftyp") {
    const brands = ascii(bytes, 8, Math.min(lengthAt(bytes, 0, false), 256)).match(/.{4}/gs) ?? [];
    if (brands.some((brand) => brand === "avif" || brand === "avis")) return "avif";
    return brands.some((brand) => /^(hei|hev|mif1|msf1)/.test(brand)) ? "heic" : undefined;
  }
  if (start.startsWith("GIF8")) return "gif";
  if (start === "%PDF") return "pdf";
  if (start === "II*\0" || start === "MM\0*") return "tiff";
  if (start.startsWith("BM")) return "bmp";
  if (start.startsWith("\xFF\x0A") || ascii(bytes, 4, 8) === "JXL ") return "jxl";
  return /<svg[\s>]/i.test(ascii(bytes, 0, 1024)) ? "svg" : undefined;
}

const SCAN = 0xda;
const END = 0xd9;

/** Whether a byte behind 0xFF stands within the data of a scan, as a filler, a restart or a part of the data. */
function isWithinScan(mark: number | undefined): boolean {
  return mark === 0 || mark === 0xff || (mark !== undefined && mark >= 0xd0 && mark <= 0xd7);
}

/** How many scans a JPEG's picture has (ITU-T T.81, B.1.1); what a camera wrote behind the picture is not looked at. */
export function countScans(bytes: Uint8Array): number {
  let count = 0;
  let at = 2;
  while (at + 4 <= bytes.length) {
    const [first, mark = END] = bytes.subarray(at, at + 2);
    if (first !== 0xff || mark === END) break;
    at += 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    if (mark !== SCAN) continue;
    count++;
    do at = bytes.indexOf(0xff, at) + 1;
    while (at > 0 && isWithinScan(bytes[at]));
    if (at === 0) break;
    at--;
  }
  return count;
}

/** Whether the file ends before its picture does, as after a broken download. */
export function isCutShort(kind: Kind, bytes: Uint8Array): boolean {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (kind === "jpeg") return all.lastIndexOf("\xFF\xD9", undefined, "latin1") < 0;
  if (kind === "png") return all.lastIndexOf("IEND", undefined, "latin1") < 0;
  if (kind === "webp") return bytes.length < 12 || lengthAt(bytes, 4, true) + 8 > bytes.length;
  if (kind !== "avif") return false;
  // A row of boxes, each with its length in front; 0 means “to the end”, 1 a length too long for any file here.
  let at = 0;
  while (at + 8 <= bytes.length) {
    const length = lengthAt(bytes, at, false);
    if (length === 0) return false;
    if (length < 8) return true;
    at += length;
  }
  return at > bytes.length;
}
