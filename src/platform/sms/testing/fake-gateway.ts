import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { z } from "zod";

/**
 * A gateway as real ones behave: JSON by POST with a token, 202 for what it takes, the same answer for an idempotency key it knows, 401 without
 * the token, 400 for a number it cannot reach, and, when told to, the faults of a bad day (429, 500, or no answer at all).
 */
export type FakeGateway = {
  readonly url: string;
  readonly token: string;
  /** What went out to telephones, each once. */
  readonly sent: { readonly recipient: string; readonly message: string }[];
  /** Answers to the next requests; `hang` answers never, `lost` takes the message and hangs up. */
  readonly faults: (number | "hang" | "lost")[];
  stop(): Promise<void>;
};

const bodySchema = z.object({ recipient: z.string(), message: z.string() });

export async function startFakeGateway(): Promise<FakeGateway> {
  const token = "fake-token";
  const sent: FakeGateway["sent"] = [];
  const faults: FakeGateway["faults"] = [];
  const known = new Set<string>();
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const fault = faults.shift();
      if (fault === "hang") return;
      if (typeof fault === "number") {
        response.writeHead(fault).end();
        return;
      }
      if (request.headers.authorization !== `Bearer ${token}`) {
        response.writeHead(401).end();
        return;
      }
      const sms = bodySchema.parse(JSON.parse(body));
      if (!sms.recipient.startsWith("+49")) {
        response.writeHead(400).end();
        return;
      }
      const key = String(request.headers["idempotency-key"]);
      if (!known.has(key)) sent.push(sms);
      known.add(key);
      if (fault === "lost") request.socket.destroy();
      else response.writeHead(202).end("{}");
    });
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${String(port)}/v1/messages`,
    token,
    sent,
    faults,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
