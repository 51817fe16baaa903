import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer as createHttpServer, type Server } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { after, before, describe, test } from "node:test";
import { readSettings } from "../platform/config/settings.ts";
import { examinePorts } from "./doctor/examine-ports.ts";
import { freePort } from "./testing/free-port.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";

const examine = (variables: Readonly<Record<string, string>>) =>
  examinePorts(readSettings({ HOST: "127.0.0.1", PORT: "0", ...variables }));

/** Answers everything with the same. */
async function answering(body: string): Promise<Server & { port: string }> {
  const server = createHttpServer((_request, response) => response.end(body));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  assert.ok(typeof address === "object" && address);
  return Object.assign(server, { port: String(address.port) });
}

void describe("the doctor, about ports", () => {
  void test("finds nothing wrong with those that are free, and leaves them so", async () => {
    const port = String(await freePort());
    const metrics = `127.0.0.1:${String(await freePort())}`;
    for (let time = 0; time < 2; time += 1) {
      const findings = await examine({ PORT: port, METRICS_LISTEN: metrics });
      assert.deepEqual(
        findings.map(({ subject, state }) => [subject, state]),
        [
          ["port", "ok"],
          ["metrics", "ok"],
        ],
      );
    }
  });

  void test("tells of another program, whatever it answers", async () => {
    for (const body of ['{"status":"ok"}', "<html>", '{"status":"ready"}']) {
      const other = await answering(body);
      const [port, metrics] = await examine({
        PORT: other.port,
        METRICS_LISTEN: `127.0.0.1:${other.port}`,
      });
      assert.match(`${port?.state} ${port?.says}`, /^failed PORT: another/);
      assert.match(port?.cure ?? "", new RegExp(`sport = :${other.port}`));
      assert.match(
        `${metrics?.state} ${metrics?.says}`,
        /^failed METRICS_LISTEN: another/,
      );
      other.close();
    }
  });

  void test("tells of one that does not speak HTTP", async () => {
    const other = createTcpServer((socket) => socket.end("220 ready\r\n"));
    other.listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    assert.ok(typeof address === "object" && address);
    const [port] = await examine({ PORT: String(address.port) });
    other.close();
    assert.equal(port?.state, "failed");
  });

  void test("tells of an address that is none of this machine", async () => {
    const [port] = await examine({ HOST: "192.0.2.1", PORT: "8080" });
    assert.ok(port?.state === "failed");
    assert.match(port.says, /HOST "192.0.2.1" is no address/);
  });

  void describe("beside a running portal", () => {
    let portal: TestPortal;
    before(async () => {
      const metrics = `127.0.0.1:${String(await freePort())}`;
      portal = await startTestPortal({
        variables: { METRICS_LISTEN: metrics },
      });
    });
    after(() => portal.close());

    void test("says that it is there", async () => {
      const findings = await examinePorts(portal.services.settings);
      assert.deepEqual(
        findings.map(({ subject, state }) => [subject, state]),
        [
          ["port", "ok"],
          ["metrics", "ok"],
        ],
      );
      assert.match(findings[0]?.says ?? "", /a portal answers .*: ready/);
    });
  });
});
