import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import {
  newPerson,
  postfachSurroundings,
  provide,
  subjectOf,
} from "../modules/postfach/testing/postfach-fixtures.ts";
import { generateKeyRing, parseKeyRing } from "../platform/crypto/key-ring.ts";
import { openTenantCiphers } from "../platform/crypto/open-tenant-ciphers.ts";
import { bundledScript } from "../platform/testing/bundled-script.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../platform/testing/test-database.ts";
import { newId } from "../platform/values/id.ts";
import {
  startMailServer,
  type MailServer,
} from "../shell/worker/testing/mail-server.ts";
import { until } from "../shell/worker/testing/queue-fixture.ts";

const messages = 60;
/** Mails that a worker sends at once (`mail-worker.ts`). */
const lanes = 4;
const source = join(import.meta.dirname, "testing", "mail-worker.ts");

void describe("notices by real worker processes over real SMTP", () => {
  let database: TestDatabase;
  let owner: pg.Pool;
  let server: MailServer;
  let script: string;
  const ring = generateKeyRing("test");
  before(async () => {
    database = await createTestDatabase();
    owner = new pg.Pool({ ...database.address, max: 2 });
    server = await startMailServer();
    script = await bundledScript(source);
  });
  after(async () => {
    await server.stop();
    await owner.end();
    await database.close();
  });

  const startWorkerProcess = () =>
    spawn(
      process.execPath,
      [script, JSON.stringify(database.address), ring, server.url],
      { stdio: "inherit" },
    );
  const kill = async (worker: ChildProcess) => {
    worker.kill("SIGKILL");
    await once(worker, "close");
    assert.equal(worker.signalCode, "SIGKILL");
  };
  const count = async (sql: string) => {
    const { rows } = await owner.query<{ count: string }>(
      `select count(*) from ${sql}`,
    );
    return Number(rows[0]?.count);
  };
  const countSent = () => count("mail.message where state = 'sent'");
  const hurry = () =>
    owner.query(
      "update jobs.job set run_at = now() where id in (select id from jobs.job for update skip locked)",
    );

  /** Provides messages as an office does: each leaves the job that tells of it. */
  const provideMessages = async () => {
    const ciphers = openTenantCiphers(database.database, parseKeyRing(ring));
    const around = await postfachSurroundings({
      contextFor: (options) => ({
        ...database.contextFor(options),
        cipher: ciphers.of(options.tenantId),
      }),
    });
    const office = around.office(newId());
    for (let number = 0; number < messages; number += 1)
      await provide(office, { subject: subjectOf(newPerson()) });
  };

  /** Answers of the server by the identity of the mail. */
  const copies = () =>
    Map.groupBy(server.received, ({ source }) => header(source, "Message-ID"));

  /** Kills a worker at a moment that the server sees: `when` gets each mail that was taken, and how to say so. */
  const killWhen = async (
    when: (accept: () => void, kill: () => void) => void,
  ) => {
    const dying = Promise.withResolvers<undefined>();
    const worker = startWorkerProcess();
    server.onTaken = (_mail, accept) => {
      when(accept, () => {
        worker.kill("SIGKILL");
        dying.resolve(undefined);
      });
    };
    await dying.promise;
    await kill(worker);
    server.onTaken = undefined;
  };

  void test("worker killed before, between and after the server's answers: no notice is lost, and one goes out twice only where the answer was never noted", async () => {
    await provideMessages();
    const notNoted: number[] = [];
    const killAndCount = async (...given: Parameters<typeof killWhen>) => {
      const twice = server.received.length - (await countSent());
      await killWhen(...given);
      notNoted.push(server.received.length - (await countSent()) - twice);
    };
    // The server has the mail and has not said so: nobody can know.
    await killAndCount((_accept, die) => {
      die();
    });
    // It says so, and the worker is gone at that moment.
    await killAndCount((accept, die) => {
      accept();
      die();
    });
    // Each time a bit later, in the middle of others.
    for (const [taken, ms] of [
      [6, 1],
      [9, 3],
      [12, 8],
    ] as const) {
      let seen = 0;
      await killAndCount((accept, die) => {
        accept();
        seen += 1;
        if (seen === taken) setTimeout(die, ms);
      });
    }
    const lost = notNoted.reduce((sum, each) => sum + each, 0);
    assert.ok(lost > 0, "no answer was lost: nothing was tried");
    for (const each of notNoted) assert.ok(each <= lanes, String(notNoted));

    const worker = startWorkerProcess();
    await until(async () => {
      await hurry();
      return (await count("jobs.job")) === 0;
    });
    // Had one more been to go out, it would be out by now.
    await sleep(100);
    await kill(worker);
    assert.equal(await countSent(), messages);
    assert.equal(await count("postfach.notice"), messages);
    const byId = copies();
    assert.equal(byId.size, messages);
    assert.equal(server.received.length, messages + lost);
    for (const mails of byId.values())
      assert.equal(new Set(mails.map(same)).size, 1);
  });
});

/** What a mail program goes by, besides the Message-ID: all copies of a mail have the same. */
function same({
  from,
  to,
  source,
}: {
  readonly from: string;
  readonly to: readonly string[];
  readonly source: string;
}): string {
  return JSON.stringify([from, to, header(source, "Date")]);
}

function header(source: string, name: string): string {
  return (
    new RegExp(`^${name}: (.*)$`, "m").exec(source)?.[1] ??
    assert.fail(`no ${name}`)
  );
}
