import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import {
  receiverSecret,
  startReceiver,
  type Receiver,
} from "../connectors/webhook/testing/receiver.ts";
import { enqueueDeliveries } from "../modules/delivery/index.ts";
import { writeTestDestination } from "../modules/delivery/testing/write-test-destination.ts";
import { generateKeyRing, parseKeyRing } from "../platform/crypto/key-ring.ts";
import { openTenantCiphers } from "../platform/crypto/open-tenant-ciphers.ts";
import { bundledScript } from "../platform/testing/bundled-script.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../platform/testing/test-database.ts";
import { newId } from "../platform/values/id.ts";

const submissions = 80;
const source = join(import.meta.dirname, "testing", "delivery-worker.ts");

describe("delivery by real worker processes over real HTTP", () => {
  let database: TestDatabase;
  let owner: pg.Pool;
  let receiver: Receiver;
  let script: string;
  const ring = generateKeyRing("test");
  before(async () => {
    database = await createTestDatabase();
    owner = new pg.Pool({ ...database.address, max: 2 });
    receiver = await startReceiver();
    script = await bundledScript(source);
  });
  after(async () => {
    await receiver.stop();
    await owner.end();
    await database.close();
  });

  const startWorkerProcess = () =>
    spawn(process.execPath, [script, JSON.stringify(database.address), ring], {
      stdio: "inherit",
    });
  const countDelivered = async () => {
    const { rows } = await owner.query<{ count: string }>(
      "select count(*) from delivery.delivery where state = 'delivered'",
    );
    return Number(rows[0]?.count);
  };
  const isQueueEmpty = async () =>
    (await owner.query("select 1 from jobs.job")).rowCount === 0;
  /** In place of minutes of waiting: what waits is due, and who was given up for a while is tried. */
  const hurry = async () => {
    await owner.query(
      "update jobs.job set run_at = now() where id in (select id from jobs.job for update skip locked)",
    );
    await owner.query("update jobs.channel set held_until = '-infinity'");
  };

  test("worker killed again and again, receiver slow, failing and down: each submission arrives exactly once", async () => {
    const tenantId = newId();
    const ciphers = openTenantCiphers(database.database, parseKeyRing(ring));
    const context = {
      ...database.contextFor({ tenantId }),
      cipher: ciphers.of(tenantId),
    };
    await writeTestDestination(context, {
      connectorKey: "webhook",
      options: { url: receiver.url, secret: receiverSecret },
    });
    for (let number = 0; number < submissions; number += 1) {
      const submissionId = newId();
      await context.transaction((db) =>
        enqueueDeliveries(db, {
          submissionId,
          reference: `SN-${String(number)}`,
          leistungSlug: "bewohnerparkausweis",
        }),
      );
    }

    for (let round = 0; round < 5; round += 1) {
      const before = receiver.calls.length;
      answerBadly(receiver, round);
      if (round === 2) await receiver.stop();
      const worker = startWorkerProcess();
      if (round === 2) await sleep(600);
      else
        await until(async () => {
          await hurry();
          return receiver.calls.length > before + 8;
        });
      worker.kill("SIGKILL");
      await once(worker, "close");
      if (round === 2) await receiver.start();
      await hurry();
    }

    receiver.answer = undefined;
    const worker = startWorkerProcess();
    await until(async () => {
      await hurry();
      return (await countDelivered()) === submissions && (await isQueueEmpty());
    });
    worker.kill("SIGTERM");
    await once(worker, "close");

    const { rows } = await owner.query<{ id: string }>(
      "select id from delivery.delivery",
    );
    const ids = new Set(rows.map((row) => row.id));
    assert.equal(receiver.records.size, submissions);
    assert.deepEqual(new Set(receiver.records.keys()), ids);
    assert.ok(receiver.calls.length > submissions, "some were sent twice");
  });
});

/** Makes records late, cuts answers, fails: a different trouble in each round. */
function answerBadly(receiver: Receiver, round: number): void {
  receiver.answer = (call, reply) => {
    if (round % 2 === 1) receiver.take(call);
    if (round === 3) reply.socket?.resetAndDestroy();
    else if (round === 0 && receiver.calls.length % 2 === 0)
      reply.writeHead(503).end();
    else {
      receiver.take(call);
      setTimeout(() => reply.writeHead(201).end(), 25);
    }
  };
}

async function until(
  isReached: () => boolean | Promise<boolean>,
): Promise<void> {
  for (let waitedMs = 0; waitedMs < 30_000; waitedMs += 50) {
    if (await isReached()) return;
    await sleep(50);
  }
  assert.fail("not reached within 30 s");
}
