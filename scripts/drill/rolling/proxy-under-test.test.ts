import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { connect as connectHttp2 } from "node:http2";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { connect, type ConnectionOptions } from "node:tls";
import {
  pageOfDatabase,
  startProxyUnderTest,
  type ProxyUnderTest,
} from "./proxy-under-test.ts";
import { proxyNames } from "./published-files.ts";

const host = "Host: schwerin.portal.example.org";
const hidden = `GET /hidden HTTP/1.1\r\n${host}\r\n\r\n`;
const head = (...lines: readonly string[]) =>
  ["POST /own HTTP/1.1", host, ...lines].join("\r\n") + "\r\n\r\n";
const chunked = (text: string) =>
  `${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`;

/** Two readers in a row that understand each of them differently see another request in its body. @see RFC 9112 section 11.2 */
const smuggled: Readonly<Record<string, string>> = {
  "a length and chunks": `${head("Content-Length: 6", "Transfer-Encoding: chunked")}0\r\n\r\n${hidden}`,
  "chunks and a length": `${head("Transfer-Encoding: chunked", `Content-Length: ${String(chunked(hidden).length)}`)}0\r\n\r\n${hidden}`,
  "two lengths": `${head("Content-Length: 0", `Content-Length: ${String(hidden.length)}`)}${hidden}`,
  "two lengths in one": `${head(`Content-Length: 0, ${String(hidden.length)}`)}${hidden}`,
  "a length with a sign": `${head("Content-Length: +0")}${hidden}`,
  "a length in hex": `${head("Content-Length: 0x0")}${hidden}`,
  "a name with a blank behind it": `${head("Content-Length : 0", "Transfer-Encoding : chunked")}${hidden}`,
  "a coding that is none": `${head("Transfer-Encoding: xchunked", "Content-Length: 0")}${hidden}`,
  "a coding twice": `${head("Transfer-Encoding: chunked", "Transfer-Encoding: identity", "Content-Length: 0")}${hidden}`,
  "a coding behind a tab": `${head("Transfer-Encoding:\tchunked", "Content-Length: 5")}0\r\n\r\n${hidden}`,
  "a coding in the next line": `${head("Transfer-Encoding:", " chunked", "Content-Length: 0")}${hidden}`,
  "a coding with a vertical tab": `${head("Transfer-Encoding: \u000bchunked", "Content-Length: 0")}${hidden}`,
  "a chunk that ends with a line feed": `${head("Transfer-Encoding: chunked")}0\n\n${hidden}`,
  "a chunk with an extension over a line": `${head("Transfer-Encoding: chunked")}5;a\nhallo\r\n0\r\n\r\n${hidden}`,
  "a chunk whose size is too long": `${head("Transfer-Encoding: chunked")}100000000000000000\r\n${hidden}`,
  "a trailer": `${head("Transfer-Encoding: chunked")}0\r\nContent-Length: 40\r\n\r\n`,
  "a header that ends with a line feed": `POST /own HTTP/1.1\r\n${host}\r\nX: a\nContent-Length: 0\nTransfer-Encoding: chunked\r\n\r\n${hidden}`,
  "a body of a GET": `GET /own HTTP/1.1\r\n${host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
};

/** Each request that the proxy knows of has its mark. One behind the other on a connection is no smuggling: then both have it. */
const unforwarded = ({ seen }: ProxyUnderTest) =>
  seen.filter(({ headers }) => headers["x-forwarded-proto"] !== "https");

/** The version that both sides agreed on; undefined: on none. */
function shakeHands(options: ConnectionOptions): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const socket = connect({
    host: "127.0.0.1",
    rejectUnauthorized: false,
    ...options,
  });
  socket.once("secureConnect", () => {
    resolve(socket.getProtocol() ?? undefined);
    socket.destroy();
  });
  socket.once("error", () => {
    resolve(undefined);
  });
  return promise;
}

for (const name of proxyNames)
  describe(
    `the file for ${name}`,
    {
      skip:
        spawnSync("which", [name]).status === 0
          ? false
          : `${name} is not on PATH`,
    },
    () => {
      let proxy: ProxyUnderTest;
      before(async () => {
        proxy = await startProxyUnderTest(name);
      });
      after(() => proxy.close());
      const askOpenly = (path: string, method = "GET") =>
        fetch(`http://127.0.0.1:${String(proxy.httpPort)}${path}`, {
          method,
          redirect: "manual",
        });

      test("leads people from http to https, and refuses programs and forms there", async () => {
        proxy.seen.length = 0;
        const page = await askOpenly("/leistungen?q=hund");
        assert.equal(page.status, 308);
        assert.match(
          page.headers.get("location") ?? "",
          /^https:\/\/.*\/leistungen\?q=hund$/,
        );
        for (const [path, method] of [
          ["/api/v1/submissions", "GET"],
          ["/api/v1/token", "POST"],
          ["/arbeitsplatz/anmelden", "POST"],
        ] as const) {
          const refused = await askOpenly(path, method);
          assert.equal(refused.status, 403, path);
          assert.equal(refused.headers.get("location"), null, path);
        }
        assert.deepEqual(proxy.seen, []);
      });

      test("lets nobody hide a request in another one", async () => {
        proxy.seen.length = 0;
        for (const [what, bytes] of Object.entries(smuggled)) {
          // What is hidden would be the next one's answer.
          const own = `/next-${String(proxy.seen.length)}`;
          await proxy.sendRaw(bytes, 150);
          const next = await proxy.sendRaw(
            `GET ${own} HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`,
          );
          assert.ok(next.includes(`you asked GET ${own}`), `${what}: ${next}`);
          assert.deepEqual(unforwarded(proxy), [], what);
        }
      });

      test("lets nobody hide a request in a body over HTTP/2", async () => {
        proxy.seen.length = 0;
        const session = connectHttp2(
          `https://127.0.0.1:${String(proxy.httpsPort)}`,
          {
            rejectUnauthorized: false,
          },
        );
        session.on("error", () => undefined);
        const stream = session.request({
          ":method": "POST",
          ":path": "/own",
          ":authority": "schwerin.portal.example.org",
          "content-length": "0",
        });
        stream.on("error", () => undefined);
        stream.end(hidden);
        await Promise.race([
          new Promise((resolve) => stream.once("close", resolve)),
          // nginx waits for a body that it takes to be none.
          sleep(1_000),
        ]);
        session.destroy();
        await proxy.sendRaw(
          `GET /next HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`,
        );
        assert.deepEqual(unforwarded(proxy), []);
      });

      test("speaks TLS 1.2 and 1.3 only, and nothing without forward secrecy", async () => {
        const speaks = (options: ConnectionOptions) =>
          shakeHands({ ...options, port: proxy.httpsPort });
        const old = "DEFAULT:@SECLEVEL=0";
        assert.equal(await speaks({ maxVersion: "TLSv1.3" }), "TLSv1.3");
        assert.equal(await speaks({ maxVersion: "TLSv1.2" }), "TLSv1.2");
        for (const version of ["TLSv1", "TLSv1.1"] as const)
          assert.equal(
            await speaks({
              minVersion: version,
              maxVersion: version,
              ciphers: old,
            }),
            undefined,
            version,
          );
        for (const ciphers of [
          "AES128-GCM-SHA256",
          "AES256-SHA",
          "ECDHE-RSA-AES128-SHA",
        ])
          assert.equal(
            await speaks({ maxVersion: "TLSv1.2", ciphers }),
            undefined,
            ciphers,
          );
      });

      test("shows visitors no pages that are for the operator", async () => {
        proxy.seen.length = 0;
        for (const inner of ["/readyz", "/healthz"]) {
          const answer = await proxy.sendRaw(
            `GET ${inner} HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`,
          );
          assert.match(answer, /^HTTP\/1\.1 404/);
        }
        assert.deepEqual(proxy.seen, []);
      });

      test("is judged by something that notices a request that came past it", async () => {
        proxy.seen.length = 0;
        await fetch(`http://127.0.0.1:${String(proxy.webPort)}/hidden`);
        assert.equal(unforwarded(proxy).length, 1);
      });

      test("passes on no address that a visitor claims to have", async () => {
        proxy.seen.length = 0;
        await proxy.sendRaw(
          `GET /own HTTP/1.1\r\n${host}\r\nX-Forwarded-For: 10.9.9.9\r\nForwarded: for=10.9.9.9\r\nX-Forwarded-Proto: http\r\nConnection: close\r\n\r\n`,
        );
        const [{ headers } = { headers: undefined }] = proxy.seen;
        assert.equal(headers?.["x-forwarded-for"], "127.0.0.1");
        assert.equal(headers["x-forwarded-proto"], "https");
      });

      test("gives what processes have in memory while all of them say 503 to the rest", async () => {
        const three = await startProxyUnderTest(name, 3);
        const ask = async (page: string) =>
          (
            await three.sendRaw(
              `GET ${page} HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`,
            )
          ).split("\r\n")[0];
        try {
          for (const page of [pageOfDatabase, "/", pageOfDatabase, "/"])
            assert.match(
              (await ask(page)) ?? "",
              page === "/" ? /^HTTP\/1\.1 200/ : /^HTTP\/1\.1 503/,
              page,
            );
        } finally {
          await three.close();
        }
      });

      test("writes no address into its log, for it may hold a private link", async () => {
        await proxy.sendRaw(
          `GET /status/geheimer-link?suche=mueller HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`,
        );
        await askOpenly("/status/geheimer-link");
        const log = await proxy.log();
        assert.match(log, /GET/);
        assert.doesNotMatch(log, /geheimer-link|mueller/);
      });
    },
  );
