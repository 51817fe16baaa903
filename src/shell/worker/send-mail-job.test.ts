import assert from "node:assert/strict";
import { createServer } from "node:net";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { afterEach, beforeEach, describe, test } from "node:test";
import { reviveJob } from "../../platform/jobs/job-store.ts";
import type { Context } from "../../platform/context/context.ts";
import type { Db } from "../../platform/database/database.ts";
import type { UndeliverableListener } from "../../platform/mail/note-undeliverable.ts";
import { mailOf, type MailText } from "../../platform/mail/mail-text.ts";
import { sendMailLater } from "../../platform/mail/mail.ts";
import {
  claimedMessage,
  isProven,
} from "../../platform/mail/return-address.ts";
import {
  addressHash,
  findUndeliverable,
} from "../../platform/mail/undeliverable.ts";
import { saveWording } from "../../platform/mail/wording-store.ts";
import { listNewestMails } from "../../platform/mail/mail-store.ts";
import {
  smtpTransport,
  type OutgoingMail,
} from "../../platform/mail/mail-transport.ts";
import { readMail } from "../../platform/mail/read-mail.ts";
import { newId } from "../../platform/values/id.ts";
import { sendMailHandler } from "./send-mail-job.ts";
import { verifyDkim } from "./testing/verify-dkim.ts";
import { startMailServer, type MailServer } from "./testing/mail-server.ts";
import {
  openQueueFixture,
  until,
  type QueueFixture,
} from "./testing/queue-fixture.ts";

