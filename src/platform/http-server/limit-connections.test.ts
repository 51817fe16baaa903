import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, test } from "node:test";
import { limitConnections } from "./limit-connections.ts";

const silenceMs = 800;
const limits = {
  silenceMs,
  bodyBytesPerSecond: 2_000,
  lookEveryMs: 40,
  waitingRequests: 16,
};
/** Longer than anybody may be silent who is waited for. */
const longMs = 2 * silenceMs;
/** More than the buffers of both sides hold. */
const large = Buffer.alloc(32 * 1024 * 1024);

void describe("connections whose client keeps the server waiting", () => {
  let server: Server;
  before(async () => {
    server = createServer((request, response) => {
      void answer(request.url ?? "/").catch(() => response.destroy());
      async function answer(url: string): Promise<void> {
        if (url === "/large") response.end(large);
        else if (url === "/events") {
          response.write("begun ");
          await sleep(longMs);
          response.end("event");
        } else {
          if (url === "/busy") await sleep(longMs);
          let bytes = 0;
          for await (const chunk of request) bytes += Buffer.from(chunk).length;
          if (url === "/thinking") await sleep(longMs);
          response.end(`${String(bytes)} bytes`);
        }
      }
    });
    limitConnections(server, limits);
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const open = (head: string): Socket => {
    const { port } = server.address() as AddressInfo;
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined);
    socket.write(`${head}\r\nhost: portal\r\n\r\n`.replaceAll("  ", "\r\n"));
    return socket;
  };
  const post = (path: string, bytes: number) =>
    open(
      `POST ${path} HTTP/1.1  content-length: ${String(bytes)}  connection: close`,
    );
  const get = (path: string) => open(`GET ${path} HTTP/1.1  connection: close`);
  const openConnections = () =>
    new Promise<number>((resolve) => {
      server.getConnections((_error, count) => {
        resolve(count);
      });
    });
  /** Sends so many bytes so often, until all are sent or the server has ended it; then what it answered. */
  const trickle = async (socket: Socket, bytes: number, everyMs: number) => {
    // Whoever is still sending as it is ended may not see why.
    const answer = text(socket).catch(() => "");
    let left = 100_000;
    while (left > 0 && !socket.closed && socket.writable) {
      socket.write(Buffer.alloc(Math.min(bytes, left)));
      left -= bytes;
      await sleep(everyMs);
    }
    return answer;
  };

  void test("a body that trickles is ended, although a byte comes again and again", async () => {
    const started = performance.now();
    const answer = await trickle(post("/", 100_000), 1, 20);
    assert.doesNotMatch(answer, / bytes/);
    assert.ok(performance.now() - started > silenceMs);
  });

  void test("a body that stops is ended with 408", async () => {
    const socket = post("/", 100_000);
    socket.write(Buffer.alloc(1_000));
    assert.match(await text(socket), /^HTTP\/1\.1 408 /);
  });

  void test("a body at a slow but sufficient rate is taken, however long it takes", async () => {
    const started = performance.now();
    const answer = await trickle(post("/", 100_000), 5_000, 100);
    assert.match(answer, /100000 bytes/);
    assert.ok(performance.now() - started > longMs);
  });

  void test("an answer that nobody takes is dropped", async () => {
    const socket = get("/large");
    socket.pause();
    await sleep(silenceMs / 2);
    assert.equal(await openConnections(), 1);
    while ((await openConnections()) > 0) await sleep(20);
    socket.destroy();
  });

  void test("an answer that is taken bit by bit comes whole", async () => {
    const socket = get("/large");
    let bytes = 0;
    for await (const chunk of socket) {
      const before = Math.floor(bytes / (large.length / 8));
      bytes += Buffer.from(chunk).length;
      if (Math.floor(bytes / (large.length / 8)) > before)
        await sleep(silenceMs / 3);
    }
    assert.ok(bytes > large.length);
  });

  void test("who waits for the server is not ended: before a body is read, before an answer, between events", async () => {
    const busy = post("/busy", large.length);
    busy.write(large);
    const thinking = post("/thinking", 3);
    thinking.write("abc");
    const [events, thought, read] = await Promise.all(
      [get("/events"), thinking, busy].map((socket) => text(socket)),
    );
    assert.match(events ?? "", /begun .*event/s);
    assert.match(thought ?? "", /3 bytes/);
    assert.match(read ?? "", new RegExp(`${String(large.length)} bytes`));
  });

  void test("who asks a thousand times in one go is ended before that is answered", async () => {
    const socket = open("GET / HTTP/1.1");
    socket.write("GET / HTTP/1.1\r\nhost: portal\r\n\r\n".repeat(1_000));
    socket.write("GET / HTTP/1.1\r\nhost: portal\r\nconnection: close\r\n\r\n");
    const answers = await text(socket).catch(() => "");
    assert.ok(answers.split("0 bytes").length < 1_000);
  });

  void test("a kept connection serves again after a pause", async () => {
    const socket = open("GET / HTTP/1.1");
    await once(socket, "data");
    await sleep(silenceMs * 1.5);
    socket.write(
      "GET /again HTTP/1.1\r\nhost: portal\r\nconnection: close\r\n\r\n",
    );
    assert.match(await text(socket), /0 bytes/);
  });
});
