import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { freePort } from "../../src/main/testing/free-port.ts";
import {
  childPortal,
  killKinds,
  type ChildPortal,
} from "../../src/main/testing/child-portal.ts";
import type { Ledger } from "./ledger.ts";
import { judge, runRounds, spoil } from "./run-drill.ts";

describe("a portal killed under load", () => {
  let portal: ChildPortal;
  const state: { ledger?: Ledger } = {};
  before(async () => {
    const dataDir = await mkdtemp(path.join(os.tmpdir(), "orh-drill-"));
    portal = childPortal(dataDir, await freePort());
    await portal.start();
  });
  after(async () => {
    await portal.stop();
    await rm(portal.dataDir, { recursive: true, force: true });
  });

  test("keeps, shows and hands over once what it confirmed: killed alone, with everything, and its database", async () => {
    const { rounds, ledger } = await runRounds({
      portal,
      rounds: killKinds.length,
      writers: 3,
      workMs: 500,
    });
    state.ledger = ledger;
    assert.deepEqual(
      rounds.map(({ kind }) => kind),
      killKinds,
    );
    const findings = await judge(portal, ledger);
    assert.deepEqual(
      findings.filter(({ broken }) => broken.length > 0),
      [],
      await readFile(portal.logFile, "utf8"),
    );
    assert.ok(ledger.acknowledged.length >= 2 * killKinds.length);
  });

  test("and the comparison sees what is missing and what is doubled", async () => {
    assert.ok(state.ledger);
    const findings = await judge(portal, state.ledger, spoil);
    const red = findings.filter(({ broken }) => broken.length > 0);
    const promises = red.map(({ promise }) => promise).join("\n");
    assert.match(promises, /in the database, once/);
    assert.match(promises, /\/quittung/);
    assert.match(promises, /no submission without/);
    assert.match(promises, /the back office has every/);
  });

  test("ends with exit code 0 when asked to", async () => {
    assert.equal(await portal.stop(), 0);
  });
});
