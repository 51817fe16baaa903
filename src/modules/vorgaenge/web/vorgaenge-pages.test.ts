import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { html } from "../../../platform/html/html.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  asPage,
  asRedirect,
  errorStatusOf,
  visit,
} from "../../../shell/testing/visit.ts";
import type { SignedInAccount } from "../../../shell/web/route.ts";
import { vorgaengeModule } from "../module.ts";
import {
  auditOf,
  doSteps,
  fakePorts,
  fileId,
  newOffice,
  parkingPermit,
  received,
  type Office,
} from "../testing/vorgang-fixtures.ts";

const { routes } = vorgaengeModule(fakePorts());

describe("the caseworker's pages", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const get = (office: Pick<Office, "caseworker">, path: string) =>
    visit(routes, "GET", { context: office.caseworker, path });
  const postStep = (
    office: Office,
    id: string,
    fields: Record<string, string>,
  ) =>
    visit(routes, "POST", {
      context: office.caseworker,
      path: `/arbeitsplatz/vorgaenge/${id}/stand`,
      fields: { gesehen: "1", ...fields },
    });

  test("an empty queue explains itself", async () => {
    const { text } = asPage(await get(newOffice(database), "/arbeitsplatz"));
    assert.match(text, /Noch kein Antrag eingegangen/);
  });

  test("the queue links each Vorgang, marks what is unread and counts the states", async () => {
    const office = newOffice(database);
    const id = await parkingPermit(office);
    const { text, layout } = asPage(await get(office, "/arbeitsplatz"));
    assert.equal(layout, "wide");
    assert.match(text, new RegExp(`/arbeitsplatz/vorgaenge/${id}`));
    assert.match(text, /portal-table__row--unread/);
    assert.match(text, /ungelesen/);
    assert.match(text, /Offen\s+<span[^>]*>1</);
    assert.match(text, /03\.03\.2027\s+<span[^>]*>heute</);
    const decided = asPage(await get(office, "/arbeitsplatz?stand=decided"));
    assert.match(decided.text, /Kein Vorgang passt zu dieser Auswahl/);
  });

  test("more than a page leads on, and nonsense in the address does no harm", async () => {
    const office = newOffice(database);
    for (let count = 0; count < 26; count += 1) await parkingPermit(office);
    const first = asPage(await get(office, "/arbeitsplatz"));
    const [, href = ""] = /href="([^"]*nach=[^"]*)"/.exec(first.text) ?? [];
    const second = asPage(await get(office, href.replaceAll("&amp;", "&")));
    assert.equal(second.text.match(/<time /g)?.length, 1);
    assert.match(second.text, /Zum Anfang der Liste/);
    const odd = asPage(await get(office, "/arbeitsplatz?stand=x&nach=%00"));
    assert.equal(odd.status, 200);
  });

  test("whoever may not read Vorgänge is led to the own account", async () => {
    const office = newOffice(database);
    const admin = { caseworker: office.at(received, ["staff.manage"]) };
    const reply = asRedirect(await get(admin, "/arbeitsplatz"));
    assert.equal(reply.to, "/arbeitsplatz/konto");
  });

  test("a Vorgang shows answers escaped, files, PDF, history and only the allowed steps", async () => {
    const office = newOffice(database);
    const id = await parkingPermit(office);
    const { text } = asPage(await get(office, `/arbeitsplatz/vorgaenge/${id}`));
    assert.match(text, /Großmann-&lt;b&gt;Özil&lt;\/b&gt;/);
    assert.match(text, /Führerschein &amp; Ausweis\.pdf/);
    assert.match(text, /PDF, 123\u00a0kB/);
    assert.match(text, /antrag\.pdf/);
    assert.match(text, /Antrag eingegangen/);
    assert.match(text, /value="decided-granted"/);
    assert.ok(!text.includes('value="closed"'));
  });

  test("a file opens beside the answers, in a frame of this portal only; another module adds facts and sections", async () => {
    const office = newOffice(database);
    const id = await parkingPermit(office);
    const path = `/arbeitsplatz/vorgaenge/${id}`;
    const contributed = vorgaengeModule(
      fakePorts({
        sections: [
          (_context, { reference }) =>
            Promise.resolve({
              facts: [{ term: "Frist", value: "3 Tage" }],
              actions: [
                { id: "kasse", title: "Kasse", body: html`für ${reference}` },
              ],
            }),
        ],
      }),
    );
    const { text, showsFiles } = asPage(
      await visit(contributed.routes, "GET", {
        context: office.caseworker,
        path: `${path}?datei=${fileId}`,
      }),
    );
    assert.equal(showsFiles, true);
    assert.match(
      text,
      new RegExp(`<iframe[^>]+src="${path}/dateien/${fileId}"`),
    );
    assert.match(text, /<dt>Frist<\/dt>\s*<dd>3 Tage/);
    assert.match(text, /id="kasse"[^>]*>Kasse<\/h2>\s*für TEST-/);
    const plain = asPage(await get(office, `${path}?datei=${newId()}`));
    assert.ok(!plain.text.includes("<iframe"));
    assert.ok(plain.showsFiles !== true);
  });

  test("a clean case takes three clicks: open, choose, save", async () => {
    const office = newOffice(database);
    const id = await parkingPermit(office);
    const reply = await postStep(office, id, { schritt: "decided-granted" });
    const path = `/arbeitsplatz/vorgaenge/${id}`;
    assert.equal(asRedirect(reply).to, path);
    const { text } = asPage(await get(office, path));
    assert.match(text, /Entschieden: bewilligt/);
  });

  test("a note with markup is shown as text, with its line breaks", async () => {
    const office = newOffice(database);
    const id = await parkingPermit(office);
    await postStep(office, id, {
      schritt: "question-asked",
      text: "<img src=x onerror=alert(1)>\r\nBitte Fahrzeugschein schicken.",
    });
    const { text } = asPage(await get(office, `/arbeitsplatz/vorgaenge/${id}`));
    assert.ok(!text.includes("<img"));
    assert.match(text, /&lt;img src=x/);
    assert.match(text, /<br \/>/);
  });

  test("a colleague was faster: 409, nothing saved, the typed text and choice are kept", async () => {
    const office = newOffice(database);
    const id = await parkingPermit(office);
    await doSteps(office, id, [{ kind: "taken-into-work" }]);
    const reply = asPage(
      await postStep(office, id, {
        schritt: "decided-refused",
        text: "Mein langer Text",
      }),
    );
    assert.equal(reply.status, 409);
    assert.match(reply.title, /^Fehler: /);
    assert.match(reply.text, /role="alert" tabindex="-1" autofocus/);
    assert.match(reply.text, /inzwischen geändert/);
    assert.match(reply.text, /Mein langer Text<\/textarea>/);
    assert.match(reply.text, /name="gesehen" value="2"|value="2"/);
    assert.match(reply.text, /value="decided-refused"\s+checked/);
  });

  test("missing choice and missing question are said at the field, input kept", async () => {
    const office = newOffice(database);
    const id = await parkingPermit(office);
    const unchosen = asPage(await postStep(office, id, { text: "Hallo" }));
    assert.equal(unchosen.status, 422);
    assert.match(unchosen.title, /^Fehler: /);
    assert.match(unchosen.text, /href="#schritt"/);
    assert.match(unchosen.text, /Hallo<\/textarea>/);
    const wordless = asPage(
      await postStep(office, id, { schritt: "question-asked" }),
    );
    assert.equal(wordless.status, 422);
    assert.match(wordless.text, /href="#text"/);
  });

  test("files and PDF come as downloads, and every access is in the audit log", async () => {
    const office = newOffice(database);
    const id = await parkingPermit(office);
    const path = `/arbeitsplatz/vorgaenge/${id}`;
    const file = await get(office, `${path}/dateien/${fileId}`);
    assert.ok(file.kind === "download");
    assert.equal(file.disposition, "inline");
    assert.equal(file.filename, "Führerschein & Ausweis.pdf");
    const pdf = await get(office, `${path}/antrag.pdf`);
    assert.ok(pdf.kind === "download");
    assert.deepEqual(await auditOf(office.caseworker, id), [
      "vorgang.file-opened",
      "vorgang.pdf-opened",
    ]);
  });

  test("what was sent comes as JSON, XML and CSV named by the reference, and each is in the audit log", async () => {
    const office = newOffice(database);
    const id = await parkingPermit(office);
    const path = `/arbeitsplatz/vorgaenge/${id}`;
    const { text } = asPage(await get(office, path));
    const expected = {
      json: "application/json; charset=utf-8",
      xml: "application/xml",
      csv: "text/csv; charset=utf-8; header=present",
    };
    for (const [format, contentType] of Object.entries(expected)) {
      const href = `${path}/angaben.${format}`;
      assert.ok(text.includes(`href="${href}"`), href);
      const reply = await get(office, href);
      assert.ok(reply.kind === "download");
      assert.equal(reply.contentType, contentType);
      assert.match(reply.filename, new RegExp(`^TEST-.*\\.${format}$`));
      assert.equal(reply.disposition, "attachment");
      assert.deepEqual(reply.body, Buffer.from(`answers as ${format}`));
    }
    assert.deepEqual(await auditOf(office.caseworker, id), [
      "vorgang.opened",
      ...Object.keys(expected).map(() => "vorgang.answers-exported"),
    ]);
  });

  test("a foreign authority's Vorgang is not found on any address", async () => {
    const office = newOffice(database);
    const id = await parkingPermit(office);
    const foreign = newOffice(database);
    const path = `/arbeitsplatz/vorgaenge/${id}`;
    for (const address of [
      path,
      `${path}/antrag.pdf`,
      `${path}/angaben.json`,
      `${path}/angaben.xml`,
      `${path}/angaben.csv`,
      `${path}/dateien/${fileId}`,
    ]) {
      assert.equal(errorStatusOf(await get(foreign, address)), 404, address);
    }
    const reply = await postStep(foreign, id, { schritt: "taken-into-work" });
    assert.equal(errorStatusOf(reply), 404);
  });
});

