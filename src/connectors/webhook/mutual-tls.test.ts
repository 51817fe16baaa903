import assert from "node:assert/strict";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { TLSSocket } from "node:tls";
import { after, before, describe, test } from "node:test";
import { sampleDelivery } from "../../modules/delivery/testing/sample-delivery.ts";
import { createHttpClient } from "../../platform/http-client/http-client.ts";
import { createWebhookConnector } from "./connector.ts";
import { receiverSecret } from "./testing/receiver.ts";
import {
  makeTlsPeers,
  type Identity,
  type TlsPeers,
} from "./testing/tls-peers.ts";

void describe("a web hook to a receiver that asks who calls (mutual TLS)", () => {
  let peers: TlsPeers;
  let close: () => Promise<void>;
  let url = "";
  const callers: string[] = [];
  before(async () => {
    peers = await makeTlsPeers();
    const server = createServer(
      {
        key: peers.receiver.key,
        cert: peers.receiver.certificate,
        ca: peers.authority,
        requestCert: true,
        rejectUnauthorized: true,
      },
      (request, reply) => {
        assert.ok(request.socket instanceof TLSSocket);
        callers.push(String(request.socket.getPeerCertificate().subject.CN));
        request.resume().on("end", () => reply.writeHead(201).end());
      },
    );
    const listening = Promise.withResolvers<undefined>();
    server.listen(0, "127.0.0.1", () => listening.resolve(undefined));
    await listening.promise;
    const { port } = server.address() as AddressInfo;
    url = `https://127.0.0.1:${String(port)}/antraege`;
    close = async () => {
      server.closeAllConnections();
      const closed = Promise.withResolvers<undefined>();
      server.close(() => closed.resolve(undefined));
      await closed.promise;
    };
  });
  after(() => close());

  const deliver = async (
    identity: Identity | undefined,
    trusted: readonly string[],
  ) => {
    const http = createHttpClient({ extraCertificateAuthorities: trusted });
    const connector = createWebhookConnector({
      http,
      clock: () => new Date(),
      plainHttp: "never",
    });
    const options = connector.parseOptions({
      url,
      secret: receiverSecret,
      ...(identity && {
        clientCertificate: identity.certificate,
        clientKey: identity.key,
      }),
    });
    const { signal } = new AbortController();
    try {
      const [, ...found] = await connector.check(options, signal);
      const outcome = await connector.deliver(
        sampleDelivery(),
        options,
        signal,
      );
      return { outcome, isFine: found.every(({ passed }) => passed) };
    } finally {
      http.close();
    }
  };

  void test("is let in with the portal's certificate", async () => {
    const { outcome, isFine } = await deliver(peers.portal, [peers.authority]);
    assert.deepEqual(outcome, { kind: "delivered", receipt: "http-201" });
    assert.ok(isFine);
    assert.deepEqual(callers, ["portal", "portal"]);
  });

  void test("gets nothing across without one, with a stranger's, or when the receiver is not trusted", async () => {
    callers.length = 0;
    for (const [identity, trusted] of [
      [undefined, [peers.authority]],
      [peers.stranger, [peers.authority]],
      [peers.portal, []],
    ] as const) {
      const { outcome, isFine } = await deliver(identity, trusted);
      assert.ok(outcome.kind === "unavailable", outcome.kind);
      assert.ok(!isFine);
    }
    assert.deepEqual(callers, []);
  });
});
