import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fastify from "fastify";
import { registerHealth } from "../shell/web/health-routes.ts";
import { closeWeb } from "./close-web.ts";
import { visitorOf } from "./testing/visitor.ts";

async function openSmallWeb(leaving: AbortController) {
  const app = fastify({ forceCloseConnections: "idle" });
  registerHealth(app, {
    readiness: () => Promise.resolve([{ name: "database", passed: true }]),
    isLeaving: () => leaving.signal.aborted,
  });
  app.get("/page", (_request, reply) => reply.send("a page"));
  await app.listen({ port: 0, host: "localhost" });
  const address = app.server.address();
  assert.ok(typeof address === "object" && address);
  const { port } = address;
  const visitor = visitorOf(
    { port, baseUrl: () => `http://localhost:${String(port)}` },
    "",
  );
  return { app, visitor };
}

void describe("a web process that is to stop", () => {
  void test("says so and goes on answering until proxies have turned away", async () => {
    const leaving = new AbortController();
    const { app, visitor } = await openSmallWeb(leaving);
    assert.equal((await visitor.visit("/readyz")).status, 200);

    const closed = closeWeb(app, { leaving, drainMs: 1_000 });
    const readiness = await visitor.visit("/readyz");
    assert.equal(readiness.status, 503);
    assert.match(readiness.text, /"status":"draining"/);
    assert.equal((await visitor.visit("/healthz")).status, 200);
    const page = await visitor.visit("/page");
    assert.equal(page.status, 200);
    assert.equal(page.headers.connection, "close");

    await closed;
    await assert.rejects(visitor.visit("/page"), { code: "ECONNREFUSED" });
  });
});
