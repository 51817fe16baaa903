// Started by the drill as a process of its own, and killed: a back office by web hook.
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { z } from "zod";
import { verifySignature } from "../../../src/connectors/webhook/signature.ts";
import { receiverSecret } from "../../../src/connectors/webhook/testing/receiver.ts";
import { exchange, type Reply } from "./faulty-exchange.ts";
import { appendLine, openJournal } from "./journal.ts";
import {
  callsFile,
  markerIn,
  recordsFile,
  settingsOfReceiver,
  storedRecord,
  type StoredRecord,
} from "./receiver-settings.ts";

const settings = settingsOfReceiver();
const { folder, port, ignoresKeys } = settings;
const journal = await openJournal(recordsFile(folder), storedRecord);
/** By idempotency key: resolves when it is on the disk. */
const known = new Map<string, Promise<void>>(
  journal.lines.map(({ key }) => [key, Promise.resolve()]),
);

const envelope = z.object({
  deliveryId: z.string(),
  reference: z.string(),
  answers: z.unknown(),
  uploads: z.array(z.object({ sha256: z.string(), content: z.string() })),
});

createServer((request, reply) => {
  const fault = settings.draw();
  const call = String(request.headers["idempotency-key"]);
  appendLine(callsFile(folder), { atMs: Date.now(), call, fault });
  void exchange({ request, reply }, fault, (body) => take(request, body));
}).listen(port, "127.0.0.1");

/** As the README of the connector asks for: one record for each key, on the disk before the answer. */
async function take(
  { headers }: IncomingMessage,
  body: Buffer,
): Promise<Reply> {
  const isGenuine = await verifySignature(
    {
      secret: receiverSecret,
      timestamp: String(headers["webhook-timestamp"]),
    },
    Readable.from([body]),
    String(headers["webhook-signature"]),
  );
  if (!isGenuine) return plain(401);
  const key = String(headers["idempotency-key"]);
  const before = ignoresKeys ? undefined : known.get(key);
  const stored = before ?? journal.append(recordOf(key, body));
  known.set(key, stored);
  await stored;
  return plain(before ? 409 : 201, { "idempotency-key": key });
}

const plain = (
  status: number,
  headers: Readonly<Record<string, string>> = {},
): Reply => ({ status, contentType: "application/json", body: "{}", headers });

function recordOf(key: string, body: Buffer): StoredRecord {
  const { deliveryId, reference, answers, uploads } = envelope.parse(
    JSON.parse(body.toString("utf8")),
  );
  return {
    key,
    atMs: Date.now(),
    reference,
    marker: markerIn(JSON.stringify(answers)),
    isWhole:
      deliveryId === key &&
      uploads.length > 0 &&
      uploads.every(
        ({ sha256, content }) =>
          createHash("sha256")
            .update(Buffer.from(content, "base64"))
            .digest("hex") === sha256,
      ),
  };
}
