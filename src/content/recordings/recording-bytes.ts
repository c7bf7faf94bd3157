/** What the first bytes of a recording tell, without a decoder. */

/** So many of them are looked at: an MPEG-4 file names its brands there, an Ogg file its first codec. */
export const GLANCE = 64;

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", from, to);
}

/** Whether bytes begin a frame of MPEG audio, layer III (ISO/IEC 11172-3, 2.4.2.3): eleven bits are set, and neither version nor layer is a reserved one. */
function isFrame([first = 0, second = 0]: Uint8Array): boolean {
  return first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x18) !== 0x08 && (second & 0x06) === 0x02;
}

/** The brands of an MPEG-4 file (ISO/IEC 14496-12, 4.3), the major one first; none where it is no such file. */
function brandsOf(bytes: Uint8Array): string[] {
  if (ascii(bytes, 4, 8) !== "ftyp") return [];
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  return [ascii(bytes, 8, 12), ...(ascii(bytes, 16, Math.min(length, GLANCE)).match(/.{4}/gs) ?? [])];
}

/** Brands of MPEG-4 files with sound alone, as Apple's programs and ffmpeg write them. */
const SOUND = /^(?:M4A |M4B |mp4[12]|isom|iso\d)$/;

/** The format that the bytes begin with, by its usual ending, or undefined when it is none that sound is commonly saved in. */
export function kindOfSound(bytes: Uint8Array): string | undefined {
  const start = ascii(bytes, 0, 4);
  if (start.startsWith("ID3") || isFrame(bytes)) return "mp3";
  const brands = brandsOf(bytes);
  if (brands.some((brand) => brand === "qt  ")) return "mov";
  if (brands.some((brand) => SOUND.test(brand))) return "m4a";
  if (start === "OggS") return ascii(bytes, 28, 36) === "OpusHead" ? "opus" : "ogg";
  if (start === "RIFF" && ascii(bytes, 8, 12) === "WAVE") return "wav";
  if (start === "fLaC") return "flac";
  if (start === "FORM" && /^AIF[FC]$/.test(ascii(bytes, 8, 12))) return "aiff";
  // ADTS has the same eleven bits as MPEG audio, and layer 0.
  if (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xf6) === 0xf0) return "aac";
  return undefined;
}
