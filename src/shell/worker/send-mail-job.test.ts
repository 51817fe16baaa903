import assert from "node:assert/strict";
import { createServer } from "node:net";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { afterEach, beforeEach, describe, test } from "node:test";
import { reviveJob } from "../../platform/jobs/job-store.ts";
import { sendMailLater } from "../../platform/mail/mail.ts";
import { listNewestMails } from "../../platform/mail/mail-store.ts";
import { smtpTransport } from "../../platform/mail/mail-transport.ts";
import { readMail } from "../../platform/mail/read-mail.ts";
import { newId } from "../../platform/values/id.ts";
import { sendMailHandler } from "./send-mail-job.ts";
import { startMailServer, type MailServer } from "./testing/mail-server.ts";
import {
  openQueueFixture,
  until,
  type QueueFixture,
} from "./testing/queue-fixture.ts";

const tenantId = newId();
const from = "noreply@portal.example";
const mail = {
  kind: "submission-received",
  to: "familie.mueller@example.org",
  subject: "Ihr Antrag ist eingegangen: Größe, Maß",
  text: "Guten Tag,\nmehr steht unter https://schwerin.example/status/x\n",
};

describe("a mail written in a transaction", () => {
  let queue: QueueFixture;
  let server: MailServer;
  beforeEach(async () => {
    queue = await openQueueFixture();
    server = await startMailServer();
  });
  afterEach(async () => {
    await queue.close();
    await server.stop();
  });

  const context = () => queue.database.contextFor({ tenantId });
  const write = () =>
    context().transaction((db) => sendMailLater(context(), db, mail));
  const findMail = async () => {
    const [found] = await queue.database.database.unscoped((db) =>
      listNewestMails(db, 10),
    );
    assert.ok(found);
    return found;
  };
  const workWithServer = () =>
    queue.work([
      sendMailHandler({ transport: smtpTransport(server.url), from }),
    ]);
  const isState = (state: string) => async () =>
    (await findMail()).state === state;

  test("is signed with the key of the installation, for the domain it comes from", async () => {
    await write();
    const { privateKey } = generateKeyPairSync("rsa", {
      modulusLength: 2048,
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    const dkim = { selector: "portal2027", privateKey };
    queue.work([
      sendMailHandler({ transport: smtpTransport(server.url, { dkim }), from }),
    ]);
    await until(isState("sent"));
    const [received] = server.received;
    const header = /^DKIM-Signature:((?:.|\r\n[ \t])+)/im.exec(
      received?.source ?? "",
    )?.[1];
    assert.match(header ?? "", /d=portal\.example;/);
    assert.match(header ?? "", /s=portal2027;/);
    assert.match(header ?? "", /b=[\w+/=\s]{300,}/);
  });

  test("is sent once it commits, with its id as Message-ID, and emptied", async () => {
    await write();
    workWithServer();
    await until(isState("sent"));
    const { id, content } = await findMail();
    assert.equal(content, null);
    assert.deepEqual(await queue.jobs(), []);
    const [received] = server.received;
    assert.equal(server.received.length, 1);
    assert.equal(received?.from, from);
    assert.deepEqual(received.to, [mail.to]);
    assert.match(
      received.source,
      new RegExp(`Message-ID: <${id}@portal\\.example>`, "i"),
    );
    assert.match(received.source, /https:\/\/schwerin\.example\/status\/x/);
  });

  test("is not sent and not kept when the transaction is rolled back", async () => {
    const rolledBack = context().transaction(async (db) => {
      await sendMailLater(context(), db, mail);
      throw new Error("rolled back");
    });
    await assert.rejects(rolledBack, /rolled back/);
    await write();
    workWithServer();
    await until(isState("sent"));
    assert.equal(server.received.length, 1);
  });

  test("lies encrypted in the database", async () => {
    await write();
    const { content } = await findMail();
    assert.ok(content);
    assert.doesNotMatch(content.toString("latin1"), /mueller|Antrag/);
  });

  test("refused for now (451) is sent at the next try", async () => {
    server.refusals.push(451);
    await write();
    workWithServer();
    await until(async () => (await queue.jobs())[0]?.attempts === 1);
    assert.equal((await queue.jobs())[0]?.last_error, "smtp-451");
    assert.equal((await findMail()).state, "waiting");
    await queue.hurry();
    await until(isState("sent"));
    assert.equal(server.received.length, 1);
  });

  test("refused for good (550) is a dead letter at once, kept and marked as failed", async () => {
    server.refusals.push(550);
    await write();
    workWithServer();
    await until(isState("failed"));
    await until(async () => (await queue.jobs())[0]?.state === "dead");
    const [job] = await queue.jobs();
    assert.equal(job?.attempts, 1);
    // The code only: the server's words quote the address.
    assert.equal(job.last_error, "smtp-550");
    const stored = await findMail();
    assert.equal((await readMail(context().cipher, stored))?.to, mail.to);
  });

  test("waits while the server is down and is sent when it is back", async () => {
    await server.stop();
    await write();
    workWithServer();
    await until(async () => (await queue.jobs())[0]?.attempts === 1);
    assert.match((await queue.jobs())[0]?.last_error ?? "", /^smtp-e/);
    await server.start();
    await queue.hurry();
    await until(isState("sent"));
    assert.equal(server.received.length, 1);
  });

  test("is a dead letter marked as failed when the server stays down", async () => {
    await server.stop();
    await write();
    workWithServer();
    await until(async () => {
      await queue.hurry();
      return (await queue.jobs())[0]?.state === "dead";
    });
    assert.equal((await queue.jobs())[0]?.attempts, 12);
    assert.equal((await findMail()).state, "failed");
  });

  test("that failed is sent when a person sends its dead letter again", async () => {
    server.refusals.push(550);
    await write();
    workWithServer();
    await until(async () => (await queue.jobs())[0]?.state === "dead");
    const [job] = await queue.jobs();
    assert.ok(job);
    await queue.database.database.unscoped((db) => reviveJob(db, job.id));
    await until(isState("sent"));
    assert.equal(server.received.length, 1);
  });

  test("is kept for the operator's page without a mail server", async () => {
    await write();
    queue.work([sendMailHandler({ transport: undefined, from })]);
    await until(isState("kept"));
    assert.deepEqual(await queue.jobs(), []);
    const stored = await findMail();
    assert.deepEqual(await readMail(context().cipher, stored), {
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
    });
  });

  test("a silent server does not hold up the stop of the worker", async () => {
    const silent = createServer().listen(0, "localhost");
    await once(silent, "listening");
    const connected = once(silent, "connection");
    const address = silent.address();
    assert.ok(typeof address === "object" && address);
    await write();
    const worker = queue.work([
      sendMailHandler({
        transport: smtpTransport(`smtp://localhost:${String(address.port)}`),
        from,
      }),
    ]);
    await connected;
    const startedAt = performance.now();
    await worker.stop();
    assert.ok(performance.now() - startedAt < 2000);
    assert.equal((await findMail()).state, "waiting");
    assert.equal((await queue.jobs())[0]?.state, "waiting");
    silent.close();
  });
});
