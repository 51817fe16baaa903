import assert from "node:assert/strict";
import { connect } from "node:net";
import { after, before, describe, test } from "node:test";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf } from "./testing/visitor.ts";

void describe("requests that are sent before the one before is answered", () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    // Kept from now on.
    await visitorOf(portal, "schwerin").visit("/leistungen");
  });
  after(() => portal.close());

  const get = (path: string, connection = "keep-alive") =>
    `GET ${path} HTTP/1.1\r\nhost: schwerin.localhost:${String(portal.port)}\r\nconnection: ${connection}\r\n\r\n`;
  /** What the portal answers until the connection has ended. */
  const ask = async (requests: string): Promise<string> => {
    const socket = connect(portal.port, "127.0.0.1");
    let answers = "";
    socket.setEncoding("latin1");
    socket.on("data", (chunk: string) => (answers += chunk));
    socket.on("error", () => undefined);
    const ended = new Promise((resolve) => socket.once("close", resolve));
    socket.write(requests);
    await ended;
    return answers;
  };
  const statusesIn = (answers: string) =>
    [...answers.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => status);

  void test("are answered in their order: kept pages, pages that are made, pages that are not there", async () => {
    const answers = await ask(
      get("/leistungen") +
        get("/leistungen/bewohnerparkausweis/antrag") +
        get("/gibt-es-nicht") +
        get("/leistungen") +
        get("/healthz", "close"),
    );
    assert.deepEqual(statusesIn(answers), ["200", "200", "404", "200", "200"]);
  });

  void test("end the connection when there are too many, kept pages too", async () => {
    const answers = await ask(
      get("/leistungen").repeat(1_000) + get("/leistungen", "close"),
    );
    assert.ok(statusesIn(answers).length < 20);
  });
});
