import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import {
  antrag,
  apply,
  draftKeyOf,
  fillIn,
  send,
  startDraft,
  type DemoForm,
} from "./testing/applicant.ts";
import { assertNoFaults } from "./testing/log-check.ts";
import { signedIn } from "./testing/signed-in.ts";
import { signedInCitizen, signInCitizen } from "./testing/signed-in-citizen.ts";
import { openAsOwner, type DatabaseOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Visitor } from "./testing/visitor.ts";

const form: DemoForm = "hundesteuer";
const step1 = antrag(form, "/schritt/1");
const firstName = "antragsteller.0.vorname.0";

void describe("a draft that belongs to an account", () => {
  let portal: TestPortal;
  let owner: DatabaseOwner;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    owner = openAsOwner(portal.databaseAddress);
  });
  after(async () => {
    await owner.close();
    await portal.close();
  });

  const begun = async (subject: string): Promise<Visitor> => {
    const visitor = await signedInCitizen(portal, "schwerin", { subject });
    await startDraft(visitor, form);
    await visitor.visit(step1, { fields: { [firstName]: `Nur ${subject}` } });
    return visitor;
  };

  /** Another browser with the key of a draft. */
  const withKeyOf = (other: Visitor, visitor: Visitor): Visitor => {
    visitor.cookies.set(`antrag-${form}`, draftKeyOf(other, form));
    return visitor;
  };

  void test("opens in the browser of its owner", async () => {
    const ada = await begun("ada-1");
    const shown = await ada.visit(step1);
    assert.equal(shown.status, 200);
    assert.match(shown.text, /Nur ada-1/);
  });

  void test("asks whoever holds its key and is signed out to sign in", async () => {
    const thief = withKeyOf(
      await begun("ada-2"),
      visitorOf(portal, "schwerin"),
    );
    for (const path of ["/schritt/1", "/pruefen", "/speichern", "/druck"]) {
      const answer = await thief.visit(antrag(form, path));
      assert.equal(answer.status, 303, path);
      assert.match(answer.headers.location ?? "", /^\/anmelden\?zurueck=/);
      assert.doesNotMatch(answer.text, /Nur ada-2/);
    }
  });

  void test("refuses somebody else who is signed in and holds its key", async () => {
    const other = await signedInCitizen(portal, "schwerin", { subject: "bea" });
    const thief = withKeyOf(await begun("ada-3"), other);
    const shown = await thief.visit(step1);
    assert.equal(shown.status, 403);
    assert.doesNotMatch(shown.text, /Nur ada-3/);
    const saved = await thief.visit(step1, { fields: { [firstName]: "Bea" } });
    assert.equal(saved.status, 403);
  });

  void test("keeps what was typed on a page whose session ended, and shows nothing of it before signing in again", async () => {
    const ada = await begun("ada-4");
    ada.cookies.delete("konto");
    const saved = await ada.visit(step1, {
      fields: { [firstName]: "Spät getippt", aktion: "next" },
    });
    assert.equal(saved.status, 303);
    assert.match(saved.headers.location ?? "", /^\/anmelden\?zurueck=/);
    await signInCitizen(portal, "schwerin", { visitor: ada, subject: "ada-4" });
    assert.match((await ada.visit(step1)).text, /Spät getippt/);
  });

  void test("its private link asks to sign in", async () => {
    const ada = await begun("ada-5");
    const saved = await ada.visit(antrag(form, "/speichern"), { fields: {} });
    const link = /\/antrag\/[\w-]{43}/.exec(saved.text)?.[0] ?? assert.fail();
    const elsewhere = visitorOf(portal, "schwerin");
    const asked = await elsewhere.visit(link);
    assert.match(asked.headers.location ?? "", /^\/anmelden\?zurueck=/);
    const visitor = elsewhere;
    await signInCitizen(portal, "schwerin", { visitor, subject: "ada-5" });
    assert.match(
      (await elsewhere.follow(await elsewhere.visit(link))).text,
      /Nur ada-5/,
    );
  });

  void test("a guest's goes into the account with one click", async () => {
    const visitor = visitorOf(portal, "schwerin");
    await startDraft(visitor, form);
    const guestsKey = withKeyOf(visitor, visitorOf(portal, "schwerin"));
    await signInCitizen(portal, "schwerin", { visitor, subject: "ada-6" });
    assert.match(
      (await visitor.visit(antrag(form))).text,
      /In mein Konto übernehmen/,
    );
    const taken = await visitor.visit(antrag(form, "/uebernehmen"), {
      fields: {},
    });
    assert.equal(taken.headers.location, step1);
    assert.equal((await visitor.visit(step1)).status, 200);
    assert.equal((await guestsKey.visit(step1)).status, 303);
  });

  void test("is sent with level, provider and time, which the receipt shows and its hash covers", async () => {
    const visitor = await signedInCitizen(portal, "schwerin", {
      subject: "ada-7",
      level: "substantial",
      displayName: "Ada Siebenstein",
    });
    const sent = await apply(visitor, form);
    const [row] = await owner.query<{ level: string; provider: string }>(
      "select assurance_level as level, identity_provider as provider from submissions.submission where reference = $1",
      [sent.reference],
    );
    assert.deepEqual(row, { level: "substantial", provider: "bundid" });
    const json = await visitor.visit(antrag(form, "/quittung.json"));
    const receipt = JSON.parse(json.text) as {
      authentication: { level: string; provider: string; name: string };
    };
    assert.equal(receipt.authentication.level, "substantial");
    assert.equal(receipt.authentication.name, "Ada Siebenstein");
    const [vorgang] = await owner.query<{ id: string }>(
      "select id from vorgaenge.vorgang where reference = $1",
      [sent.reference],
    );
    const staff = await signedIn(portal, "schwerin");
    const shown = await staff.visit(
      `/arbeitsplatz/vorgaenge/${vorgang?.id ?? ""}`,
    );
    assert.match(shown.text, /Ada Siebenstein/);
    assert.match(shown.text, /substanziell/);
  });

  void test("is not sent below the level that is needed, whatever is posted, and is once the person has proved it", async () => {
    const subject = "ada-10";
    const visitor = await signedInCitizen(portal, "schwerin", { subject });
    await fillIn(visitor, form);
    const setLevel = (level: string) =>
      owner.query(
        "update catalogue.leistung set assurance_level = $1 where slug = $2",
        [level, form],
      );
    const [before] = await owner.query<{ level: string }>(
      "select assurance_level as level from catalogue.leistung where slug = $1",
      [form],
    );
    await setLevel("high");
    try {
      for (const level of ["low", "substantial"] as const) {
        await signInCitizen(portal, "schwerin", { visitor, subject, level });
        const refused = await send(visitor, form);
        assert.equal(refused.headers.location, antrag(form, "/pruefen"));
      }
      await signInCitizen(portal, "schwerin", {
        visitor,
        subject,
        level: "high",
      });
      const sent = await send(visitor, form);
      assert.equal(sent.headers.location, antrag(form, "/gesendet"));
    } finally {
      await setLevel(before?.level ?? "none");
    }
  });

  void test("row-level security shows an owner what is theirs in all tenants, and lets nobody write there", async () => {
    const ada = await signedInCitizen(portal, "grabow", { subject: "ada-8" });
    await startDraft(ada, form);
    const adas = await signInCitizen(portal, "schwerin", {
      visitor: visitorOf(portal, "schwerin"),
      subject: "ada-8",
    });
    const schwerin = await portal.portal("schwerin");
    const seenAs = (ownerId: string) =>
      portal.services.database.inScope(
        { tenantId: schwerin.tenantId, ownerId },
        async (db) => {
          const { rows } = await sql<{ tenant_id: string; owner_id: string }>`
            select tenant_id, owner_id from submissions.draft where tenant_id <> ${schwerin.tenantId}`.execute(
            db,
          );
          const changed =
            await sql`update submissions.draft set leistung_title = 'x' where tenant_id <> ${schwerin.tenantId}`.execute(
              db,
            );
          const removed =
            await sql`delete from submissions.draft where tenant_id <> ${schwerin.tenantId}`.execute(
              db,
            );
          return { rows, writes: [changed, removed] };
        },
      );
    const own = await seenAs(adas);
    assert.equal(own.rows.length, 1);
    assert.equal(own.rows[0]?.owner_id, adas);
    assert.deepEqual(
      own.writes.map(({ numAffectedRows }) => numAffectedRows),
      [0n, 0n],
    );
    assert.deepEqual((await seenAs(crypto.randomUUID())).rows, []);
  });

  void test("is seen in every portal of its owner and opened in its own, and a submission without its private link", async () => {
    const subject = "ada-9";
    const grabow = await signedInCitizen(portal, "grabow", { subject });
    await startDraft(grabow, form);
    await apply(
      await signedInCitizen(portal, "schwerin", { subject }),
      "bewohnerparkausweis",
    );

    const schwerin = await signedInCitizen(portal, "schwerin", { subject });
    const list = await schwerin.visit("/antraege");
    assert.match(list.text, /Stadt Grabow/);
    assert.match(list.text, /http:\/\/grabow\.localhost:\d+\/antraege"/);
    assert.match(list.text, /Eingegangen/);
    const status =
      /href="(\/antraege\/[0-9a-f-]{36})"/.exec(list.text)?.[1] ??
      assert.fail();
    assert.equal((await schwerin.visit(status)).status, 200);
    const pdf = await schwerin.visit(`${status}/quittung.pdf`);
    assert.equal(pdf.headers["content-type"], "application/pdf");

    const later = await signedInCitizen(portal, "grabow", { subject });
    const there = await later.visit("/antraege");
    const open =
      /action="(\/antraege\/entwuerfe\/[0-9a-f-]{36})"/.exec(there.text)?.[1] ??
      assert.fail();
    const opened = await later.follow(await later.visit(open, { fields: {} }));
    assert.equal(opened.status, 200);
    assert.match(opened.text, /Wer hält den Hund/);
  });

  void test("logs no faults", () => {
    assertNoFaults(portal);
  });
});
