/** An MP3 of silence: MPEG-1 layer III at 32 kbit/s and 44.1 kHz in mono, of which a frame takes 104 bytes and 26 milliseconds. */
export function silence(frames: number): Buffer {
  const frame = Buffer.alloc(104);
  frame.set([0xff, 0xfb, 0x10, 0xc0]);
  return Buffer.concat(Array.from({ length: frames }, () => frame));
}
