import assert from "node:assert/strict";
import { AsyncLocalStorage } from "node:async_hooks";
import { once } from "node:events";
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, beforeEach, describe, test } from "node:test";
import { serveOneAtATime } from "./serve-one-at-a-time.ts";

const mostWaiting = 16;
/** More than the buffers of both sides hold. */
const large = Buffer.alloc(32 * 1024 * 1024, ".");

void describe("requests of one connection", () => {
  const storage = new AsyncLocalStorage<string>();
  let server: Server;
  let begun: string[] = [];
  let contexts: (string | undefined)[] = [];
  let responses: ServerResponse[] = [];
  let mostAtOnce = 0;
  let read = 0;

  before(async () => {
    server = createServer((request, response) => {
      const url = request.url ?? "/";
      begun.push(url);
      contexts.push(storage.getStore());
      responses.push(response);
      const atOnce = responses.filter((one) => !one.writableFinished).length;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      storage.run(url, () => {
        void answer(request, response).catch(() => response.destroy());
      });
    });
    serveOneAtATime(server, mostWaiting);
    server.prependListener("request", () => (read += 1));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  beforeEach(() => {
    begun = [];
    contexts = [];
    responses = [];
    read = 0;
    mostAtOnce = 0;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const open = (): Socket => {
    const { port } = server.address() as AddressInfo;
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined);
    return socket;
  };
  const untilBegun = async (url: string) => {
    while (!begun.includes(url)) await sleep(5);
  };

  void test("as many as may stand in line are answered in order, one at a time", async () => {
    const socket = open();
    // Later ones would be done sooner.
    const urls = Array.from(
      { length: mostWaiting + 1 },
      (_, index) => `/after/${String(20 - index)}`,
    );
    socket.write(
      urls.map((url, index) => get(url, index === mostWaiting)).join(""),
    );
    assert.deepEqual(answersOf(await text(socket)), urls);
    assert.deepEqual(begun, urls);
    assert.equal(mostAtOnce, 1);
  });

  void test("those that are answered at once come in order, too", async () => {
    const socket = open();
    const urls = Array.from(
      { length: mostWaiting + 1 },
      (_, index) => `/${String(index)}`,
    );
    socket.write(
      urls.map((url, index) => get(url, index === mostWaiting)).join(""),
    );
    assert.deepEqual(answersOf(await text(socket)), urls);
    assert.equal(mostAtOnce, 1);
  });

  void test("a connection may send as many again, once they are answered", async () => {
    const socket = open();
    const received = text(socket);
    for (let round = 1; round <= 5; round += 1) {
      const last = `/round/${String(round)}`;
      socket.write(get("/a").repeat(mostWaiting) + get(last));
      await untilBegun(last);
      while (!responses.every((one) => one.writableFinished)) await sleep(5);
    }
    socket.write(get("/end", true));
    assert.equal(answersOf(await received).length, 5 * (mostWaiting + 1) + 1);
  });

  void test("who sends a thousand in one go is ended, and at most one was begun", async () => {
    const socket = open();
    const ended = new Promise((resolve) => socket.once("close", resolve));
    socket.resume();
    socket.write(get("/large") + get("/a").repeat(1_000));
    await ended;
    assert.ok(begun.length <= 1, String(begun.length));
    // Its own way into Node's parser: the rest of what was sent is not even read.
    assert.ok(read <= mostWaiting + 2, String(read));
    const other = open();
    other.write(get("/other", true));
    assert.deepEqual(answersOf(await text(other)), ["/other"]);
  });

  void test("one that stands behind an answer which nobody takes is begun when it is taken", async () => {
    const socket = open();
    socket.pause();
    socket.write(get("/large") + get("/behind", true));
    await untilBegun("/large");
    await sleep(100);
    assert.deepEqual(begun, ["/large"]);
    assert.match(await text(socket), /\/behind$/);
    assert.deepEqual(begun, ["/large", "/behind"]);
  });

  void test("bodies that stand in line arrive whole", async () => {
    const socket = open();
    const body = "b".repeat(300_000);
    socket.write(
      `${get("/after/50")}POST /body HTTP/1.1\r\nhost: portal\r\ncontent-length: ${String(body.length)}\r\n\r\n${body}` +
        `POST /body HTTP/1.1\r\nhost: portal\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n${get("/end", true)}`,
    );
    assert.deepEqual(answersOf(await text(socket)), [
      "/after/50",
      "/body 300000",
      "/body 3",
      "/end",
    ]);
  });

  void test("who goes away has nothing begun any more", async () => {
    const socket = open();
    socket.write(get("/after/100") + get("/behind").repeat(3));
    await untilBegun("/after/100");
    socket.destroy();
    await sleep(200);
    assert.deepEqual(begun, ["/after/100"]);
  });

  void test("nothing is begun behind an answer that ends the connection", async () => {
    const socket = open();
    socket.write(get("/last") + get("/behind"));
    assert.deepEqual(answersOf(await text(socket)), ["/last"]);
    assert.deepEqual(begun, ["/last"]);
  });

  void test("none is begun as part of the one before", async () => {
    const socket = open();
    socket.write(get("/1") + get("/after/10") + get("/3", true));
    await text(socket);
    assert.deepEqual(contexts, [undefined, undefined, undefined]);
  });
});

const get = (url: string, isLast = false) =>
  `GET ${url} HTTP/1.1\r\nhost: portal\r\n${isLast ? "connection: close\r\n" : ""}\r\n`;

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = request.url ?? "/";
  if (url === "/large") response.end(large);
  else if (url === "/last") response.setHeader("connection", "close").end(url);
  else if (url === "/body") {
    const body = await text(request);
    response.end(`${url} ${String(body.length)}`);
  } else {
    const [, , ms] = url.split("/");
    if (url.startsWith("/after/")) await sleep(Number(ms));
    response.end(url);
  }
}

/** The bodies of the answers, as they came. */
const answersOf = (received: string): readonly string[] =>
  received
    .split(/HTTP\/1\.1 200 OK\r\n/)
    .slice(1)
    .map((one) => one.split("\r\n\r\n")[1] ?? "");
