import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import { createTransport } from "nodemailer";
import { z } from "zod";
import type { Context } from "../platform/context/context.ts";
import { until } from "../shell/worker/testing/queue-fixture.ts";
import {
  startMailServer,
  type MailServer,
} from "../shell/worker/testing/mail-server.ts";
import { openMailReturns } from "./mail-returns.ts";
import { personalNotices } from "./notices-ports.ts";
import { installationTenantId, systemActor } from "./services.ts";
import { takeReport } from "./take-report.ts";
import { apply } from "./testing/applicant.ts";
import { assertNoFaults } from "./testing/log-check.ts";
import { signInCitizen } from "./testing/signed-in-citizen.ts";
import { signedIn } from "./testing/signed-in.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf } from "./testing/visitor.ts";

/** As Postfix writes it. */
const report = (action: string, status: string, more = "") => `Return-Path: <>
From: MAILER-DAEMON@mx.example (Mail Delivery System)
To: somebody@portal.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="A1B2.1/mx.example"

--A1B2.1/mx.example
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.example.

--A1B2.1/mx.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example
X-Postfix-Queue-ID: A1B2
Arrival-Date: Thu,  4 Mar 2027 10:00:00 +0100 (CET)

Final-Recipient: rfc822; somebody@example.org
Original-Recipient: rfc822;somebody@example.org
Action: ${action}
Status: ${status}
Remote-MTA: dns; mx2.example
Diagnostic-Code: smtp; 550 5.1.1 <somebody@example.org>: Recipient address
    rejected: User unknown${more}

--A1B2.1/mx.example
Content-Type: text/rfc822-headers

Subject: Ihr Antrag ist eingegangen

--A1B2.1/mx.example--
`;

const smsSchema = z.object({ to: z.string(), text: z.string() });

