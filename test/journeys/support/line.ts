import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export type Line = {
  readonly port: number;
  /** Ends all connections, and refuses new ones until `mend`. */
  cut(): void;
  mend(): void;
  /** Lets so many bytes a second pass to the portal; undefined: as fast as it goes. */
  throttle(bytesPerSecond: number | undefined): void;
  /** Cuts the line once so many bytes have passed from now on. */
  cutAfter(bytes: number): Promise<void>;
  close(): Promise<void>;
};

/** The network between browser and portal, which can break and be slow. */
export async function openLine(
  portalPort: number,
  port: number,
): Promise<Line> {
  const sockets = new Set<Socket>();
  const state = {
    isCut: false,
    bytesPerSecond: undefined as number | undefined,
    onBytes: undefined as ((bytes: number) => void) | undefined,
  };
  const cut = () => {
    state.isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((browser) => {
    if (state.isCut) {
      browser.destroy();
      return;
    }
    const portal = connect(portalPort, "localhost");
    join(browser, portal, sockets);
    portal.pipe(browser);
    browser.on("data", (chunk: Buffer) => {
      state.onBytes?.(chunk.length);
      portal.write(chunk);
      if (state.bytesPerSecond === undefined) return;
      browser.pause();
      setTimeout(
        () => browser.resume(),
        (chunk.length / state.bytesPerSecond) * 1000,
      );
    });
    browser.on("end", () => portal.end());
  });
  server.listen(port, "localhost");
  await once(server, "listening");
  return {
    port,
    cut,
    mend: () => {
      state.isCut = false;
    },
    throttle: (bytesPerSecond) => {
      state.bytesPerSecond = bytesPerSecond;
    },
    cutAfter: (bytes) =>
      new Promise((resolve) => {
        let left = bytes;
        state.onBytes = (passed) => {
          left -= passed;
          if (left > 0) return;
          state.onBytes = undefined;
          cut();
          resolve();
        };
      }),
    close: async () => {
      cut();
      server.close();
      await once(server, "close");
    },
  };
}

function join(one: Socket, other: Socket, sockets: Set<Socket>): void {
  for (const [socket, opposite] of [
    [one, other],
    [other, one],
  ] as const) {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => {
      sockets.delete(socket);
      opposite.destroy();
    });
  }
}
