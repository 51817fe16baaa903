import assert from "node:assert/strict";
import { buffer } from "node:stream/consumers";
import { after, before, describe, test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { sql } from "kysely";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  asPage,
  asRedirect,
  errorStatusOf,
  visit,
  type Visit,
} from "../../../shell/testing/visit.ts";
import type { Reply, Route } from "../../../shell/web/route.ts";
import { postfachModule } from "../module.ts";
import {
  actingFor,
  newPerson,
  postfachSurroundings,
  provide,
  received,
  signedInAs,
  subjectOf,
  type Surroundings,
} from "../testing/postfach-fixtures.ts";
import { keptInPostfach } from "../use-cases/kept-for-account.ts";
import { listCorrespondence } from "../use-cases/describe-provided.ts";
import { listFilesInPostfach } from "../use-cases/list-kept-files.ts";
import { countUnread } from "../use-cases/list-threads.ts";
import { provideReceipt } from "../use-cases/provide-message.ts";
import { findThreadAbout } from "../use-cases/describe-provided.ts";
import { correspondenceSection, messagesOf } from "./correspondence-section.ts";

describe("the Postfach", () => {
  let database: TestDatabase;
  let around: Surroundings;
  let routes: readonly Route[];
  before(async () => {
    database = await createTestDatabase();
    around = await postfachSurroundings(database);
    routes = postfachModule(around.ports).routes;
  });
  after(() => database.close());

  const get = (given: Visit) => visit(routes, "GET", given);
  const post = (given: Visit) => visit(routes, "POST", given);
  const threadIn = async (context: Context, submissionId: string) =>
    (await findThreadAbout(context, submissionId))?.id ?? assert.fail();
  const bytesOf = (reply: Reply) => {
    assert.ok(reply.kind === "download", JSON.stringify(reply));
    return Buffer.isBuffer(reply.body) ? reply.body : buffer(reply.body);
  };
  const auditOf = async (context: Context, subjectId: string) => {
    const { rows } = await context.transaction((db) =>
      sql<{
        action: string;
      }>`select action from audit.entry where subject_id = ${subjectId} order by seq`.execute(
        db,
      ),
    );
    return rows.map(({ action }) => action);
  };

  test("lists what all portals wrote to one person, newest first, and nothing of others; an empty one explains itself", async () => {
    const xaveria = newPerson();
    const [home, county, elsewhere] = [newId(), newId(), newId()];
    const stranger = newPerson();
    const there = around.contextOf(elsewhere, xaveria);
    const empty = asPage(await get({ context: there, path: "/postfach" }));
    assert.match(empty.text, /Noch keine Nachrichten/);
    await provide(around.office(home, new Date("2027-03-01T09:00:00Z")), {
      subject: subjectOf(xaveria, "Hundesteuer"),
    });
    await provide(around.office(county), {
      subject: subjectOf(xaveria, "Jagdschein"),
    });
    await provide(around.office(home), {
      subject: subjectOf(stranger, "Fischereischein"),
    });
    database.statements.length = 0;
    const { text } = asPage(await get({ context: there, path: "/postfach" }));
    assert.ok(text.indexOf("Jagdschein") < text.indexOf("Hundesteuer"));
    assert.ok(!text.includes("Fischereischein"));
    assert.equal(await countUnread(there), 2);
    const guest = around.contextOf(home);
    assert.equal(await countUnread(guest), 0);
  });

  test("a thread shows both ways, notes the first retrieval once, and shows the sender both times", async () => {
    const xaveria = newPerson();
    const tenantId = newId();
    const office = around.office(tenantId);
    const subject = subjectOf(xaveria);
    const messageId = await provide(office, {
      kind: "question",
      subject,
      text: "Bitte <b>Fahrzeugschein</b> schicken.",
    });
    const before = String(
      correspondenceSection(
        await listCorrespondence(office, subject.submissionId),
        { locale: "de", submissionId: subject.submissionId },
      ),
    );
    assert.match(before, /Rückfrage/);
    assert.match(before, /noch nicht abgerufen/);
    const path = `/postfach/${await threadIn(office, subject.submissionId)}`;
    const first = around.contextOf(
      newId(),
      xaveria,
      new Date("2027-03-05T07:30:00Z"),
    );
    const { text } = asPage(await get({ context: first, path }));
    assert.match(text, /&lt;b&gt;Fahrzeugschein/);
    assert.match(text, /Rückfrage der Behörde/);
    assert.equal(await countUnread(first), 0);
    await get({ context: around.contextOf(tenantId, xaveria), path });
    const [message] = await listCorrespondence(office, subject.submissionId);
    assert.equal(
      message?.firstRetrievedAt?.toISOString(),
      "2027-03-05T07:30:00.000Z",
    );
    assert.deepEqual(await auditOf(office, messageId), [
      "postfach.provided",
      "postfach.retrieved",
    ]);
  });

  test("an answer is kept as a draft with its files from any portal, sent once, and reaches the authority", async () => {
    const xaveria = newPerson();
    const [home, elsewhere] = [newId(), newId()];
    const office = around.office(home);
    const subject = subjectOf(xaveria);
    await provide(office, { kind: "question", subject });
    const path = `/postfach/${await threadIn(office, subject.submissionId)}`;
    const context = around.contextOf(elsewhere, xaveria);
    const file = await received(around, context);
    const saved = await post({
      context,
      path: `${path}/antwort`,
      fields: { nachricht: "Anbei das Papier", aktion: "speichern" },
      files: [file],
    });
    assert.equal(asRedirect(saved).to, `${path}?getan=saved`);
    const draft = asPage(await get({ context, path }));
    assert.match(draft.text, /Anbei das Papier/);
    assert.match(draft.text, /Führerschein\.pdf/);
    assert.deepEqual(
      await listFilesInPostfach(office, [newId(), file.fileId]),
      [file.fileId],
      "the clean-up of files leaves it alone",
    );
    const waiting = await listCorrespondence(office, subject.submissionId);
    assert.equal(waiting.length, 1);

    const answerId = newId();
    const fields = {
      nachricht: "Anbei das Papier",
      aktion: "senden",
      kennung: answerId,
    };
    const send = () => post({ context, path: `${path}/antwort`, fields });
    assert.equal(asRedirect(await send()).to, `${path}?getan=sent`);
    await send();
    const [, answer, ...more] = await listCorrespondence(
      office,
      subject.submissionId,
    );
    assert.deepEqual(more, []);
    assert.equal(answer?.text, "Anbei das Papier");
    assert.deepEqual(await auditOf(office, answerId), ["postfach.answered"]);
    const opened = await visit(routes, "GET", {
      context: office,
      path: `/arbeitsplatz/postfach/${subject.submissionId}/dateien/${file.fileId}`,
    });
    assert.equal(String(await bytesOf(opened)), "%PDF-1.7 sample");
    const after = asPage(await get({ context, path }));
    assert.equal(after.text.split("Anbei das Papier").length, 2);
  });

  test("what cannot be sent says why and keeps the words; who may prepare only does not send", async () => {
    const xaveria = newPerson();
    const company = newId();
    const office = around.office(newId());
    const subject = subjectOf(actingFor(xaveria, company));
    await provide(office, { subject });
    const path = `/postfach/${await threadIn(office, subject.submissionId)}`;
    const context = around.contextOf(
      office.tenantId,
      actingFor(xaveria, company),
    );
    const answer = (
      fields: Record<string, string>,
      more: Partial<Visit> = {},
    ) =>
      post({
        context,
        path: `${path}/antwort`,
        fields: { aktion: "senden", kennung: newId(), ...fields },
        ...more,
      });
    const empty = asPage(await answer({ nachricht: " " }));
    assert.equal(empty.status, 422);
    assert.match(empty.title, /^Fehler: /);
    assert.match(empty.text, /Schreiben Sie eine Nachricht/);
    const long = asPage(await answer({ nachricht: "x".repeat(10_001) }));
    assert.match(long.text, /höchstens 10\.000 Zeichen/);
    const refused = asPage(
      await answer(
        { nachricht: "mit Bild" },
        {
          files: [
            {
              field: "dateien",
              filename: "a.exe",
              outcome: { kind: "type-not-allowed" },
            },
          ],
        },
      ),
    );
    assert.match(refused.text, /„a\.exe“ ist keine Datei/);
    assert.match(refused.text, /mit Bild/);
    const account = signedInAs(xaveria, {
      partyId: company,
      kind: "organisation",
      name: "Beispiel GmbH",
      may: "prepare",
    });
    const prepared = asPage(await answer({ nachricht: "Text" }, { account }));
    assert.match(prepared.text, /Beispiel GmbH/);
    assert.ok(!prepared.text.includes('value="senden"'));
    const sent = await listCorrespondence(office, subject.submissionId);
    assert.equal(sent.length, 1);
    assert.equal(errorStatusOf(await answer({ kennung: "x" })), 400);
  });

  test("a file is opened by whom it belongs to; a Bescheid counts as retrieved then, not when its thread was seen", async () => {
    const xaveria = newPerson();
    const office = around.office(newId());
    const subject = subjectOf(xaveria);
    const { outcome, filename } = await received(
      around,
      office,
      "%PDF Bescheid",
    );
    assert.ok(outcome.kind === "stored");
    const messageId = await provide(office, {
      kind: "decision",
      subject,
      documents: [{ ...outcome, filename }],
      bescheid: { land: "MV", law: "general", hasLegalRemedyText: true },
    });
    const path = `/postfach/${await threadIn(office, subject.submissionId)}`;
    const context = around.contextOf(office.tenantId, xaveria);
    await get({ context, path });
    assert.deepEqual(await auditOf(office, messageId), ["postfach.provided"]);
    const file = await get({
      context,
      path: `${path}/dateien/${outcome.fileId}`,
    });
    assert.ok(file.kind === "download" && file.disposition === "inline");
    assert.equal(String(await bytesOf(file)), "%PDF Bescheid");
    assert.deepEqual(await auditOf(office, messageId), [
      "postfach.provided",
      "postfach.retrieved",
    ]);
    const zip = await get({ context, path: `${path}/alles.zip` });
    assert.ok(zip.kind === "download");
    assert.equal(zip.filename, "Postfach 7K4M-29CF-X3T.zip");
    const archive = await bytesOf(zip);
    assert.equal(archive.toString("latin1").split("PK\u0001\u0002").length, 3);
    // The texts come first; 30 bytes and the name stand before.
    const words = inflateRawSync(
      archive.subarray(30 + archive.readUInt16LE(26)),
    ).toString("utf8");
    // Provided on a Thursday: the fourth day is a Monday.
    assert.match(words, /Gilt als bekannt gegeben am: 8\. März 2027/);
    assert.match(words, /Widerspruch möglich bis: 8\. April 2027/);
    const missing = await get({ context, path: `${path}/dateien/${newId()}` });
    assert.equal(errorStatusOf(missing), 404);
  });

  test("is searched in words and labels, put away, and comes back with the next message", async () => {
    const xaveria = newPerson();
    const office = around.office(newId());
    const subject = subjectOf(xaveria, "Jagdschein");
    await provide(office, { subject, text: "Der Prüfungstermin ist im Mai." });
    await provide(office, { subject: subjectOf(xaveria, "Hundesteuer") });
    const context = around.contextOf(newId(), xaveria);
    const list = async (query: string) =>
      asPage(await get({ context, path: `/postfach${query}` })).text;
    const path = `/postfach/${await threadIn(office, subject.submissionId)}`;
    await post({
      context,
      path: `${path}/schlagwoerter`,
      fields: { schlagwoerter: " Wald,wald , Haus & Hof" },
    });
    for (const query of [
      "?q=pruefungstermin",
      "?q=7k4m+jagdschein",
      "?schlagwort=Haus+%26+Hof",
    ]) {
      const found = await list(query);
      assert.match(found, /Jagdschein/);
      assert.ok(!found.includes(">Hundesteuer<"), query);
    }
    assert.match(await list("?q=nirgends"), /Nichts gefunden/);
    const stored = await context.transaction((db) =>
      sql<{
        labels: Buffer;
      }>`select labels from postfach.thread where owner_id = ${xaveria.ownerId}::uuid and labels is not null`.execute(
        db,
      ),
    );
    assert.ok(!stored.rows[0]?.labels.includes("Wald"), "labels are encrypted");

    const move = (ordner: string) =>
      post({ context, path: `${path}/ablage`, fields: { ordner } });
    await move("archiv");
    assert.ok(!(await list("")).includes("Jagdschein"));
    assert.match(await list("?ordner=archiv"), /Jagdschein/);
    await provide(office, { subject });
    assert.match(await list("?seite=zwei"), /Jagdschein/);
  });

  test("a guest has the same behind the private link; what belongs to an account does not open there", async () => {
    const office = around.office(newId());
    const guest = around.contextOf(office.tenantId);
    const subject = subjectOf(undefined);
    const owned = subjectOf(newPerson());
    await guest.transaction((db) => provideReceipt(guest, db, subject));
    await provide(office, { subject, kind: "question", text: "Wie alt?" });
    await provide(office, { subject: owned });
    around.links.set("link-guest", subject.submissionId);
    around.links.set("link-owned", owned.submissionId);
    const path = "/status/link-guest/nachrichten";
    const { text } = asPage(await get({ context: guest, path }));
    assert.match(text, /Eingang bestätigt/);
    assert.match(text, /Wie alt\?/);
    assert.ok(!text.includes("Schlagwörter"));
    const sent = await post({
      context: guest,
      path: `${path}/antwort`,
      fields: { nachricht: "41", aktion: "senden", kennung: newId() },
    });
    assert.equal(asRedirect(sent).to, `${path}?getan=sent`);
    const all = await listCorrespondence(office, subject.submissionId);
    assert.deepEqual(
      all.map(({ kind }) => kind),
      ["receipt", "question", "answer"],
    );
    for (const link of ["link-owned", "link-unknown"]) {
      const other = await get({
        context: guest,
        path: `/status/${link}/nachrichten`,
      });
      assert.equal(errorStatusOf(other), 404);
    }
    const part = async (submissionId: string, link: string) =>
      String(await messagesOf(guest, submissionId, { locale: "de", link }));
    assert.match(
      await part(subject.submissionId, "link-guest"),
      /link-guest\/nachrichten/,
    );
    assert.match(await part(owned.submissionId, "link-owned"), /\/postfach\//);
  });

  test("nobody else gets in: strangers, other organisations, mandates of somebody else's acts, staff of other portals", async () => {
    const xaveria = newPerson();
    const office = around.office(newId());
    const subject = subjectOf(xaveria);
    const { outcome, filename } = await received(around, office);
    assert.ok(outcome.kind === "stored");
    await provide(office, { subject, documents: [{ ...outcome, filename }] });
    const id = await threadIn(office, subject.submissionId);
    const helper = newPerson();
    const intruders: readonly Context[] = [
      around.contextOf(office.tenantId),
      around.contextOf(office.tenantId, newPerson()),
      around.contextOf(office.tenantId, actingFor(xaveria, newId())),
      around.contextOf(office.tenantId, {
        ...actingFor(helper, xaveria.ownerId),
        seesOwnActsOnly: true,
      }),
    ];
    const paths = [
      ["GET", ""],
      ["GET", `/dateien/${outcome.fileId}`],
      ["GET", "/alles.zip"],
      ["POST", "/antwort"],
      ["POST", "/ablage"],
      ["POST", "/schlagwoerter"],
    ] as const;
    for (const context of intruders)
      for (const [method, rest] of paths) {
        const path = `/postfach/${id}${rest}`;
        const reply = await visit(routes, method, { context, path });
        assert.equal(errorStatusOf(reply), 404, `${method} ${rest}`);
      }
    const sent = `/arbeitsplatz/postfach/${subject.submissionId}/dateien/${outcome.fileId}`;
    const colleague = around.office(newId());
    const foreign = await get({ context: colleague, path: sent });
    assert.equal(errorStatusOf(foreign), 404);
    const [message] = await listCorrespondence(office, subject.submissionId);
    assert.equal(message?.firstRetrievedAt, undefined);
  });

  test("the same message provided twice is there once, one that is rolled back not at all, and none ever changes", async () => {
    const xaveria = newPerson();
    const office = around.office(newId());
    const subject = subjectOf(xaveria);
    const messageId = newId();
    await provide(office, { subject, messageId });
    await provide(office, { subject, messageId });
    const kept = await listCorrespondence(office, subject.submissionId);
    assert.equal(kept.length, 1);
    for (const change of [
      sql`update postfach.message set at = now() where id = ${messageId}::uuid`,
      sql`delete from postfach.message where id = ${messageId}::uuid`,
    ])
      await assert.rejects(
        office.transaction((db) => change.execute(db)),
        /immutable/,
      );
  });

  test("parallel messages and answers of one thread get places of their own", async () => {
    const xaveria = newPerson();
    const office = around.office(newId());
    const subject = subjectOf(xaveria);
    await provide(office, { subject });
    const path = `/postfach/${await threadIn(office, subject.submissionId)}/antwort`;
    const context = around.contextOf(office.tenantId, xaveria);
    const answer = () =>
      post({
        context,
        path,
        fields: { nachricht: "Hallo", aktion: "senden", kennung: newId() },
      });
    await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        index % 2 === 0 ? provide(office, { subject }) : answer(),
      ),
    );
    const all = await listCorrespondence(office, subject.submissionId);
    assert.equal(all.length, 7);
    assert.equal(
      new Set(all.map(({ messageId }) => messageId)).size,
      all.length,
    );
  });

  test("goes along with an account: exported, moved to another, and left to the private link", async () => {
    const [xaveria, other] = [newPerson(), newPerson()];
    const office = around.office(newId());
    const subject = subjectOf(xaveria);
    await provide(office, { subject, text: "Guten Tag Xaveria" });
    const exported = await keptInPostfach.exportOf(
      around.contextOf(office.tenantId, xaveria),
      xaveria.accountId,
    );
    assert.match(JSON.stringify(exported), /Guten Tag Xaveria/);
    await keptInPostfach.moveTo(office, {
      from: xaveria.accountId,
      to: other.accountId,
    });
    const moved = around.contextOf(newId(), other);
    assert.equal(await countUnread(moved), 1);
    await keptInPostfach.remove(office, other.accountId);
    assert.equal(await countUnread(moved), 0);
    around.links.set("link-left", subject.submissionId);
    const left = await get({
      context: around.contextOf(office.tenantId),
      path: "/status/link-left/nachrichten",
    });
    assert.match(asPage(left).text, /Guten Tag Xaveria/);
    assert.equal(asPage(left).status, 200);
  });
});
