import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { verifySignature } from "../signature.ts";

export type ReceivedCall = {
  readonly method: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
};

export type Receiver = {
  readonly url: string;
  readonly calls: ReceivedCall[];
  /** Records by idempotency key: a receiver as the README asks for. */
  readonly records: Map<string, unknown>;
  /** Replaces the answer; undefined is the good receiver again. */
  answer: ((call: ReceivedCall, reply: ServerResponse) => void) | undefined;
  /** Makes the record of a call as the good receiver does. */
  take(call: ReceivedCall): void;
  start(): Promise<void>;
  stop(): Promise<void>;
};

export const receiverSecret = "shared-with-the-back-office-of-Schwerin";

/** Certificate and key (PEM), for a back office that is spoken to by TLS. */
export type ReceiverCertificate = {
  readonly cert: Buffer;
  readonly key: Buffer;
};

/** A back office over real HTTP, on a port of its own that it keeps across stop and start. */
export async function startReceiver(
  certificate?: ReceiverCertificate,
): Promise<Receiver> {
  const newServer = (listener?: RequestListener) =>
    certificate
      ? createTlsServer(certificate, listener)
      : createServer(listener);
  let server = newServer();
  let port = 0;
  const receiver: Receiver = {
    get url() {
      return `${certificate ? "https" : "http"}://127.0.0.1:${port}/antraege`;
    },
    calls: [],
    records: new Map(),
    answer: undefined,
    take: ({ headers, body }) => {
      const key = String(headers["idempotency-key"]);
      if (!receiver.records.has(key))
        receiver.records.set(key, JSON.parse(body.toString()) as unknown);
    },
    start: async () => {
      server = newServer(
        (request, reply) => void serve(receiver, request, reply),
      );
      const listening = Promise.withResolvers<undefined>();
      server.listen(port, "127.0.0.1", () => listening.resolve(undefined));
      await listening.promise;
      ({ port } = server.address() as AddressInfo);
    },
    stop: async () => {
      const closed = Promise.withResolvers<undefined>();
      server.close(() => closed.resolve(undefined));
      server.closeAllConnections();
      await closed.promise;
    },
  };
  await receiver.start();
  return receiver;
}

async function serve(
  receiver: Receiver,
  request: IncomingMessage,
  reply: ServerResponse,
): Promise<void> {
  const body = await readAll(request).catch(() => undefined);
  if (!body) return;
  const call = { method: request.method ?? "", headers: request.headers, body };
  receiver.calls.push(call);
  if (receiver.answer) {
    receiver.answer(call, reply);
    return;
  }
  if (!(await isSigned(call))) reply.writeHead(401).end();
  else if (call.method === "HEAD") reply.writeHead(204).end();
  else answerWell(receiver, call, reply);
}

function answerWell(
  receiver: Receiver,
  call: ReceivedCall,
  reply: ServerResponse,
): void {
  const key = String(call.headers["idempotency-key"]);
  const isKnown = receiver.records.has(key);
  receiver.take(call);
  reply.writeHead(isKnown ? 409 : 201, { "Idempotency-Key": key });
  reply.end(JSON.stringify({ receipt: `AZ-${receiver.records.size}` }));
}

function isSigned({ headers, body }: ReceivedCall): Promise<boolean> {
  const timestamp = String(headers["webhook-timestamp"]);
  return verifySignature(
    { secret: receiverSecret, timestamp },
    Readable.from([body]),
    String(headers["webhook-signature"]),
  );
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>)
    chunks.push(chunk);
  return Buffer.concat(chunks);
}
