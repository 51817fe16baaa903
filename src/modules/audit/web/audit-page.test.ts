import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  generateKeyRing,
  parseKeyRing,
} from "../../../platform/crypto/key-ring.ts";
import { createSigner } from "../../../platform/crypto/signing-key.ts";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { asPage, visit } from "../../../shell/testing/visit.ts";
import { sealPurpose } from "../domain/seal.ts";
import type { AuditDetails } from "../domain/details.ts";
import { auditModule } from "../module.ts";
import { recordAudit } from "../use-cases/record-audit.ts";

const { routes } = auditModule({
  listStaffNames: () => Promise.resolve(new Map([["kevin", "Kevin Krause"]])),
  listStaff: () => Promise.resolve([{ id: "kevin", name: "Kevin Krause" }]),
  referenceOf: (typed) => typed.toUpperCase(),
  subjectsUnder: (_context, _db, reference) =>
    Promise.resolve(
      reference === "N-1"
        ? [
            { kind: "vorgang", id: "v1" },
            { kind: "bescheid", id: "b1" },
          ]
        : [],
    ),
  referencesOf: (_context, _db, ids) =>
    Promise.resolve(new Map(ids.map((id) => [id, `N-${id.slice(0, 4)}`]))),
  namesOfAuthorities: (ids) =>
    Promise.resolve(new Map(ids.map((id) => [id, "Kreis Muster"]))),
  signer: createSigner(parseKeyRing(generateKeyRing("a")), sealPurpose),
});

