import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { pdf } from "../platform/files/testing/sample-files.ts";
import {
  antrag,
  apply,
  fillIn,
  readStand,
  xaveria,
  type Sent,
} from "./testing/applicant.ts";
import { stepFields } from "../modules/vorgaenge/web/step-form.ts";
import { assertNoFaults } from "./testing/log-check.ts";
import { multipartForm } from "./testing/multipart.ts";
import { signedIn } from "./testing/signed-in.ts";
import { signedInCitizen } from "./testing/signed-in-citizen.ts";
import { openAsOwner, type DatabaseOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Visitor } from "./testing/visitor.ts";

const form = "bewohnerparkausweis";
const asked = {
  feld: "anlass",
  "hinweis.anlass": "Sie haben schon einen Ausweis.",
  "hinweis.fahrzeugschein": "Die Rückseite fehlt.",
  text: "Danke für Ihren Antrag.",
  "frist-day": "31",
  "frist-month": "12",
  "frist-year": "2099",
};

void describe("a correction that the office asks for", () => {
  let portal: TestPortal;
  let owner: DatabaseOwner;
  let staff: Visitor;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    owner = openAsOwner(portal.databaseAddress);
    staff = await signedIn(portal, "schwerin");
  });
  after(async () => {
    await owner.close();
    await portal.close();
    assertNoFaults(portal);
  });

  const vorgangOf = async (reference: string) => {
    const [row = assert.fail()] = await owner.query<{
      id: string;
      submission_id: string;
      state: string;
      last_position: number;
    }>("select * from vorgaenge.vorgang where reference = $1", [reference]);
    return row;
  };

  const ask = async (
    reference: string,
    fields: Readonly<Record<string, string>> = asked,
  ) => {
    const { id, last_position } = await vorgangOf(reference);
    return staff.visit(`/arbeitsplatz/vorgaenge/${id}/nachforderung`, {
      fields: { ...fields, gesehen: String(last_position) },
    });
  };

  const step = async (
    { id, last_position }: Awaited<ReturnType<typeof vorgangOf>>,
    choice: string,
  ) => {
    const done = await staff.visit(`/arbeitsplatz/vorgaenge/${id}/stand`, {
      fields: {
        [stepFields.step]: choice,
        text: "Text",
        gesehen: String(last_position),
      },
    });
    assert.equal(done.status, 303);
  };

  /** A guest has sent something, and the office asks back. */
  const askedGuest = async () => {
    const sent = await apply(visitorOf(portal, "schwerin"), form);
    assert.equal((await ask(sent.reference)).status, 303);
    return sent;
  };

  /** On another device than the one it was sent from. */
  const begin = async ({ statusKey }: Pick<Sent, "statusKey">) => {
    const guest = visitorOf(portal, "schwerin");
    const begun = await guest.visit(`/status/${statusKey}/korrektur`, {
      fields: {},
    });
    const first = await guest.follow(begun);
    return { guest, first };
  };

  const answerReason = (guest: Visitor, fields = {}) =>
    guest.visit(antrag(form, "/schritt/1"), {
      fields: { "anlass.0": "verlaengerung", ...fields },
    });

  const fillNumber = async (guest: Visitor, value: string) => {
    const saved = await answerReason(guest, {
      "bisherigeNummer.0": value,
      // As the script says that the question was seen.
      _live: "1",
    });
    assert.equal(saved.status, 303);
  };

  const check = (guest: Visitor) => guest.visit(antrag(form, "/pruefen"));

  const send = async (guest: Visitor, stand?: string) =>
    guest.visit(antrag(form, "/senden"), {
      fields: {
        bestaetigung: "true",
        stand: stand ?? readStand(await check(guest)),
      },
    });

  void test("opens only what is asked, and what appears by the answers; the rest stays as it was sent", async () => {
    const sent = await askedGuest();
    const vorgang = await vorgangOf(sent.reference);
    assert.equal(vorgang.state, "question");

    const status = await visitorOf(portal, "schwerin").visit(
      `/status/${sent.statusKey}`,
    );
    assert.match(status.text, /Sie haben schon einen Ausweis\./);
    assert.match(status.text, /Antworten Sie bis 31\. Dezember 2099/);

    const { guest, first } = await begin(sent);
    assert.equal(first.status, 200);
    // Complete as it was sent, so one begins with the summary.
    const page = await guest.visit(antrag(form, "/schritt/1"));
    assert.match(page.text, /Die Behörde schreibt: Sie haben schon einen/);
    assert.match(page.text, /name="anlass\.0"/);
    assert.doesNotMatch(page.text, /name="dauer\.0"|name="antragsteller/);
    assert.match(page.text, /Bisher: /);

    // An answer that makes another field required, and one to a field that is closed.
    const saved = await answerReason(guest, {
      "dauer.0": "24",
      "antragsteller.0.vorname.0": "Gefälscht",
    });
    assert.equal(saved.status, 422, "asks for the number of the old permit");
    await fillNumber(guest, "SN-1234");
    const upload = await guest.visit(
      antrag(form, "/schritt/2"),
      multipartForm([
        {
          name: "fahrzeugschein.0",
          filename: "Rueckseite.pdf",
          content: pdf("/Note (back)"),
        },
      ]),
    );
    assert.equal(upload.status, 303);

    const summary = await check(guest);
    assert.match(summary.text, /Bisher/);
    assert.match(summary.text, /Rueckseite\.pdf/);
    assert.doesNotMatch(summary.text, /Gefälscht|24 Monate/);
    const stand = readStand(summary);
    const answers = await Promise.all([send(guest, stand), send(guest, stand)]);
    for (const answer of answers) assert.equal(answer.status, 303);
    const done = await guest.follow(await send(guest, stand));
    assert.match(done.text, /Ihre Korrektur ist angekommen/);
    assert.match(done.text, /SN-1234/);
    const receipt = await guest.visit(antrag(form, "/quittung.json"));
    assert.match(receipt.text, /"corrections"/);

    const versions = await owner.query<{ version: number }>(
      "select version from submissions.amendment where submission_id = $1",
      [vorgang.submission_id],
    );
    assert.deepEqual(
      versions,
      [{ version: 2 }],
      "sent three times, there once",
    );
    const deliveries = await owner.query<{ version: number }>(
      "select distinct version from delivery.delivery where submission_id = $1 order by 1",
      [vorgang.submission_id],
    );
    assert.deepEqual(deliveries, [{ version: 1 }, { version: 2 }]);
    assert.equal((await vorgangOf(sent.reference)).state, "in-progress");

    const path = `/arbeitsplatz/vorgaenge/${vorgang.id}`;
    const office = await staff.visit(path);
    assert.match(office.text, /Korrigiert am/);
    assert.match(office.text, /SN-1234/);
    assert.match(office.text, new RegExp(xaveria.filename));
    const json = await staff.visit(`${path}/angaben.json`);
    assert.match(json.text, /"anlass":"verlaengerung"/);
    assert.match(json.text, /"dauer":"12"/);
    assert.match(json.text, new RegExp(xaveria.vorname));
    const print = await staff.visit(`${path}/antrag.pdf`);
    assert.equal(print.status, 200);
  });

  void test("is asked a second time, and chains the versions", async () => {
    const sent = await askedGuest();
    const first = await begin(sent);
    await fillNumber(first.guest, "SN-1");
    assert.equal((await send(first.guest)).status, 303);
    assert.equal((await ask(sent.reference, { feld: "dauer" })).status, 303);
    const { guest } = await begin(sent);
    const page = await guest.visit(antrag(form, "/schritt/1"));
    assert.match(page.text, /name="dauer\.0"/);
    assert.doesNotMatch(page.text, /name="anlass\.0"/);
    await guest.visit(antrag(form, "/schritt/1"), {
      fields: { "dauer.0": "24" },
    });
    assert.equal((await send(guest)).status, 303);
    const { submission_id } = await vorgangOf(sent.reference);
    const rows = await owner.query<{ version: number; content_hash: string }>(
      "select version, content_hash from submissions.amendment where submission_id = $1 order by 1",
      [submission_id],
    );
    assert.deepEqual(
      rows.map(({ version }) => version),
      [2, 3],
    );
    assert.notEqual(rows[0]?.content_hash, rows[1]?.content_hash);
  });

  void test("keeps what was typed on every device and in every tab, and on another request", async () => {
    const sent = await askedGuest();
    const one = await begin(sent);
    await fillNumber(one.guest, "SN-7");
    const other = await begin(sent);
    assert.match((await check(other.guest)).text, /SN-7/, "the same draft");
    const stand = readStand(await check(one.guest));
    await other.guest.visit(antrag(form, "/schritt/1"), {
      fields: { "anlass.0": "kennzeichen" },
    });
    const refused = await send(one.guest, stand);
    assert.equal(refused.status, 409, "saved in another tab meanwhile");
    assert.equal((await ask(sent.reference)).status, 303);
    const again = await send(other.guest);
    assert.equal(again.status, 409, "asked anew meanwhile");
    assert.match(again.text, /wird nicht mehr gebraucht/);
    await begin(sent);
    assert.equal((await send(other.guest)).status, 303);
  });

  void test("says so when nobody waits for it any more, and loses nothing", async () => {
    for (const ending of ["decided-granted", "withdrawn", "answered"]) {
      const sent = await askedGuest();
      const { guest } = await begin(sent);
      await fillNumber(guest, "SN-9");
      await step(await vorgangOf(sent.reference), ending);
      const late = await send(guest);
      assert.equal(late.status, 409, ending);
      assert.match(late.text, /wird nicht mehr gebraucht/);
      assert.match((await check(guest)).text, /SN-9/);
      const status = await guest.visit(`/status/${sent.statusKey}/korrektur`, {
        fields: {},
      });
      assert.equal(status.status, 409);
    }
  });

  void test("needs a change", async () => {
    const { guest } = await begin(await askedGuest());
    const unchanged = await send(guest);
    assert.equal(unchanged.status, 422);
    assert.match(unchanged.text, /Sie haben nichts geändert/);
  });

  void test("needs what its box says, in its words", async () => {
    const { guest } = await begin(await askedGuest());
    await fillNumber(guest, "SN-7");
    const refused = await guest.visit(antrag(form, "/senden"), {
      fields: { stand: readStand(await check(guest)) },
    });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /<title>Fehler: /);
    assert.match(
      refused.text,
      /href="#bestaetigung"\s*>Bestätigen Sie, dass Ihre Angaben richtig und vollständig sind\./,
    );
  });

  void test("is open to nobody else", async () => {
    const sent = await askedGuest();
    const stranger = visitorOf(portal, "schwerin");
    for (const path of [
      `/status/${"x".repeat(43)}/korrektur`,
      `/antraege/${(await vorgangOf(sent.reference)).submission_id}/korrektur`,
    ]) {
      const answer = await stranger.visit(path, { fields: {} });
      assert.notEqual(answer.status, 200);
      assert.doesNotMatch(answer.headers.location ?? "", /\/antrag\//);
    }
    const abroad = await visitorOf(portal, "grabow").visit(
      `/status/${sent.statusKey}/korrektur`,
      { fields: {} },
    );
    assert.equal(abroad.status, 404);

    const anna = await signedInCitizen(portal, "schwerin", { subject: "anna" });
    const own = await apply(anna, form);
    assert.equal((await ask(own.reference)).status, 303);
    const { submission_id } = await vorgangOf(own.reference);
    const byLink = await stranger.visit(`/status/${own.statusKey}/korrektur`, {
      fields: {},
    });
    assert.equal(byLink.headers.location, `/antraege/${submission_id}`);
    const berta = await signedInCitizen(portal, "schwerin", {
      subject: "berta",
    });
    const foreign = await berta.visit(`/antraege/${submission_id}/korrektur`, {
      fields: {},
    });
    assert.equal(foreign.status, 404);
    const stand = await anna.visit(`/antraege/${submission_id}`);
    assert.match(stand.text, /Stand Ihres Antrags/);
    assert.doesNotMatch(stand.text, /Melden Sie sich dafür an|privaten Link/);
    const opened = await anna.visit(`/antraege/${submission_id}/korrektur`, {
      fields: {},
    });
    assert.match(opened.headers.location ?? "", /^\/antrag\//);
    // The key alone opens nothing for somebody else.
    const stolen = await stranger.visit(opened.headers.location ?? "");
    assert.match(stolen.headers.location ?? "", /^\/anmelden/);

    const { id } = await vorgangOf(sent.reference);
    const editor = await signedIn(portal, "schwerin", "redaktion");
    const grabow = await signedIn(portal, "grabow");
    for (const other of [editor, grabow]) {
      const page = await other.visit(
        `/arbeitsplatz/vorgaenge/${id}/nachforderung`,
      );
      assert.ok([403, 404].includes(page.status));
      const tried = await other.visit(
        `/arbeitsplatz/vorgaenge/${id}/nachforderung`,
        { fields: { ...asked, gesehen: "2" } },
      );
      assert.ok([403, 404].includes(tried.status));
    }
  });

  void test("another application by the same person is told to the office, and to who is signed in", async () => {
    const first = await apply(visitorOf(portal, "schwerin"), "hundesteuer");
    const second = await apply(visitorOf(portal, "schwerin"), "hundesteuer");
    const { id, submission_id } = await vorgangOf(second.reference);
    const office = await staff.visit(`/arbeitsplatz/vorgaenge/${id}`);
    assert.match(office.text, /Weitere Anträge dieser Person/);
    assert.match(office.text, new RegExp(first.reference));
    const marks = await owner.query<{ text: string }>(
      "select encode(mark, 'escape') as text from submissions.applicant_mark where submission_id = $1",
      [submission_id],
    );
    assert.equal(
      marks.length,
      6,
      "two addresses, and name with birthday, by name and key of the Leistung",
    );
    for (const { text } of marks)
      assert.doesNotMatch(text, new RegExp(xaveria.familienname, "i"));

    // The same Leistung by its key in the catalogue of all, under another name here.
    const parking = "bewohnerparkausweis";
    const { tenantId } = await portal.portal("schwerin");
    const setKey = (key: string) =>
      owner.query<{ before: string }>(
        `update catalogue.leistung now set leika_key = $1 from catalogue.leistung old
         where now.slug = $2 and now.tenant_id = $3 and old.tenant_id = now.tenant_id and old.id = now.id
         returning old.leika_key as before`,
        [key, parking, tenantId],
      );
    const [{ leika_key: taxKey } = assert.fail()] = await owner.query<{
      leika_key: string;
    }>(
      "select leika_key from catalogue.leistung where slug = 'hundesteuer' and tenant_id = $1",
      [tenantId],
    );
    const [{ before } = assert.fail()] = await setKey(taxKey);
    const third = await apply(visitorOf(portal, "schwerin"), parking);
    await setKey(before);
    const { id: thirdId } = await vorgangOf(third.reference);
    const other = await staff.visit(`/arbeitsplatz/vorgaenge/${thirdId}`);
    assert.match(other.text, new RegExp(`Hund.* ${second.reference}`));

    const guest = visitorOf(portal, "schwerin");
    await fillIn(guest, "hundesteuer");
    const quiet = await guest.visit(antrag("hundesteuer", "/pruefen"));
    assert.doesNotMatch(quiet.text, /schon einmal beantragt/);
    const doris = await signedInCitizen(portal, "schwerin", {
      subject: "doris",
    });
    await apply(doris, "hundesteuer");
    await fillIn(doris, "hundesteuer");
    const told = await doris.visit(antrag("hundesteuer", "/pruefen"));
    assert.match(told.text, /Sie haben das schon einmal beantragt/);
    assert.match(told.text, /href="\/antraege\/[0-9a-f-]{36}"/);
  });
});
