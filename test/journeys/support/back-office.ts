import { createServer, type IncomingMessage, type Server } from "node:http";
import { buffer } from "node:stream/consumers";
import { z } from "zod";
import { verifySignature } from "../../../src/connectors/webhook/signature.ts";

const envelope = z.looseObject({
  deliveryId: z.string(),
  reference: z.string(),
});

export type BackOfficeRecord = z.infer<typeof envelope>;

export type BackOffice = {
  readonly url: string;
  readonly secret: string;
  /** One record for each idempotency key, as a receiver keeps them. */
  readonly records: ReadonlyMap<string, BackOfficeRecord>;
  start(): Promise<void>;
  stop(): Promise<void>;
};

/** A real HTTP receiver that checks the signature; does not listen until `start`. */
export function createBackOffice(port: number): BackOffice {
  const secret = "the-secret-both-sides-of-the-journey-know";
  const records = new Map<string, BackOfficeRecord>();
  const server = createServer((request, response) => {
    receive(request, { secret, records }).then(
      (status) => response.writeHead(status).end(),
      () => response.writeHead(500).end(),
    );
  });
  return {
    url: `http://localhost:${String(port)}/antraege`,
    secret,
    records,
    start: () =>
      new Promise((resolve) => server.listen(port, "localhost", resolve)),
    stop: () => close(server),
  };
}

type Store = {
  readonly secret: string;
  readonly records: Map<string, BackOfficeRecord>;
};

async function receive(
  request: IncomingMessage,
  { secret, records }: Store,
): Promise<number> {
  const body = await buffer(request);
  const timestamp = String(request.headers["webhook-timestamp"]);
  const signature = String(request.headers["webhook-signature"]);
  if (!(await verifySignature({ secret, timestamp }, once(body), signature)))
    return 401;
  const key = String(request.headers["idempotency-key"]);
  if (records.has(key)) return 409;
  records.set(key, envelope.parse(JSON.parse(body.toString("utf8"))));
  return 201;
}

async function* once(body: Buffer): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(body);
}

function close(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => {
      resolve();
    });
  });
}
