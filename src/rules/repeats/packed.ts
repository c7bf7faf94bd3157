const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const BASE = SIGNS.length;
const VALUES = Uint8Array.from({ length: 128 }, (_, unit) => Math.max(SIGNS.indexOf(String.fromCharCode(unit)), 0));

/** Whole numbers from 0 on, in `width` signs of six bits each, as one text: a state of one long text is read far faster than one of many numbers. */
export function pack(numbers: ArrayLike<number>, width: number): string {
  const units = Buffer.allocUnsafe(numbers.length * width);
  for (let at = 0; at < numbers.length; at++) {
    let left = numbers[at] ?? 0;
    for (let place = width - 1; place >= 0; place--) {
      units[at * width + place] = SIGNS.charCodeAt(left % BASE);
      left = Math.floor(left / BASE);
    }
  }
  return units.toString("latin1");
}

/** The numbers that `pack` wrote, in their order. */
export function unpack(text: string, width: number): Float64Array {
  const numbers = new Float64Array(Math.floor(text.length / width));
  let unit = 0;
  for (let at = 0; at < numbers.length; at++) {
    let number = 0;
    for (const end = (at + 1) * width; unit < end; unit++)
      number = number * BASE + (VALUES[text.charCodeAt(unit)] ?? 0);
    numbers[at] = number;
  }
  return numbers;
}
