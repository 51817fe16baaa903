import { PassThrough, type Readable } from "node:stream";

/** Tells the browser of something; nothing happens when it has gone. */
export type SendEvent = (name: string, data: string) => void;

/** Begins to send and returns how to end it. */
export type OpenEvents = (send: SendEvent) => () => void;

/**
 * Connections on which pages are told what is new (server-sent events). Bounded for the process and in time: after a while the browser comes
 * again by itself and is asked again who it is.
 */
export type EventStreams = {
  /** Undefined when too many are open: the page works without. */
  open(begin: OpenEvents): Readable | undefined;
  /** Ends all of them; for when the server closes. */
  closeAll(): void;
};

export function createEventStreams({
  atMost,
  lifetimeMs,
  heartbeatMs,
}: {
  readonly atMost: number;
  readonly lifetimeMs: number;
  /** Proxies cut silent connections. */
  readonly heartbeatMs: number;
}): EventStreams {
  const open = new Set<PassThrough>();
  return {
    open: (begin) => {
      if (open.size >= atMost) return undefined;
      const stream = new PassThrough();
      open.add(stream);
      const write = (text: string) => {
        if (stream.writable) stream.write(text);
      };
      write("retry: 15000\n\n");
      const end = begin((name, data) => {
        write(`event: ${name}\ndata: ${data}\n\n`);
      });
      const heartbeat = setInterval(() => {
        write(": \n\n");
      }, heartbeatMs);
      const lifetime = setTimeout(() => stream.end(), lifetimeMs);
      stream.once("close", () => {
        clearInterval(heartbeat);
        clearTimeout(lifetime);
        open.delete(stream);
        end();
      });
      return stream;
    },
    closeAll: () => {
      for (const stream of open) stream.destroy();
    },
  };
}
