import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createSecureServer, type Http2SecureServer } from "node:http2";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { visitorOf } from "../../../src/main/testing/visitor.ts";
import { publishedPooler, publishedProxy } from "../rolling/published-files.ts";
import { browserOf } from "./browser.ts";
import { openAuthority, type OwnAuthority } from "./own-authority.ts";

describe("the whole reference set-up", () => {
  let folder: string;
  let authority: OwnAuthority;
  let server: Http2SecureServer;
  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "orh-reference-test-"));
    authority = openAuthority(path.join(folder, "authority"));
    const at = authority.issue({
      folder: path.join(folder, "proxy"),
      name: "portal",
      names: ["DNS:*.portal.example.org"],
      holds: "certificate-and-key",
    });
    const whole = readFileSync(path.join(at, "portal.pem"));
    server = createSecureServer({ cert: whole, key: whole });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  after(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  const visitor = (authorityOf: OwnAuthority) => {
    const { port } = server.address() as AddressInfo;
    return visitorOf(
      {
        port,
        baseUrl: (label) => `https://${label}.portal.example.org:${port}`,
        connect: browserOf({ port, authority: authorityOf.certificate }),
      },
      "schwerin",
    );
  };

  test("is visited by HTTP/2 from an address of one's own, and asked again what it said it has not looked at", async () => {
    const seen: string[] = [];
    server.on("stream", (stream, headers) => {
      const { session } = stream;
      seen.push(
        `${headers[":authority"] ?? ""} ${session?.socket.remoteAddress ?? ""}`,
      );
      // As a proxy that reads its configuration again: not this one, and no further ones on this connection.
      if (seen.length === 1) {
        stream.on("error", () => undefined);
        session?.goaway(0, 0);
        stream.close(7);
        return;
      }
      stream.respond({ ":status": 200, "set-cookie": ["a=b"] });
      stream.end(`you came by ${headers[":method"] ?? ""}`);
    });
    const person = visitor(authority);
    const { status, text } = await person.visit("/", {
      fields: { a: "b" },
      headers: { "x-forwarded-for": "198.18.3.4" },
    });
    assert.equal(status, 200);
    assert.equal(text, "you came by POST");
    assert.equal(person.cookies.get("a"), "b");
    assert.equal(seen.length, 2);
    assert.match(
      seen[1] ?? "",
      /^schwerin\.portal\.example\.org:\d+ 127\.18\.3\.4$/,
    );
  });

  test("is not believed with the certificate of somebody else", async () => {
    const stranger = openAuthority(path.join(folder, "stranger"));
    await assert.rejects(visitor(stranger).visit("/"), /certificate|issuer/);
  });

  test("runs the published files: nothing in them leads to their example addresses any more", () => {
    const input = {
      folder: "/tmp/nowhere",
      ports: { http: 18_080, https: 18_443 },
      webPorts: [18_082, 18_084, 18_086],
    };
    for (const name of ["haproxy", "nginx"] as const) {
      const text = publishedProxy(name, input);
      assert.doesNotMatch(text, /10\.0\.0\.|\/etc\//, name);
      assert.match(text, /18443 ssl.*(?:h2|http2)/, name);
      assert.match(text, /server .*127\.0\.0\.1:18086/, name);
    }
    const pooler = publishedPooler({
      folder: "/tmp/nowhere",
      port: 16_432,
      databasePort: 15_432,
    });
    assert.doesNotMatch(pooler, /^[^;\n]*(?:10\.0\.0\.|\/etc\/)/m);
    assert.match(pooler, /^server_tls_sslmode = verify-full$/m);
    assert.match(pooler, /^auth_type = scram-sha-256$/m);
    assert.match(pooler, /^openrathaus = host=127\.0\.0\.1 port=15432 /m);
  });
});
