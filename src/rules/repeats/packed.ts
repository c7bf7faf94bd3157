const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const CODES = Buffer.from(SIGNS, "latin1");
const VALUES = Uint8Array.from({ length: 128 }, (_, unit) => Math.max(SIGNS.indexOf(String.fromCharCode(unit)), 0));

/** So many signs, of six bits each, are whole numbers as the processor has them; what lies above them is divided off. */
const LOW = 5;
const HIGH = 2 ** (6 * LOW);

/** Whole numbers from 0 on, in `width` signs of six bits each, as one text: a state of one long text is read far faster than one of many numbers. */
export function pack(numbers: ArrayLike<number>, width: number): string {
  const units = Buffer.allocUnsafe(numbers.length * width);
  let end = 0;
  for (let at = 0; at < numbers.length; at++) {
    end += width;
    const number = numbers[at] as number;
    const above = Math.floor(number / HIGH);
    let left = number - above * HIGH;
    for (let place = 1; place <= width; place++) {
      if (place === LOW + 1) left = above;
      units[end - place] = CODES[left & 63] as number;
      left >>>= 6;
    }
  }
  return units.toString("latin1");
}

/** The numbers that `pack` wrote, in their order. */
export function unpack(text: string, width: number): Float64Array {
  const numbers = new Float64Array(Math.floor(text.length / width));
  const units = Buffer.from(text, "latin1");
  let unit = 0;
  for (let at = 0; at < numbers.length; at++) {
    const low = Math.max(unit + width - LOW, unit);
    let above = 0;
    for (; unit < low; unit++) above = (above << 6) | (VALUES[units[unit] as number] as number);
    let number = 0;
    for (const end = (at + 1) * width; unit < end; unit++)
      number = (number << 6) | (VALUES[units[unit] as number] as number);
    numbers[at] = above * HIGH + number;
  }
  return numbers;
}