const tenantId = newId();
const from = "noreply@portal.example";
const letterhead = {
  name: "Stadt Müsterhausen",
  colour: "#123456",
  lines: ["Markt 1"],
};
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
  const told: string[] = [];
  const ports = {
    from,
    letterheadOf: () => Promise.resolve(letterhead),
    onUndeliverable: (
      _context: Context,
      _db: Db,
      { about, fault }: Parameters<UndeliverableListener>[2],
    ) => {
      told.push(`${about.kind} ${fault.code} ${String(fault.isAddress)}`);
      return Promise.resolve();
    },
  };
  const workWithServer = () =>
    queue.work([
      sendMailHandler({ transport: smtpTransport(server.url), ...ports }),
    ]);
  const isState = (state: string) => async () =>
    (await findMail()).state === state;

  test("is signed with the key of the installation, for the domain it comes from", async () => {
    await write();
    const { privateKey, publicKey } = generateKeyPairSync("rsa", {
      modulusLength: 2048,
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    const dkim = { selector: "portal2027", privateKey };
    queue.work([
      sendMailHandler({
        transport: smtpTransport(server.url, { dkim }),
        ...ports,
      }),
    ]);
    await until(isState("sent"));
    const source = server.received[0]?.source ?? "";
    assert.match(source, /d=portal\.example;/);
    assert.match(source, /s=portal2027;/);
    assert.ok(verifyDkim(source, publicKey));
    assert.ok(!verifyDkim(source.replace("Antrag", "Betrug"), publicKey));
    assert.ok(!verifyDkim(source.replace(/^To: .*$/m, "To: x@y.z"), publicKey));
  });

  test("is sent once it commits, with its id as Message-ID, and emptied", async () => {
    await write();
    workWithServer();
    await until(isState("sent"));
    const { id, content } = await findMail();
    assert.equal(content, null);
    assert.deepEqual(await queue.jobs(), []);
    const [received, ...others] = server.received;
    assert.ok(received);
    assert.equal(others.length, 0);
    const claim = claimedMessage(received.from);
    assert.equal(claim?.messageId, id);
    assert.ok(await isProven(context().cipher, claim));
    assert.deepEqual(received.to, [mail.to]);
    for (const pattern of [
      /^From: =\?UTF-8\?Q\?Stadt_M=C3=BCsterhausen\?= <noreply@portal\.example>/m,
      /^Auto-Submitted: auto-generated/m,
      new RegExp(`^Message-ID: <${id}@portal\\.example>`, "im"),
      /https:\/\/schwerin\.example\/status\/x/,
    ])
      assert.match(received.source, pattern);
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

  test("to nobody marks the address, and whoever it is about is told, once", async () => {
    server.unknown.add("familie.mueller");
    const about = { kind: "submission", id: newId() };
    await context().transaction((db) =>
      sendMailLater(context(), db, { ...mail, about }),
    );
    workWithServer();
    await until(isState("undeliverable"));
    await until(async () => (await queue.jobs()).length === 0);
    assert.deepEqual(told, ["submission smtp-550 true"]);
    const hash = await addressHash(context(), " Familie.Mueller@example.org");
    const mark = await context().transaction((db) =>
      findUndeliverable(context(), db, hash),
    );
    assert.equal(mark?.fault, "smtp-550");
  });

  test("goes out in the authority's own words, as text and as HTML, under its letterhead", async () => {
    const words = {
      kind: "postfach-new",
      locale: "de",
      subject: "Post von {portal}",
      body: "Moin,\n\nab {day} hier entlang: {url}\n<b>Gruß</b>",
      by: newId(),
      at: new Date(),
    } as const;
    await context().transaction((db) => saveWording(db, tenantId, words));
    const text: MailText = {
      kind: "postfach-new",
      purpose: () => "",
      placeholders: ["portal", "url"],
      needed: ["url"],
      sender: "authority",
      words: (locale, { day = "" } = {}) => ({
        subject: "Neu",
        text: `Hello (${locale}), ${String(day)}.\n`,
      }),
    };
    await context().transaction((db) =>
      sendMailLater(
        context(),
        db,
        mailOf(text, {
          to: mail.to,
          locales: ["de", "en"],
          values: {
            portal: "Musterstadt",
            url: "https://m.example/postfach/1",
          },
          valuesIn: (locale) => ({ day: locale === "de" ? "1. Mai" : "1 May" }),
        }),
      ),
    );
    const composed: OutgoingMail[] = [];
    const transport = {
      send: (outgoing: OutgoingMail) => {
        composed.push(outgoing);
        return Promise.resolve({ kind: "sent" } as const);
      },
    };
    queue.work([sendMailHandler({ transport, ...ports })]);
    await until(isState("sent"));
    const [received] = composed;
    assert.ok(received);
    assert.equal(received.subject, "Post von Musterstadt");
    assert.equal(
      received.text.trimEnd(),
      "Moin,\n\nab 1. Mai hier entlang: https://m.example/postfach/1\n<b>Gruß</b>\n\n---\n\nHello (en), 1 May.\n\n-- \nStadt Müsterhausen\nMarkt 1",
    );
    const { html } = received;
    assert.match(html, /<html lang="de"/);
    assert.match(html, /background:#123456[^>]*>\s*Stadt Müsterhausen/);
    assert.match(html, /<h1[^>]*>Post von Musterstadt<\/h1>/);
    assert.match(html, /&lt;b&gt;Gruß/);
    assert.match(html, /<a href="https:\/\/m\.example\/postfach\/1"/);
    assert.match(html, /<div lang="en">/);
    assert.doesNotMatch(html, /<(?:img|link|script|style)|url\(/);
  });

  test("whose worker dies after the server took it goes out again under the same Message-ID and date", async () => {
    await write();
    const transport = smtpTransport(server.url);
    const dying = {
      send: async (outgoing: OutgoingMail, signal: AbortSignal) => {
        const outcome = await transport.send(outgoing, signal);
        if (server.received.length === 1) await queue.cutConnections();
        return outcome;
      },
    };
    queue.work([sendMailHandler({ transport: dying, ...ports })]);
    // Looked at from outside of the connections that are cut.
    await until(async () => {
      await queue.hurry();
      return (await queue.jobs()).length === 0;
    });
    assert.equal((await findMail()).state, "sent");
    const ids = server.received.map(({ source }) =>
      ["Message-ID", "Date"].map(
        (name) => new RegExp(`^${name}: .*$`, "m").exec(source)?.[0],
      ),
    );
    assert.equal(ids.length, 2);
    assert.deepEqual(ids[0], ids[1]);
    assert.doesNotMatch(String(ids[0]), /undefined/);
  });

  test("that is under way while the worker stops is waited for, not sent again", async () => {
    await write();
    const isTaken = Promise.withResolvers<() => void>();
    server.onTaken = (_mail, accept) => {
      isTaken.resolve(accept);
    };
    const worker = workWithServer();
    const accept = await isTaken.promise;
    const stopped = worker.stop();
    setTimeout(accept, 100);
    await stopped;
    assert.equal((await findMail()).state, "sent");
    workWithServer();
    await until(async () => (await queue.jobs()).length === 0);
    assert.equal(server.received.length, 1);
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
    queue.work([sendMailHandler({ transport: undefined, ...ports })]);
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
        ...ports,
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