describe("the applicant's status page", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const link = "s".repeat(43);
  const preparing: SignedInAccount = {
    accountId: newId(),
    displayName: "Paula Vorbereitung",
    sessionId: "session",
    assuranceLevel: "low",
    provider: "local",
    signedInAt: received,
    endsAt: received,
    endsAtLatest: received,
    actingFor: {
      partyId: newId(),
      kind: "organisation",
      name: "Bau GmbH",
      may: "prepare",
    },
  };
  const applicant = async (
    locale: "de" | "en" = "de",
    account?: SignedInAccount,
  ) => {
    const office = newOffice(database);
    const submissionId = newId();
    const id = await parkingPermit(office, { submissionId });
    const { routes: own } = vorgaengeModule(
      fakePorts({
        findSubmissionByStatusLink: (_context, token) =>
          Promise.resolve(
            token === link
              ? { submissionId, receiptPath: "/quittung/X" }
              : undefined,
          ),
      }),
    );
    const look = (token = link, now = received) =>
      visit(own, "GET", {
        context: { ...office.visitor, now },
        path: `/status/${token}`,
        locale,
        account,
      });
    const below = (part: string) => ({
      context: office.visitor,
      path: `/status/${link}/${part}`,
      account,
    });
    const ask = (part: string) => visit(own, "GET", below(part));
    const send = (part: string, fields: Record<string, string>) =>
      visit(own, "POST", { ...below(part), fields });
    return { office, id, look, ask, send };
  };

  test("just sent: received today, nothing to do, receipt and contact", async () => {
    const { look } = await applicant();
    const { text } = asPage(await look());
    assert.match(text, /Eingegangen am 3\. März 2027 \(heute\)/);
    assert.match(text, /Sie müssen jetzt nichts tun/);
    assert.match(text, /href="\/quittung\/X"/);
    assert.match(text, /0385 545-0/);
  });

  test("three days in work: the state in words with date", async () => {
    const { office, id, look } = await applicant();
    await doSteps(office, id, [{ kind: "taken-into-work" }]);
    const { text } = asPage(await look(link, new Date("2027-03-06T08:00:00Z")));
    assert.match(text, /In Bearbeitung seit 3\. März 2027 \(vor 3 Tagen\)/);
  });

  test("who opened the application is told, without names, and only of this one", async () => {
    const { office, id, look } = await applicant();
    const none = asPage(await look());
    assert.match(none.text, /Noch niemand hat Ihren Antrag geöffnet/);
    const other = await parkingPermit(office, { submissionId: newId() });
    const { caseworker } = office;
    const open = async (opened: string, ...roles: string[]) =>
      asPage(
        await visit(routes, "GET", {
          context: { ...caseworker, actor: { ...caseworker.actor, roles } },
          path: `/arbeitsplatz/vorgaenge/${opened}`,
        }),
      );
    await open(other, "caseworker");
    await open(id, "auditor", "caseworker");
    await open(id, "caseworker", "team-lead");
    // As entries are from before the log kept the role.
    await open(id);
    const { text } = asPage(await look());
    assert.equal(text.match(/hat den Antrag geöffnet/g)?.length, 3);
    assert.deepEqual(text.match(/[\p{L}:]+(?=, Landeshauptstadt Schwerin)/gu), [
      "Mitarbeiter:in",
      "Teamleitung",
      "Sachbearbeitung",
    ]);
    assert.ok(!text.includes(office.caseworker.actor.id));
  });

  test("a question stands at the top, escaped, with how to answer", async () => {
    const { office, id, look } = await applicant();
    await visit(routes, "POST", {
      context: office.caseworker,
      path: `/arbeitsplatz/vorgaenge/${id}/stand`,
      fields: {
        gesehen: "1",
        schritt: "question-asked",
        text: "Welches <Kennzeichen>?",
      },
    });
    const { text } = asPage(await look());
    assert.match(text, /Unsere Frage/);
    assert.match(text, /Welches &lt;Kennzeichen&gt;\?/);
    assert.match(text, /antworten Sie uns unter „Nachrichten“/);
  });

  test("withdrawing asks first, and is offered no more once it is done", async () => {
    const { look, send, ask } = await applicant();
    assert.match(asPage(await look()).text, /ruecknahme/);
    const stale = asPage(await send("ruecknahme", { gesehen: "0" }));
    assert.equal(stale.status, 409);
    assert.match(stale.text, /nicht zurückgenommen/);
    const question = asPage(await ask("ruecknahme"));
    assert.match(question.text, /Möchten Sie den Antrag zurücknehmen/);
    const done = await send("ruecknahme", { gesehen: "1" });
    assert.equal(asRedirect(done).to, `/status/${link}`);
    const { text } = asPage(await look());
    assert.match(text, /Zurückgenommen am 3\. März 2027/);
    assert.ok(!text.includes("ruecknahme"));
    asRedirect(await ask("ruecknahme"));
  });

  test("who only prepares for somebody may look, but not withdraw", async () => {
    const { look, send, ask } = await applicant("de", preparing);
    assert.ok(!asPage(await look()).text.includes("ruecknahme"));
    const sent = await send("ruecknahme", { gesehen: "1" });
    assert.equal(errorStatusOf(sent), 404);
    assert.equal(errorStatusOf(await ask("ruecknahme")), 404);
  });

  test("decided: the outcome in words", async () => {
    const { office, id, look } = await applicant();
    await doSteps(office, id, [{ kind: "decided", outcome: "partly" }]);
    const { text } = asPage(await look());
    assert.match(text, /Entschieden am 3\. März 2027 .*teilweise bewilligt/);
  });

  test("no name or id of staff is on the page", async () => {
    const { office, id, look } = await applicant();
    await doSteps(office, id, [{ kind: "taken-into-work" }]);
    const { text } = asPage(await look());
    assert.ok(!text.includes(office.caseworker.actor.id));
  });

  test("an unknown link is not found", async () => {
    const { look } = await applicant();
    assert.equal(errorStatusOf(await look("t".repeat(43))), 404);
    assert.equal(errorStatusOf(await look("x")), 404);
  });

  test("English", async () => {
    const { look } = await applicant("en");
    assert.match(
      asPage(await look()).text,
      /Received on 3 March 2027 \(today\)/,
    );
  });
});
