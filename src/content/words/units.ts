const LINE_FEED = 0x0a;

/**
 * Makes a function that gives the UTF-16 units of a text, followed by a line feed, so that who looks at each need not ask whether there is one behind it.
 * They hold until it is asked for the next text's: to write all into the same place takes a tenth of the time.
 */
export function createUnits(): (text: string) => Uint16Array {
  let room = new Uint16Array(1 << 16);
  return (text) => {
    if (room.length <= text.length) room = new Uint16Array(2 * text.length);
    Buffer.from(room.buffer).write(text, "utf16le");
    room[text.length] = LINE_FEED;
    return room.subarray(0, text.length + 1);
  };
}
