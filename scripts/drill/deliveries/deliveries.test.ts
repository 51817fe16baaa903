import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { judgeDeliveries } from "./judge.ts";
import type { KillName } from "./kill-at-random.ts";
import { runDeliveries, type DeliveriesResult } from "./run-deliveries.ts";
import { spoil } from "./spoil.ts";
import { missingForSsh } from "./ssh-server.ts";
import { openStage, type Stage } from "./stage.ts";

/** The web process is killed in drill.test.ts. */
const parts: readonly KillName[] = [
  "worker",
  "database",
  "webhook",
  "fitConnect",
  ...(missingForSsh() === undefined ? (["sftp"] as const) : []),
];
const submissions = 24;

/** The short form of `npm run drill -- deliveries`: real processes as of child-portal.ts, each part killed once. */
describe("deliveries while our parts and the back offices are killed, and these answer with faults", () => {
  const seed = 24;
  let folder: string;
  let stage: Stage;
  const state: { result?: DeliveriesResult } = {};
  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "orh-deliveries-"));
    stage = await openStage({
      folder,
      seed,
      workers: 1,
      share: 0.3,
      hangs: false,
      ignoresKeys: false,
    });
  });
  after(async () => {
    await stage.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test("arrive at each back office once, whole and in order", async () => {
    const result = await runDeliveries({
      stage,
      seed,
      submissions,
      writers: 4,
      longestMs: 240_000,
      parts,
      rounds: 1,
      served: 2,
      received: 1,
      pauseMs: 500,
      awayMs: 300,
      settleWithinMs: 120_000,
      lastShare: 1,
      hurries: true,
    });
    state.result = result;
    assert.ok(result.isSettled, "something is still under way");
    assert.deepEqual(
      result.findings.filter(({ broken }) => broken.length > 0),
      [],
    );
    assert.deepEqual(
      result.kills.map(({ name }) => name).toSorted(),
      parts.toSorted(),
    );
    const { acknowledged, versions } = result.ledger;
    assert.equal(acknowledged.length, submissions);
    assert.ok(versions.length > submissions, "some were corrected");
    assert.equal(result.arrived.length, missingForSsh() === undefined ? 4 : 3);
  });

  test("and the comparison sees what is gone, what is there twice, and what has changed places", async () => {
    assert.ok(state.result);
    const { ledger, arrived } = state.result;
    const findings = await judgeDeliveries({
      database: stage.database,
      ledger,
      arrived: spoil(arrived),
    });
    const red = findings.filter(({ broken }) => broken.length > 0);
    const promises = red.map(({ promise }) => promise);
    assert.deepEqual(
      promises.filter((promise) => !promise.startsWith("sftp")),
      [
        "webhook: a correction never comes before what it corrects",
        "fitConnect: every confirmed version is there, once",
        "folder: every confirmed version is there, once",
      ],
    );
  });
});