void describe("a notice", () => {
  let portal: TestPortal;
  let server: MailServer;
  before(async () => {
    server = await startMailServer();
    portal = await startTestPortal({ variables: { SMTP_URL: server.url } });
  });
  after(async () => {
    await portal.close();
    await server.stop();
  });

  const take = (source: string, to?: string) =>
    takeReport(portal.services, {
      source: Buffer.from(source.replaceAll("\n", "\r\n")),
      to,
    });

  /** The first of the mails after so many that does not go to the office, whose mails cross with it. */
  const mailAfter = async (count: number) => {
    const find = () =>
      server.received
        .slice(count)
        .find(({ to }) => !to.includes("post@schwerin.example"));
    await until(() => Promise.resolve(find() !== undefined));
    return find() ?? assert.fail();
  };

  /** The applicant, the Vorgang's reference, and where the confirmation comes back to. */
  const applied = async (asAccount: boolean) => {
    const visitor = visitorOf(portal, "schwerin");
    if (asAccount)
      await signInCitizen(portal, "schwerin", { visitor, subject: "bounces" });
    const count = server.received.length;
    const { reference, statusKey } = await apply(visitor, "hundesteuer");
    const mail = await mailAfter(count);
    await until(
      async () =>
        (await take(report("delayed", "4.4.1"), mail.from)) === "no-failure",
    );
    return { visitor, reference, statusKey, returnTo: mail.from };
  };

  const noticesOf = async () => ({
    personal: personalNotices(portal.services, { smsDailyLimit: 100 }),
    accounts: portal.services.contextFor({
      tenantId: await installationTenantId(portal.services),
      actor: systemActor,
    }),
  });

  /** Short messages of an account, kept because no gateway is set. */
  const readSms = async (context: Context, accountId: string) => {
    const rows = await context.transaction(
      async (db) =>
        (
          await sql<{
            id: string;
            content: Buffer;
          }>`select id, content from notices.sms where account_id = ${accountId}::uuid order by created_at, id`.execute(
            db,
          )
        ).rows,
    );
    return Promise.all(
      rows.map(async ({ id, content }) =>
        smsSchema.parse(
          JSON.parse(
            String(await context.cipher.decrypt(content, `notices/sms/${id}`)),
          ),
        ),
      ),
    );
  };

  void test("that comes back is a task for the office, seen at the Vorgang, until somebody was reached otherwise", async () => {
    const { visitor, reference, statusKey, returnTo } = await applied(false);
    const told = async () =>
      (await visitor.visit(`/status/${statusKey}`)).text.includes(
        "Unsere E-Mails erreichen Sie nicht",
      );
    assert.equal(await told(), false);
    const forged = returnTo.replace(/.@/, (end) =>
      end.startsWith("0") ? "1@" : "0@",
    );
    assert.equal(await take(report("failed", "5.1.1"), forged), "not-ours");
    assert.equal(await take(report("failed", "5.1.1")), "not-ours");
    const away =
      "From: a@b.example\nTo: x@y.example\nSubject: Abwesend\n\nBin weg.\n";
    assert.equal(await take(away, returnTo), "no-failure");
    const office = await signedIn(portal, "schwerin");
    const tasks = async () =>
      (await office.visit("/arbeitsplatz/postfach")).text;
    assert.match(await tasks(), /Alle E-Mails kommen an/);

    // Once by its headers, as a server forwards it, and again.
    const forwarded = `Delivered-To: ${returnTo.toUpperCase()}\n${report("failed", "5.1.1")}`;
    assert.deepEqual(
      await Promise.all([take(forwarded), take(forwarded)]).then((all) =>
        all.toSorted(),
      ),
      ["known", "noted"],
    );
    const open = await tasks();
    assert.ok(open.includes(reference));
    assert.match(open, /Die Adresse gibt es nicht/);
    const queue = await office.visit("/arbeitsplatz");
    const href =
      new RegExp(
        `href="(/arbeitsplatz/vorgaenge/[^"]+)"[^>]*>\\s*${reference}`,
      ).exec(queue.text)?.[1] ?? assert.fail("not in the queue");
    assert.match((await office.visit(href)).text, /kommen nicht an/);
    assert.equal(await told(), true);

    const action =
      /action="([^"]+\/erreicht)"/.exec(open)?.[1] ?? assert.fail();
    const done = await office.visit(action, { fields: {} });
    assert.equal(done.status, 303);
    assert.match(await tasks(), /Alle E-Mails kommen an/);
    assert.doesNotMatch((await office.visit(href)).text, /kommen nicht an/);
    assert.equal(await told(), false);
    const again = await office.visit(action, { fields: {} });
    assert.equal(again.headers.location, "/arbeitsplatz/postfach");
    assert.match(await tasks(), /Alle E-Mails kommen an/);
  });

  void test("that comes back because the mailbox is full leaves the address as it is", async () => {
    const { returnTo, reference } = await applied(true);
    assert.equal(await take(report("failed", "5.2.2"), returnTo), "noted");
    const office = await signedIn(portal, "schwerin");
    const { text } = await office.visit("/arbeitsplatz/postfach");
    assert.ok(text.includes(reference));
    assert.match(text, /Postfach ist voll/);
  });

  void test("that comes back by SMTP is taken from any server, once, for an address of ours and no other", async (t) => {
    const { returnTo, reference } = await applied(false);
    const settings = {
      ...portal.services.settings,
      mailReturns: { host: "localhost", port: 0 },
    };
    const returns =
      (await openMailReturns({ ...portal.services, settings })) ??
      assert.fail();
    t.after(() => returns.stop());
    const send = async (to: readonly string[], raw: string) => {
      const transport = createTransport({
        host: "localhost",
        port: returns.port,
        tls: { rejectUnauthorized: false },
        requireTLS: true,
      });
      try {
        const envelope = { from: "", to: [...to] };
        return (await transport.sendMail({ envelope, raw })).rejected.length;
      } catch (error) {
        return z.object({ responseCode: z.number() }).parse(error).responseCode;
      } finally {
        transport.close();
      }
    };
    const failed = report("failed", "5.1.1");
    const forged = returnTo.replace(/..@/, "zz@");
    assert.equal(await send([forged], failed), 550);
    assert.equal(await send(["somebody@example.org"], failed), 550);
    assert.equal(
      await send([returnTo], `${failed}\n${"x".repeat(1_100_000)}`),
      552,
    );
    const office = await signedIn(portal, "schwerin");
    const tasks = async () =>
      (await office.visit("/arbeitsplatz/postfach")).text;
    assert.ok(!(await tasks()).includes(reference));
    assert.equal(await send([returnTo], report("delayed", "4.4.1")), 0);
    assert.ok(!(await tasks()).includes(reference));
    assert.equal(await send([returnTo, forged], failed), 1);
    const once = (await tasks()).split(reference).length;
    assert.ok(once > 1);
    assert.equal(await send([returnTo], failed), 0);
    assert.equal((await tasks()).split(reference).length, once);
  });

  void test("is chosen by the person: at once, once a day or not, and by short message to a proven number", async () => {
    const visitor = visitorOf(portal, "schwerin");
    const accountId = await signInCitizen(portal, "schwerin", {
      visitor,
      subject: "chooses",
    });
    const path = "/konto/benachrichtigungen";
    const { text } = await visitor.visit(path);
    assert.match(
      text,
      /value="at-once"[^>]*checked|checked[^>]*value="at-once"/,
    );
    assert.match(text, /§ 9 Abs\. 1 OZG/);
    const fields = { message: "daily", progress: "none" };
    await visitor.visit(path, { fields });
    const { personal, accounts } = await noticesOf();
    assert.equal(await personal.choiceOf(accountId), "daily");

    const ask = (nummer: string) =>
      visitor.visit(`${path}/nummer`, { fields: { nummer } });
    const refused = await ask("0900 123456");
    assert.equal(refused.status, 422);
    assert.match(refused.text, /value="0900 123456"/);
    assert.equal((await ask("0151 23456789")).status, 303);
    const notice = { portal: "Schwerin", url: "https://x.example/postfach" };
    await personal.tellBySms(accountId, notice);
    const [first, ...none] = await readSms(accounts, accountId);
    assert.deepEqual(none, []);
    assert.equal(first?.to, "+4915123456789");
    const code = /\b\d{6}\b/.exec(first.text)?.[0] ?? assert.fail();
    const confirm = (typed: string) =>
      visitor.visit(`${path}/code`, { fields: { code: typed } });
    const wrong = code === "000000" ? "000001" : "000000";
    assert.equal((await confirm(wrong)).status, 422);
    assert.equal((await confirm(code)).status, 303);
    assert.equal((await confirm(code)).status, 422);
    for (let count = 0; count < 7; count += 1)
      await personal.tellBySms(accountId, notice);
    const all = await readSms(accounts, accountId);
    assert.equal(all.length, 6, "a code, and five notices a day");
    assert.match(all[1]?.text ?? "", /neue Nachricht/);
    assert.equal(
      (await visitor.visit(`${path}/nummer/entfernen`, { fields: {} })).status,
      303,
    );
    await personal.tellBySms(accountId, notice);
    assert.equal((await readSms(accounts, accountId)).length, 6);
  });

  void test("is worded by the authority, and tried out first", async () => {
    const editor = await signedIn(portal, "schwerin", "redaktion");
    const { text } = await editor.visit("/verwaltung/mails");
    assert.match(text, /\/verwaltung\/mails\/postfach-new\/de/);
    const path = "/verwaltung/mails/submission-received/de";
    const change = (aktion: string, body: string) =>
      editor.visit(path, {
        fields: { betreff: "Moin von {portal}", text: body, aktion },
      });
    const nowhere = await change("speichern", "Ohne Ziel.");
    assert.equal(nowhere.status, 422);
    assert.match(nowhere.text, /\{link\}/);
    assert.equal((await change("speichern", "{link} {name}")).status, 422);
    const count = server.received.length;
    assert.equal((await change("probe", "Probe: {link}")).status, 200);
    assert.match((await mailAfter(count)).source, /^Probe: http/m);
    assert.equal((await change("speichern", "Hier: {link}")).status, 303);
    const { returnTo } = await applied(false);
    const sent = server.received.find(({ from }) => from === returnTo);
    assert.match(sent?.source ?? "", /^Subject: Moin von/m);
    const colleague = await signedIn(portal, "lup", "redaktion");
    assert.doesNotMatch((await colleague.visit(path)).text, /Moin/);
    assert.equal((await change("zuruecksetzen", "")).status, 303);
    assert.doesNotMatch((await editor.visit(path)).text, /Moin/);
    assertNoFaults(portal);
  });
});