void describe("page of the audit log", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const auditorOf = (tenantId: string) =>
    database.contextFor({ tenantId, actor: staffWith("anna", "audit.read") });

  const write = async (tenantId: string, count: number) => {
    const kevin = database.contextFor({ tenantId, actor: staffWith("kevin") });
    for (let number = 1; number <= count; number += 1)
      await kevin.transaction((db) =>
        recordAudit(kevin, db, {
          action: "vorgang.opened",
          subject: { kind: "vorgang", id: `v${String(number)}` },
        }),
      );
  };

  void test("shows who did what in words, newest first, and goes on to older entries", async () => {
    const tenantId = newId();
    await write(tenantId, 60);
    const context = auditorOf(tenantId);
    const path = "/verwaltung/protokoll";
    const { text } = asPage(await visit(routes, "GET", { context, path }));
    assert.match(text, /Kevin Krause/);
    assert.match(text, /hat einen Vorgang geöffnet/);
    assert.ok(text.indexOf(">v60<") < text.indexOf(">v11<"));
    assert.ok(!text.includes(">v10<"));
    const older = /href="([^"]*vor=\d+[^"]*)"/.exec(text)?.[1];
    assert.ok(older);
    const next = asPage(await visit(routes, "GET", { context, path: older }));
    assert.ok(next.text.includes(">v10<") && !next.text.includes(">v11<"));
  });

  void test("shows only what belongs to one person or thing, and never another tenant's entries", async () => {
    const [own, other] = [newId(), newId()];
    await write(own, 2);
    await write(other, 3);
    const context = auditorOf(own);
    const all = asPage(
      await visit(routes, "GET", { context, path: "/verwaltung/protokoll" }),
    );
    assert.ok(!all.text.includes(">v3<"));
    const one = asPage(
      await visit(routes, "GET", {
        context,
        path: "/verwaltung/protokoll?art=vorgang&woran=v1",
      }),
    );
    assert.ok(one.text.includes(">v1<") && !one.text.includes(">v2<"));
    const foreign = asPage(
      await visit(routes, "GET", {
        context,
        path: "/verwaltung/protokoll?art=vorgang&woran=v3",
      }),
    );
    assert.match(foreign.text, /keine Einträge/);
  });

  void test("is searched by number, who, what and days, page by page, and keeps what was sought", async () => {
    const tenantId = newId();
    const now = new Date("2027-05-03T09:00:00Z");
    const context = { ...auditorOf(tenantId), now };
    const write = async (
      at: string,
      [who, action, kind, id]: readonly [string, string, string, string],
    ) => {
      const actor = staffWith(who);
      const given = database.contextFor({ tenantId, actor, now: new Date(at) });
      await given.transaction((db) =>
        recordAudit(given, db, { action, subject: { kind, id } }),
      );
    };
    // Half past midnight in Germany, the day before in UTC; the last one began late and was written early.
    await write("2027-03-01T23:30:00Z", [
      "kevin",
      "vorgang.opened",
      "vorgang",
      "v1",
    ]);
    await write("2027-03-03T11:00:00Z", [
      "samira",
      "bescheid.written",
      "bescheid",
      "b1",
    ]);
    await write("2027-03-02T22:59:00Z", [
      "kevin",
      "vorgang.opened",
      "vorgang",
      "v2",
    ]);
    for (let count = 0; count < 60; count += 1)
      await write("2027-04-01T11:00:00Z", [
        "kevin",
        "vorgang.noted",
        "vorgang",
        `w${String(count)}`,
      ]);
    const search = async (query: string) => {
      const path = `/verwaltung/protokoll?${query}`;
      const { text } = asPage(await visit(routes, "GET", { context, path }));
      const [, body = ""] = text.split("<tbody");
      const ids = [...body.matchAll(/>([bvw]\d+)</g)].map(([, id]) => id);
      return { ids, text };
    };
    assert.deepEqual((await search("nummer=n-1")).ids, ["b1", "v1"]);
    assert.deepEqual((await search("nummer=Quittkowski")).ids, []);
    assert.deepEqual((await search("nummer=n-1&was=vorgang.opened")).ids, [
      "v1",
    ]);
    assert.deepEqual((await search("wer=samira")).ids, ["b1"]);
    assert.deepEqual((await search("von=2027-03-02&bis=2027-03-02")).ids, [
      "v2",
      "v1",
    ]);
    assert.deepEqual((await search("bis=2027-03-01")).ids, []);
    const first = await search("wer=kevin&von=2027-03-02&nummer=");
    assert.equal(first.ids.length, 50);
    const older = /href="[^"?]*\?([^"]*vor=\d+[^"]*)"/.exec(first.text)?.[1];
    const rest = await search((older ?? "").replaceAll("&amp;", "&"));
    assert.equal(rest.ids.length, 12);
    assert.deepEqual(rest.ids.slice(-2), ["v2", "v1"]);
    assert.match(
      first.text,
      /value="kevin"\s+selected|selected[^>]*value="kevin"/,
    );

    const { text } = await search("was=audit.read");
    const plain = text.replaceAll(/<[^>]*>|\s+/g, " ").replaceAll(/ +/g, " ");
    assert.match(plain, /Nummer: N-1/);
    assert.match(plain, /Gesuchte Handlung: hat einen Vorgang geöffnet/);
    assert.match(plain, /Von: 2\. März 2027 Bis: 2\. März 2027/);
    // What is no number here may be a name: it is not kept.
    const entries = text.slice(text.indexOf("<tbody"));
    assert.doesNotMatch(entries, /quittkowski/i);
  });

  void test("says the details of an entry in words and names, and what it has no words for as it is", async () => {
    const tenantId = newId();
    const kevin = database.contextFor({ tenantId, actor: staffWith("kevin") });
    const details = {
      means: "app",
      roles: "caseworker auditor",
      assigneeId: "kevin",
      isSigned: true,
      consent: "guest",
      channel: "counter",
      vorgangId: newId(),
      askedTenantId: newId(),
    } as const;
    // As a program of another version wrote it.
    const unknown = { colour: "blue", means: "app" };
    for (const given of [details, unknown])
      await kevin.transaction((db) =>
        recordAudit(kevin, db, {
          action: "vorgang.opened",
          subject: { kind: "vorgang", id: "v1" },
          details: given as AuditDetails,
        }),
      );
    const read = async (locale: "de" | "en") => {
      const given = { ...auditorOf(tenantId), locale };
      const path = "/verwaltung/protokoll";
      const page = await visit(routes, "GET", { context: given, path, locale });
      return asPage(page)
        .text.replaceAll(/<[^>]*>|\s+/g, " ")
        .replaceAll(/ +/g, " ");
    };
    const german = await read("de");
    for (const words of [
      "Anmeldung mit: Code der App",
      "Rollen: Sachbearbeitung, Revision",
      "Zuständig: Kevin Krause",
      "Unterschrieben: ja",
      "Einwilligung: Gast ohne Konto",
      "Eingegangen: am Schalter",
      `Vorgang: N-${details.vorgangId.slice(0, 4)}`,
      "Gefragte Behörde: Kreis Muster",
      "colour: blue",
    ])
      assert.ok(german.includes(words), words);
    assert.match(await read("en"), /Signed in with: code of the app/);
  });

  void test("is nobody's without the permission; reading and checking are entries themselves", async () => {
    const tenantId = newId();
    await write(tenantId, 1);
    const kevin = database.contextFor({ tenantId, actor: staffWith("kevin") });
    for (const [method, path] of [
      ["GET", "/verwaltung/protokoll"],
      ["POST", "/verwaltung/protokoll/pruefung"],
      ["GET", "/verwaltung/protokoll/siegel"],
    ] as const) {
      const reply = await visit(routes, method, { context: kevin, path });
      assert.deepEqual(reply, { kind: "error", status: 403 });
    }
    const context = auditorOf(tenantId);
    const checked = asPage(
      await visit(routes, "POST", {
        context,
        path: "/verwaltung/protokoll/pruefung",
      }),
    );
    assert.match(checked.text, /Unversehrt: 1 Einträge geprüft/);
    assert.match(checked.text, /hat das Protokoll geprüft/);
    const again = asPage(
      await visit(routes, "GET", { context, path: "/verwaltung/protokoll" }),
    );
    assert.match(again.text, /hat das Protokoll gelesen/);
  });
});
