import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import { createHttpClient } from "../http-client/http-client.ts";
import { sha256 } from "../values/sha256.ts";
import {
  hasOpenssl,
  startOpensslAuthority,
  type OpensslAuthority,
} from "./testing/openssl-authority.ts";
import {
  httpTimeStampAuthority,
  readResponse,
} from "./time-stamp-authority.ts";

const hash = sha256(Buffer.from("the seal of a day"));
const http = createHttpClient();
const { signal } = new AbortController();
const skip = (await hasOpenssl()) ? false : "openssl is not on the PATH";

describe("time-stamp authority", { skip }, () => {
  let authority: OpensslAuthority;
  before(async () => {
    authority = await startOpensslAuthority();
  });
  after(async () => {
    await authority.close();
    http.close();
  });

  const stampOf = async (url = authority.url) => {
    const stamp = await httpTimeStampAuthority(url, http).stamp(hash, signal);
    assert.ok(stamp.ok, JSON.stringify(stamp));
    return stamp.value;
  };

  test("OpenSSL's stamp is taken, and OpenSSL confirms what was kept", async () => {
    const { at, response } = await stampOf();
    assert.ok(Math.abs(at.getTime() - Date.now()) < 60_000);
    assert.match(await authority.verify(hash, response), /Verification: OK/);
    const other = sha256(Buffer.from("another day"));
    await assert.rejects(authority.verify(other, response));
  });

  test("a stamp for another hash, another request or cut off is refused", async () => {
    const { response } = await stampOf();
    const nonce = Buffer.alloc(8, 0x41);
    for (const [bytes, asked] of [
      [response, hash],
      [response, sha256(Buffer.from("another day"))],
      [response.subarray(0, -20), hash],
      [Buffer.from("<html>not found</html>"), hash],
      [Buffer.alloc(0), hash],
    ] as const) {
      const read = readResponse(bytes, { hash: asked, nonce });
      assert.equal(!read.ok && read.refusal.kind, "wrong-answer");
    }
  });
});

test("a refusing, a broken and an absent authority are told apart", async () => {
  // TimeStampResp with status 2 (rejection) and nothing else
  const rejection = Buffer.from("30053003020102", "hex");
  const replies: Record<string, readonly [number, Buffer]> = {
    "/rejects": [200, rejection],
    "/broken": [503, Buffer.from("down")],
  };
  const server = createServer((request, response) => {
    const [status, body] = replies[request.url ?? ""] ?? [404, Buffer.alloc(0)];
    request.resume();
    response.writeHead(status).end(body);
  });
  await new Promise<void>((listening) =>
    server.listen(0, "127.0.0.1", listening),
  );
  const { port } = server.address() as AddressInfo;
  const ask = async (path: string) => {
    const url = `http://127.0.0.1:${String(port)}${path}`;
    const result = await httpTimeStampAuthority(url, http).stamp(hash, signal);
    return result.ok ? result.value : result.refusal;
  };
  assert.deepEqual(await ask("/rejects"), {
    kind: "refused",
    reason: "status 2",
  });
  assert.deepEqual(await ask("/broken"), {
    kind: "unreachable",
    reason: "status 503",
  });
  await new Promise((closed) => server.close(closed));
  const absent = await ask("/");
  assert.equal("kind" in absent && absent.kind, "unreachable");
  http.close();
});
