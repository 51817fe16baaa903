import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { runs } from "../platform/testing/thorough.ts";
import { plantedTargets } from "./testing/fuzz/planted.ts";
import { exchange, sendRawRequests } from "./testing/fuzz/raw-requests.ts";
import { runTarget } from "./testing/fuzz/run-target.ts";
import { targets } from "./testing/fuzz/targets.ts";
import { assertNoFaults } from "./testing/log-check.ts";
import { signedIn } from "./testing/signed-in.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { cookiesOf } from "./testing/visitor.ts";

/** The same each time, so that a red run can be had again; the drill takes other ones. */
const seed = 20_260_101;
const casesInAll = runs(100_000);
const shares = targets.reduce((sum, { share }) => sum + share, 0);

describe("fuzzed input", () => {
  for (const target of targets)
    test(`${target.name}: no fault, no hang, no leak`, async (t) => {
      const cases = Math.ceil((casesInAll * target.share) / shares);
      const report = await runTarget(target, { cases, seed });
      t.diagnostic(
        `${report.cases} cases, ${report.cpuSeconds} s, slowest ${report.slowestMs} ms`,
      );
      assert.deepEqual(report.failures, []);
    });
});

describe("a reader that breaks a promise is found out", () => {
  for (const target of plantedTargets())
    test(`when it ${target.name}`, async () => {
      const report = await runTarget(target, { cases: 3_000, seed });
      assert.notDeepEqual(report.failures, []);
    });
});

describe("raw requests with anything in them changed", () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ worker: false });
  });
  after(() => portal.close());

  test("are answered without a fault", async () => {
    const { cookies } = await signedIn(portal, "schwerin");
    const failures = await sendRawRequests(
      { portal, cookie: cookiesOf(cookies) },
      { cases: runs(1_000), seed },
    );
    assert.deepEqual(failures, []);
    assertNoFaults(portal);
  });

  test("with TRACE or OPTIONS open nothing", async () => {
    const { host } = new URL(portal.baseUrl("schwerin"));
    for (const method of ["TRACE", "OPTIONS", "CONNECT", "PUT"]) {
      const answer = await exchange(
        portal.port,
        Buffer.from(
          `${method} / HTTP/1.1\r\nHost: ${host}\r\nOrigin: https://boese.example\r\nAccess-Control-Request-Method: POST\r\nX-Echo: geheim\r\nConnection: close\r\n\r\n`,
        ),
      );
      assert.doesNotMatch(answer ?? "", /^HTTP\/1\.1 [235]|geheim/);
      assert.doesNotMatch(answer ?? "", /access-control-/i);
    }
  });
});
