import assert from "node:assert/strict";
import { createServer, type RequestListener, type Server } from "node:http";
import {
  createServer as createRawServer,
  type AddressInfo,
  type Server as RawServer,
} from "node:net";
import { X509Certificate } from "node:crypto";
import { after, describe, test } from "node:test";
import { createServer as createTlsServer } from "node:tls";
import { makeEcKey } from "../saml/self-signed-key.ts";
import { createHttpClient, type HttpRequest } from "./http-client.ts";

const client = createHttpClient();
const servers: RawServer[] = [];
after(() => {
  client.close();
  for (const server of servers) server.close();
});

async function listen(server: Server | RawServer): Promise<string> {
  servers.push(server);
  const { promise, resolve } = Promise.withResolvers<undefined>();
  server.listen(0, "127.0.0.1", () => resolve(undefined));
  await promise;
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}/`;
}

const serve = (listener: RequestListener) => listen(createServer(listener));

async function kindOf(request: Omit<HttpRequest, "method">): Promise<string> {
  const outcome = await client.request({ method: "GET", ...request });
  return outcome.kind;
}

describe("an answer", () => {
  test("comes back whatever its status, with headers and body", async () => {
    const url = await serve((_, reply) => {
      reply.writeHead(503, { "Retry-After": "7" });
      reply.end("später");
    });
    const outcome = await client.request({ method: "GET", url });
    assert.ok(outcome.kind === "answered");
    assert.equal(outcome.status, 503);
    assert.equal(outcome.headers["retry-after"], "7");
    assert.equal(outcome.body.toString(), "später");
  });

  test("that redirects is not followed", async () => {
    const visited: string[] = [];
    const url = await serve((request, reply) => {
      visited.push(request.url ?? "");
      reply.writeHead(302, { Location: "/elsewhere" });
      reply.end();
    });
    const outcome = await client.request({ method: "GET", url });
    assert.ok(outcome.kind === "answered");
    assert.equal(outcome.status, 302);
    assert.deepEqual(visited, ["/"]);
  });

  test("longer than allowed is cut", async () => {
    const url = await serve((_, reply) => reply.end("x".repeat(5000)));
    assert.equal(await kindOf({ url, maxAnswerBytes: 4999 }), "too-large");
    assert.equal(await kindOf({ url, maxAnswerBytes: 5000 }), "answered");
  });
});

describe("a body", () => {
  test("that is streamed carries its length and arrives whole", async () => {
    const seen: { length: string | undefined; text: string }[] = [];
    const url = await serve((request, reply) => {
      let text = "";
      request.on("data", (chunk: Buffer) => (text += chunk.toString()));
      request.on("end", () => {
        seen.push({ length: request.headers["content-length"], text });
        reply.end();
      });
    });
    const open = async function* () {
      yield Buffer.from("Grüße ");
      await Promise.resolve();
      yield Buffer.from("aus Grabow");
    };
    const body = { sizeBytes: 18, open };
    const outcome = await client.request({ method: "POST", url, body });
    assert.equal(outcome.kind, "answered");
    assert.deepEqual(seen, [{ length: "18", text: "Grüße aus Grabow" }]);
  });

  test("whose source fails ends the call", async () => {
    const url = await serve((request, reply) => {
      request.resume().on("end", () => reply.end());
    });
    // eslint-disable-next-line require-yield -- the source fails before its first chunk
    const open = async function* (): AsyncGenerator<Buffer> {
      await Promise.resolve();
      throw new Error("disk");
    };
    const body = { sizeBytes: 4, open };
    const outcome = await client.request({ method: "POST", url, body });
    assert.equal(outcome.kind, "reset");
  });
});

describe("no answer", () => {
  test("because nobody listens: connect", async () => {
    const server = createServer();
    const url = await listen(server);
    const { promise, resolve } = Promise.withResolvers<undefined>();
    server.close(() => resolve(undefined));
    await promise;
    assert.equal(await kindOf({ url }), "connect");
  });

  test("because the name does not exist: dns", async () => {
    assert.equal(await kindOf({ url: "http://no-such-host.invalid/" }), "dns");
  });

  test("because the connection ends before or within the answer: reset", async () => {
    const before = await listen(
      createRawServer((socket) => {
        socket.on("error", () => undefined);
        socket.once("data", () => socket.resetAndDestroy());
      }),
    );
    assert.equal(await kindOf({ url: before }), "reset");
    const within = await listen(
      createRawServer((socket) => {
        socket.on("error", () => undefined);
        socket.once("data", () => {
          socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
          setTimeout(() => socket.resetAndDestroy(), 20);
        });
      }),
    );
    assert.equal(await kindOf({ url: within }), "reset");
  });

  test("because the other side does not speak TLS: tls", async () => {
    const url = await listen(
      createRawServer((socket) => {
        socket.on("error", () => undefined);
        socket.once("data", () => socket.end("hello, no TLS here\r\n"));
      }),
    );
    assert.equal(await kindOf({ url: url.replace("http:", "https:") }), "tls");
  });

  test("because nobody trusts the other side: tls; who calls is shown to it when it asks", async () => {
    const own = makeEcKey();
    const theirs = makeEcKey();
    const seen = Promise.withResolvers<string | undefined>();
    const server = createTlsServer(
      {
        key: theirs.privateKey.export({ type: "pkcs8", format: "pem" }),
        cert: theirs.certificate,
        requestCert: true,
        // In TLS 1.3 the caller leaves before the server has seen who calls.
        maxVersion: "TLSv1.2",
        rejectUnauthorized: false,
      },
      (socket) => {
        seen.resolve(socket.getPeerX509Certificate()?.fingerprint256);
        socket.on("error", () => undefined);
      },
    );
    const url = (await listen(server)).replace("http:", "https:");
    const key = own.privateKey.export({ type: "pkcs8", format: "pem" });
    const clientIdentity = {
      certificate: own.certificate,
      key: key.toString(),
    };
    assert.equal(await kindOf({ url, clientIdentity }), "tls");
    const { fingerprint256 } = new X509Certificate(own.certificate);
    assert.equal(await seen.promise, fingerprint256);
  });

  test("in time: timeout, also when the answer has begun", async () => {
    const silent = await serve(() => undefined);
    assert.equal(await kindOf({ url: silent, timeoutMs: 60 }), "timeout");
    const slow = await serve((_, reply) => {
      reply.writeHead(200);
      reply.write("and then nothing");
    });
    assert.equal(await kindOf({ url: slow, timeoutMs: 60 }), "timeout");
  });

  test("because the caller gave up: aborted", async () => {
    const url = await serve(() => undefined);
    const signal = AbortSignal.timeout(40);
    assert.equal(await kindOf({ url, signal }), "aborted");
    assert.equal(await kindOf({ url, signal }), "aborted");
  });
});

test("nothing is sent to addresses that are not allowed", async () => {
  let calls = 0;
  const url = await serve((_, reply) => {
    calls += 1;
    reply.end();
  });
  const allowedHosts = ["back-office.example"];
  assert.equal(await kindOf({ url, allowedHosts }), "not-allowed");
  assert.equal(await kindOf({ url: "file:///etc/passwd" }), "not-allowed");
  assert.equal(await kindOf({ url: "no address" }), "not-allowed");
  const withUser = url.replace("127", "user:secret@127");
  assert.equal(await kindOf({ url: withUser }), "not-allowed");
  assert.equal(calls, 0);
});
