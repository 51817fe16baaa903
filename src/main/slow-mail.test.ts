import assert from "node:assert/strict";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import { SMTPServer } from "smtp-server";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { sendMailLater } from "../platform/mail/mail.ts";
import { cleanUpJob } from "../modules/submissions/index.ts";
import { systemActor } from "./services.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";

const eachMs = 3_000;
const mails = 8;

void describe("a mail server that takes its time for each mail", () => {
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData: (stream, _session, done) => {
      stream.resume().once("end", () => setTimeout(done, eachMs));
    },
  });
  let portal: TestPortal;
  before(async () => {
    const listening = server.listen(0, "127.0.0.1");
    await once(listening, "listening");
    const address = listening.address();
    assert.ok(address !== null && typeof address === "object");
    portal = await startTestPortal({
      variables: { SMTP_URL: `smtp://127.0.0.1:${String(address.port)}` },
    });
  });
  after(async () => {
    await portal.close();
    await new Promise<void>((done) => {
      server.close(done);
    });
  });

  void test("holds up no other job", async () => {
    const { tenantId } = await portal.portal("schwerin");
    const { services } = portal;
    const context = services.contextFor({ tenantId, actor: systemActor });
    const waiting = (name: string) =>
      services.database.unscoped(async (db) => {
        const { rows } = await sql<{ count: number }>`
          select count(*)::int as count from jobs.job where name = ${name}`.execute(
          db,
        );
        return rows[0]?.count ?? 0;
      });
    await context.transaction(async (db) => {
      for (let number = 0; number < mails; number += 1)
        await sendMailLater(context, db, {
          kind: "drill",
          to: `person-${String(number)}@example.org`,
          subject: "Neuigkeiten",
          text: "Guten Tag",
        });
    });
    // All who could send mails do.
    await sleep(1_000);
    await context.transaction((db) =>
      enqueue(db, { name: cleanUpJob, payload: {} }),
    );
    while ((await waiting(cleanUpJob)) > 0) await sleep(20);
    // Behind them it would be the last but one.
    const left = await waiting("mail.send");
    assert.ok(left >= mails / 2, `only ${String(left)} mails still wait`);
  });
});
