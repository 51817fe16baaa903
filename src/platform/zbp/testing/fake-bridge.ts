import { createVerify, X509Certificate } from "node:crypto";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { jwtVerify } from "jose";
import {
  zbpEnvelopeSchema,
  zbpMessageSchema,
  type ZbpMessage,
} from "../zbp-message.ts";

/**
 * The bridge as it is described: takes an envelope whose signature, token and certificate hold and whose fields are not too long (202, else
 * 422), the same id once, and says later what became of it. It has bad days when told to.
 */
export type FakeBridge = {
  readonly url: string;
  /** What lies in Postfächer there, by id. */
  readonly delivered: Map<string, ZbpMessage>;
  /** Handles that have no Postfach any more. */
  readonly gone: Set<string>;
  /** Answers to the next messages; `lost` takes one and hangs up. */
  readonly faults: (number | "lost")[];
  stop(): Promise<void>;
};

export async function startFakeBridge(): Promise<FakeBridge> {
  const delivered = new Map<string, ZbpMessage>();
  const gone = new Set<string>();
  const faults: FakeBridge["faults"] = [];
  const answer = (response: ServerResponse, status: number, body?: unknown) =>
    response
      .writeHead(status)
      .end(body === undefined ? "" : JSON.stringify(body));
  const server = createServer((request, response) => {
    const id = request.url?.split("/").at(-1) ?? "";
    if (request.method === "GET") {
      const message = delivered.get(id);
      if (!message) answer(response, 404);
      else if (gone.has(message.mailboxUuid))
        answer(response, 200, { state: "rejected", reason: "no-mailbox" });
      else answer(response, 200, { state: "delivered" });
      return;
    }
    void text(request).then(async (body) => {
      const fault = faults.shift();
      if (typeof fault === "number") return answer(response, fault);
      const message = await checked(body).catch(() => undefined);
      if (!message) return answer(response, 422);
      delivered.set(id, message);
      return fault === "lost"
        ? request.socket.destroy()
        : answer(response, 202);
    });
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${String(port)}`,
    delivered,
    gone,
    faults,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** Throws for what the bridge would not take. */
async function checked(body: string): Promise<ZbpMessage> {
  const envelope = zbpEnvelopeSchema.parse(JSON.parse(body));
  const { publicKey } = new X509Certificate(envelope.authorCertificate);
  const isSigned = createVerify("RSA-SHA512")
    .update(envelope.content)
    .verify(publicKey, envelope.sha512sum, "base64");
  if (!isSigned) throw new Error("fake bridge: signature");
  await jwtVerify(envelope.authorToken, publicKey, {
    algorithms: ["RS512"],
    maxTokenAge: "30m",
  });
  return zbpMessageSchema.parse(JSON.parse(envelope.content));
}
