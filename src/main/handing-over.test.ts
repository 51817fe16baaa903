import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  answerFields,
  below,
  guestThreadPath,
} from "../modules/postfach/web/postfach-paths.ts";
import { newId } from "../platform/values/id.ts";
import {
  antrag,
  apply,
  readStand,
  xaveria,
  type Sent,
} from "./testing/applicant.ts";
import { readKeptMail } from "./testing/kept-mail.ts";
import { multipartForm } from "./testing/multipart.ts";
import { assertNoFaults } from "./testing/log-check.ts";
import { signedIn } from "./testing/signed-in.ts";
import { signedInCitizen } from "./testing/signed-in-citizen.ts";
import { openAsOwner, type DatabaseOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Visitor } from "./testing/visitor.ts";

const form = "bewohnerparkausweis";

void describe("an application that another authority is responsible for", () => {
  let portal: TestPortal;
  let owner: DatabaseOwner;
  let city: Visitor;
  let county: Visitor;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    owner = openAsOwner(portal.databaseAddress);
    city = await signedIn(portal, "schwerin");
    county = await signedIn(portal, "lup");
  });
  after(async () => {
    await owner.close();
    await portal.close();
    assertNoFaults(portal);
  });

  const vorgangIn = async (label: string, reference: string) => {
    const { tenantId } = await portal.portal(label);
    const [row = assert.fail(`no Vorgang in ${label}`)] = await owner.query<{
      id: string;
      submission_id: string;
      state: string;
      last_position: number;
      leistung_slug: string;
    }>(
      "select * from vorgaenge.vorgang where tenant_id = $1 and reference = $2",
      [tenantId, reference],
    );
    return { ...row, path: `/arbeitsplatz/vorgaenge/${row.id}` };
  };
  type Place = { readonly label: string; readonly staff: Visitor };
  const inCity = (): Place => ({ label: "schwerin", staff: city });
  const inCounty = (): Place => ({ label: "lup", staff: county });

  const give = async (
    { label, staff }: Place,
    to: string,
    { reference }: Pick<Sent, "reference">,
  ) => {
    const { path, last_position } = await vorgangIn(label, reference);
    const target = await portal.portal(to);
    const done = await staff.visit(`${path}/abgabe`, {
      fields: {
        an: target.tenantId,
        grund: "Dafür ist die andere Behörde da.",
        vermerk: "Intern: eilig",
        gesehen: String(last_position),
      },
    });
    assert.equal(done.status, 303, done.text);
  };

  const deliveriesIn = async (label: string, submissionId: string) => {
    const { tenantId } = await portal.portal(label);
    const rows = await owner.query<{ version: number }>(
      "select distinct version from delivery.delivery where tenant_id = $1 and submission_id = $2 order by 1",
      [tenantId, submissionId],
    );
    return rows.map(({ version }) => version);
  };

  void test("a guest's: the receipt, the private link and the file are good there, and all that follows happens there, also back again", async () => {
    const guest = visitorOf(portal, "schwerin");
    const sent = await apply(guest, form);
    const { statusKey, reference } = sent;
    const before = await vorgangIn("schwerin", reference);
    const { submission_id } = before;
    assert.deepEqual(await deliveriesIn("schwerin", submission_id), [1]);
    const search = await city.visit(`${before.path}/abgabe?suche=Ludwigslust`);
    assert.match(search.text, /Landkreis Ludwigslust-Parchim/);
    await give(inCity(), "lup", sent);
    assert.deepEqual(
      await deliveriesIn("schwerin", submission_id),
      [],
      "it had not left the house",
    );
    assert.deepEqual(await deliveriesIn("lup", submission_id), [1]);

    const there = await vorgangIn("lup", reference);
    assert.equal(there.state, "received");
    const page = await county.visit(there.path);
    assert.match(page.text, new RegExp(xaveria.familienname));
    assert.match(page.text, /Intern: eilig/);
    const [, file = assert.fail()] =
      /href="([^"]*\/dateien\/[\w-]+)"/.exec(page.text) ?? [];
    const download = await county.visit(file);
    assert.match(download.text, new RegExp(xaveria.fileText));
    for (const [staff, path] of [
      [city, there.path],
      [county, before.path],
    ] as const)
      assert.equal((await staff.visit(path)).status, 404);

    const old = await guest.visit(`/status/${statusKey}`);
    const [, link = assert.fail()] =
      /href="http:\/\/lup\.[^/]+(\/status\/[\w-]{43})"/.exec(old.text) ?? [];
    const elsewhere = visitorOf(portal, "lup");
    const current = await elsewhere.visit(link);
    assert.match(current.text, /Schwerin hat Ihren Antrag am/);
    const receiptOf = async (visitor: Visitor) => {
      const { text } = await visitor.visit(
        `/status/${statusKey}/quittung.json`,
      );
      return /"sha256": ?"([0-9a-f]{64})"|"hash": ?"([0-9a-f]{64})"/.exec(
        text,
      )?.[0];
    };
    assert.ok(await receiptOf(guest));
    assert.equal(await receiptOf(elsewhere), await receiptOf(guest));
    const mails = await readKeptMail(portal, xaveria.notices);
    assert.ok(!mails.some(({ text }) => text.includes("andere Behörde da")));

    const thread = await guest.visit(`/status/${statusKey}/nachrichten`);
    assert.match(thread.text, /Dafür ist die andere Behörde da\./);
    assert.doesNotMatch(thread.text, /value="senden"/);
    const write = (visitor: Visitor) =>
      visitor.visit(
        `${guestThreadPath(statusKey)}${below.answer}`,
        multipartForm([
          { name: answerFields.messageId, content: newId() },
          { name: answerFields.text, content: "Noch etwas" },
          { name: answerFields.action, content: "senden" },
        ]),
      );
    const late = await write(guest);
    assert.equal(late.status, 422, "a page that was still open");
    assert.match(late.text, /nicht gesendet/);
    assert.equal((await write(elsewhere)).status, 303);
    assert.equal((await vorgangIn("lup", reference)).last_position, 2);

    const asked = await county.visit(`${there.path}/nachforderung`, {
      fields: { feld: "anlass", text: "Bitte prüfen", gesehen: "2" },
    });
    assert.equal(asked.status, 303);
    const begun = await elsewhere.visit(`/status/${statusKey}/korrektur`, {
      fields: {},
    });
    const opened = await elsewhere.follow(begun);
    assert.equal(opened.status, 200);
    await elsewhere.visit(antrag(there.leistung_slug, "/schritt/1"), {
      fields: { "anlass.0": "kennzeichen", _live: "1" },
    });
    const check = await elsewhere.visit(
      antrag(there.leistung_slug, "/pruefen"),
    );
    const corrected = await elsewhere.visit(
      antrag(there.leistung_slug, "/senden"),
      {
        fields: { bestaetigung: "true", stand: readStand(check) },
      },
    );
    assert.equal(corrected.status, 303, corrected.text);

    await give(inCounty(), "schwerin", sent);
    const back = await vorgangIn("schwerin", reference);
    assert.equal(back.id, before.id);
    assert.equal(back.state, "received");
    assert.deepEqual(await deliveriesIn("schwerin", submission_id), [2]);
    const ours = await city.visit(back.path);
    assert.match(ours.text, /Korrigiert am/);
    assert.match(
      ours.text,
      /Schwerin → Landkreis Ludwigslust-Parchim → [^<]*Schwerin \(hier\)/,
    );
  });

  void test("an account's: told in the Postfach, shown in all portals, open to its owner only", async () => {
    const anna = await signedInCitizen(portal, "schwerin", { subject: "anna" });
    const sent = await apply(anna, form);
    const { submission_id } = await vorgangIn("schwerin", sent.reference);
    await give(inCity(), "lup", sent);
    const own = await anna.visit(`/antraege/${submission_id}`);
    assert.match(
      own.text,
      new RegExp(`href="http://lup\\.[^/]+/antraege/${submission_id}"`),
    );
    const there = await signedInCitizen(portal, "lup", { subject: "anna" });
    const current = await there.visit(`/antraege/${submission_id}`);
    assert.equal(current.status, 200);
    const list = await there.visit("/antraege");
    assert.match(list.text, /Landeshauptstadt Schwerin/);
    assert.match(list.text, /Landkreis Ludwigslust-Parchim/);
    const postfach = await there.visit("/postfach");
    assert.match(postfach.text, /Landkreis Ludwigslust-Parchim/);
    const berta = await signedInCitizen(portal, "lup", { subject: "berta" });
    assert.equal((await berta.visit(`/antraege/${submission_id}`)).status, 404);
  });
});
