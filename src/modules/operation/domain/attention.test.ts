import assert from "node:assert/strict";
import { test } from "node:test";
import { needsAttention, type Situation } from "./attention.ts";

const well: Situation = {
  workers: 1,
  overdueSeconds: 4,
  dead: 0,
  deliveriesOverdueSeconds: 0,
  held: 0,
  mailsFailed: 0,
  faultsLastHour: 0,
  diskFreeShare: 0.5,
  pendingMigrations: 0,
  backupAgeMs: undefined,
};

const kindsOf = (change: Partial<Situation>) =>
  needsAttention({ ...well, ...change }).map(({ kind }) => kind);

test("nothing stands out where all goes well, nor where back-ups are made by another program", () => {
  assert.deepEqual(kindsOf({}), []);
});

test("each trouble is told, the worst first", () => {
  assert.deepEqual(
    kindsOf({
      workers: 0,
      overdueSeconds: 301,
      dead: 1,
      deliveriesOverdueSeconds: 601,
      held: 2,
      mailsFailed: 3,
      faultsLastHour: 4,
      diskFreeShare: 0.09,
      pendingMigrations: 5,
      backupAgeMs: 3 * 86_400_000,
    }),
    [
      "no-worker",
      "queue-stands-still",
      "deliveries-stand-still",
      "disk-full",
      "migrations-pending",
      "jobs-dead",
      "mails-failed",
      "destinations-held",
      "faults",
      "backup-old",
    ],
  );
});

test("at the limit nothing is told yet", () => {
  assert.deepEqual(
    kindsOf({
      overdueSeconds: 300,
      deliveriesOverdueSeconds: 600,
      diskFreeShare: 0.1,
      backupAgeMs: 2 * 86_400_000,
    }),
    [],
  );
});
