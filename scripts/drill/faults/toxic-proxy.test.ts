import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { after, afterEach, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../../src/main/testing/free-port.ts";
import { startToxicProxy, type ToxicProxy } from "./toxic-proxy.ts";

describe("what stands between two programs", () => {
  let echo: Server;
  let proxy: ToxicProxy;
  before(async () => {
    const port = await freePort();
    echo = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.pipe(socket);
    }).listen(port, "127.0.0.1");
    await once(echo, "listening");
    proxy = await startToxicProxy({ port });
  });
  afterEach(() => {
    proxy.set({ kind: "well" });
  });
  after(async () => {
    await proxy.stop();
    echo.close();
  });

  const open = async (): Promise<Socket> => {
    const socket = connect(proxy.port, "127.0.0.1");
    await once(socket, "connect");
    return socket;
  };
  const say = async (socket: Socket, words: string): Promise<string> => {
    const [heard] = await Promise.all([
      once(socket, "data").then(([chunk]) => String(chunk)),
      new Promise((resolve) => socket.write(words, resolve)),
    ]);
    return heard;
  };
  const codeOf = async (socket: Socket): Promise<unknown> => {
    const [error] = (await once(socket, "error")) as [NodeJS.ErrnoException];
    return error.code;
  };

  test("passes on what it gets, counts connections, and is slow when told to", async () => {
    const before = proxy.connections();
    const socket = await open();
    assert.equal(await say(socket, "a"), "a");
    assert.equal(proxy.connections(), before + 1);
    proxy.set({ kind: "slow", delayMs: 40, jitterMs: 1 });
    const from = performance.now();
    assert.equal(await say(socket, "b"), "b");
    assert.ok(performance.now() - from >= 75, "there and back");
    socket.destroy();
  });

  test("holds everything back while it is silent, and passes it on afterwards", async () => {
    proxy.set({ kind: "silent" });
    const socket = await open();
    const heard = say(socket, "c");
    const first = await Promise.race([heard, sleep(60, "nothing")]);
    assert.equal(first, "nothing");
    proxy.set({ kind: "well" });
    assert.equal(await heard, "c");
    socket.destroy();
  });

  test("cuts what is open and what is begun", async () => {
    const socket = await open();
    const cut = codeOf(socket);
    proxy.set({ kind: "cut" });
    assert.equal(await cut, "ECONNRESET");
    assert.equal(await codeOf(connect(proxy.port, "127.0.0.1")), "ECONNRESET");
  });

  test("resets in place of every second answer with certain bytes in it", async () => {
    proxy.set({
      kind: "resetting-answers",
      bytes: Buffer.from("COMMIT"),
      onceIn: 2,
    });
    const socket = await open();
    assert.equal(await say(socket, "SELECT"), "SELECT");
    assert.equal(await say(socket, "COMMIT"), "COMMIT");
    const cut = codeOf(socket);
    socket.write("COMMIT");
    assert.equal(await cut, "ECONNRESET");
    assert.equal(proxy.resets(), 1);
  });
});
