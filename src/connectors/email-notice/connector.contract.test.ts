import assert from "node:assert/strict";
import { after, test } from "node:test";
import { SMTPServer } from "smtp-server";
import { putNoticeOnce, type Delivery } from "../../modules/delivery/index.ts";
import {
  describeConnectorContract,
  type ConnectorUnderTest,
  type Mood,
} from "../../modules/delivery/testing/connector.contract.ts";
import { sampleDelivery } from "../../modules/delivery/testing/sample-delivery.ts";
import { mailPurpose } from "../../platform/mail/mail.ts";
import { smtpTransport } from "../../platform/mail/mail-transport.ts";
import { createTestDatabase } from "../../platform/testing/test-database.ts";
import { newId } from "../../platform/values/id.ts";
import { createEmailNoticeConnector } from "./connector.ts";
import type { EmailNoticeOptions } from "./options.ts";
import { findStoredMails, listNoticedIds } from "./testing/outbox-reader.ts";

const { tenantId } = sampleDelivery();
const database = await createTestDatabase();
after(() => database.close());

describeConnectorContract({
  name: "email-notice",
  open: openOutbox,
  cannotHappen: ["refusing", "late", "down", "twice"],
});

/** The receiver is the mail outbox in the real database: what lies there is sent by the mail job. */
function openOutbox(): Promise<ConnectorUnderTest<EmailNoticeOptions>> {
  const ownTenantId = newId();
  const context = database.contextFor({ tenantId: ownTenantId });
  let hangs = false;
  return Promise.resolve({
    connect: () =>
      createEmailNoticeConnector({
        workplaceUrlOf: () => "https://schwerin.example/arbeitsplatz",
        putNoticeOnce: ({ deliveryId, mail }) =>
          hangs
            ? new Promise(() => undefined)
            : putNoticeOnce(context, deliveryId, mail),
      }),
    enteredOptions: { tenantId, to: "parken@schwerin.example" },
    wrongOptions: { tenantId, to: "parken" },
    records: () => listNoticedIds(database.address, ownTenantId),
    become: (mood: Mood, delivery: Delivery) => {
      hangs = mood === "hanging";
      return Promise.resolve(delivery);
    },
    close: () => Promise.resolve(),
  });
}

test("the notice arrives by SMTP, in German, and without content", async () => {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      let text = "";
      stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
      stream.on("end", () => {
        received.push(text);
        done();
      });
    },
  });
  const listening = Promise.withResolvers<number>();
  const listener = server.listen(0, "127.0.0.1", () => {
    const address = listener.address();
    listening.resolve(typeof address === "object" ? (address?.port ?? 0) : 0);
  });
  const transport = smtpTransport(
    `smtp://127.0.0.1:${await listening.promise}`,
  );
  const context = database.contextFor({ tenantId });
  const connector = createEmailNoticeConnector({
    workplaceUrlOf: () => "https://schwerin.example/arbeitsplatz",
    putNoticeOnce: ({ deliveryId, mail }) =>
      putNoticeOnce(context, deliveryId, mail),
  });
  const options = { tenantId, to: "parken@schwerin.example" };
  const signal = new AbortController().signal;
  await connector.deliver(sampleDelivery(), options, signal);

  const [stored] = await findStoredMails(database.address, tenantId);
  assert.ok(stored);
  const content = await context.cipher.decrypt(
    stored.content,
    mailPurpose(stored.id),
  );
  const mail = JSON.parse(content.toString()) as {
    to: string;
    subject: string;
    text: string;
  };
  const outgoing = {
    messageId: stored.id,
    from: { name: "Schwerin", address: "portal@schwerin.example" },
    returnTo: "portal@schwerin.example",
    html: "",
    date: new Date(),
    ...mail,
  };
  await transport.send(outgoing, signal);
  const [message = ""] = received;
  assert.match(message, /To: parken@schwerin\.example/);
  assert.match(message, /SN-7K4M-2QXD/);
  assert.match(message, /schwerin\.example\/arbeitsplatz/);
  assert.doesNotMatch(message, /Erika|Bewohnerparkausweis|%PDF/);

  const closed = Promise.withResolvers<undefined>();
  server.close(() => closed.resolve(undefined));
  await closed.promise;
});

test("a correction is not called a new application", async () => {
  const subjects: string[] = [];
  const connector = createEmailNoticeConnector({
    workplaceUrlOf: () => "https://schwerin.example/arbeitsplatz",
    putNoticeOnce: ({ mail }) => {
      subjects.push(mail.subject);
      return Promise.resolve();
    },
  });
  const options = { tenantId, to: "parken@schwerin.example" };
  const { signal } = new AbortController();
  for (const version of [1, 2])
    await connector.deliver({ ...sampleDelivery(), version }, options, signal);
  assert.deepEqual(subjects, [
    "Ein neuer Antrag liegt in Ihrem Eingang",
    "Ein Antrag ist korrigiert",
  ]);
});
