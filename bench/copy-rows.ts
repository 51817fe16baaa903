import type { Connection } from "pg";

/** What the driver calls while a COPY runs; its types know only the first. */
type CopyCallbacks = {
  submit(connection: Connection): void;
  handleCopyInResponse(connection: CopyConnection): void;
  handleCommandComplete(): void;
  handleReadyForQuery(): void;
  handleError(error: Error): void;
};

type CopyConnection = {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  readonly stream: {
    readonly writableLength: number;
    once(event: "drain", listener: () => void): unknown;
  };
};

type CopyClient = { query(copy: CopyCallbacks): unknown };

/** A running `copy … from stdin`. */
export type Copy = {
  /** A line of the text format; resolves when the server can take more, so that memory stays the same for any number of rows. */
  write(line: string): Promise<void> | undefined;
  end(): Promise<void>;
};

/** More than this in the socket waits until the server has read it. */
const bufferedBytes = 4_000_000;
const chunkLength = 100_000;

/** Opens a COPY, which is the fastest way into a table. Written on the driver's own messages: it has no function for it. */
export async function openCopy(client: CopyClient, sql: string): Promise<Copy> {
  let lines = "";
  const ended = Promise.withResolvers<undefined>();
  const connection = await new Promise<CopyConnection>((resolve, reject) => {
    client.query({
      submit: (opened) => {
        opened.query(sql);
      },
      handleCopyInResponse: resolve,
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => {
        ended.resolve(undefined);
      },
      handleError: (error) => {
        reject(error);
        ended.reject(error);
      },
    });
  });
  const send = (): Promise<void> | undefined => {
    connection.sendCopyFromChunk(Buffer.from(lines));
    lines = "";
    return connection.stream.writableLength > bufferedBytes
      ? Promise.race([
          ended.promise,
          new Promise<void>((resolve) => {
            connection.stream.once("drain", resolve);
          }),
        ])
      : undefined;
  };
  return {
    write: (line) => {
      lines += line;
      return lines.length < chunkLength ? undefined : send();
    },
    end: async () => {
      await send();
      connection.endCopyFrom();
      await ended.promise;
    },
  };
}
