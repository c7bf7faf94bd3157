import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A road to a server on this computer, on which what the server answers can be held back for a while. */
export interface SlowRoad {
  readonly url: string;
  /** Lets all answers wait until `release` is called. */
  hold(): void;
  release(): void;
  /** How many bytes wait. */
  waiting(): number;
  close(): void;
}

/**
 * Opens a road to a port of this computer. It passes on bytes as they come, so whatever is spoken over it is the server's own;
 * but that the server is asked by its own address, since it answers at no other.
 */
export async function openSlowRoad(port: number): Promise<SlowRoad> {
  const sockets = new Set<Socket>();
  let isHeld = false;
  const closed = new Set<Socket>();
  let held: { readonly to: Socket; readonly bytes: Buffer }[] = [];
  const server = createServer((reader) => {
    const origin = connect(port, "127.0.0.1");
    for (const [own, other] of [
      [reader, origin],
      [origin, reader],
    ] as const) {
      sockets.add(own);
      own.on("error", () => other.destroy());
      own.on("close", () => {
        sockets.delete(own);
        // A server may close what it has answered; the reader must get the answer all the same.
        if (isHeld && held.some(({ to }) => to === other)) closed.add(other);
        else other.destroy();
      });
    }
    const named = (at: number) => `127.0.0.1:${at}`;
    reader.on("data", (bytes: Buffer) => {
      origin.write(bytes.toString("latin1").replaceAll(named(reader.localPort ?? 0), named(port)), "latin1");
    });
    origin.on("data", (bytes: Buffer) => {
      if (isHeld) held.push({ to: reader, bytes });
      else reader.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    hold() {
      isHeld = true;
    },
    release() {
      isHeld = false;
      for (const { to, bytes } of held) to.write(bytes);
      held = [];
      for (const reader of closed) reader.end();
      closed.clear();
    },
    waiting: () => held.reduce((sum, { bytes }) => sum + bytes.length, 0),
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
