import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fastify from "fastify";
import { SettingsError } from "../platform/config/settings-error.ts";
import { listen } from "./listen.ts";

describe("opening the port", () => {
  const running = fastify();
  before(() => running.listen({ port: 0, host: "localhost" }));
  after(() => running.close());

  const refused = (address: { port: number; host: string }, why: RegExp) =>
    assert.rejects(
      listen(fastify(), address),
      (error: unknown) =>
        error instanceof SettingsError && why.test(error.message),
    );

  test("names PORT when another program has it", async () => {
    const address = running.server.address();
    assert.ok(typeof address === "object" && address);
    await refused(
      { port: address.port, host: "localhost" },
      /^PORT \d+ is in use.*Example: PORT=/,
    );
  });

  test("names HOST when it is none of this machine", () =>
    refused(
      { port: 0, host: "192.0.2.1" },
      /^HOST "192\.0\.2\.1" is no address.*Example: HOST=/,
    ));
});
