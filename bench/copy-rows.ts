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
  sendCopyFail(message: string): void;
  readonly stream: {
    readonly writableLength: number;
    once(event: "drain", listener: () => void): unknown;
  };
};

type CopyClient = { query(copy: CopyCallbacks): unknown };

/** More than this in the socket waits until the server has read it: memory stays the same for any number of rows. */
const bufferedBytes = 4_000_000;

/**
 * Sends rows to `copy … from stdin` (text format, a line each), which is the fastest way into a table. Written on the driver's own messages: it has
 * no function for it.
 */
export function copyRows(
  client: CopyClient,
  sql: string,
  chunks: Iterable<string>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query({
      submit: (connection) => {
        connection.query(sql);
      },
      handleCopyInResponse: (connection) => {
        sendAll(connection, chunks).catch((error: unknown) => {
          connection.sendCopyFail(String(error));
        });
      },
      handleCommandComplete: () => undefined,
      handleReadyForQuery: resolve,
      handleError: reject,
    });
  });
}

async function sendAll(
  connection: CopyConnection,
  chunks: Iterable<string>,
): Promise<void> {
  for (const chunk of chunks) {
    connection.sendCopyFromChunk(Buffer.from(chunk));
    if (connection.stream.writableLength > bufferedBytes)
      await new Promise<void>((resolve) => {
        connection.stream.once("drain", resolve);
      });
  }
  connection.endCopyFrom();
}
