import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setFormOfLeistung } from "../modules/catalogue/index.ts";
import { indexConnectors, saveDestination } from "../modules/delivery/index.ts";
import { newId } from "../platform/values/id.ts";
import { createConnectors } from "./delivery-ports.ts";
import { systemActor } from "./services.ts";
import {
  antrag,
  fillIn,
  readConfirmation,
  readStand,
  send,
} from "./testing/applicant.ts";
import { assertNoFaults } from "./testing/log-check.ts";
import { signedIn } from "./testing/signed-in.ts";
import { signedInCitizen, signInCitizen } from "./testing/signed-in-citizen.ts";
import { openAsOwner, type DatabaseOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf } from "./testing/visitor.ts";

const slug = "schuelerbefoerderung";

void describe("who receives an application within the county, begun in a town", () => {
  let portal: TestPortal;
  let owner: DatabaseOwner;
  let tenantId: string;
  let ruled: string;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    owner = openAsOwner(portal.databaseAddress);
    ({ tenantId } = await portal.portal("lup"));
    const context = portal.services.contextFor({
      tenantId,
      actor: systemActor,
    });
    assert.ok(
      (await setFormOfLeistung(context, slug, "bewohnerparkausweis")).ok,
    );
    const add = async (name: string, leistungSlugs: readonly string[]) => {
      const saved = await saveDestination(
        context,
        {
          name,
          connectorKey: "webhook",
          options: {
            url: "http://127.0.0.1:9/",
            secret: "kein-echtes-geheimnis-0123456789abcdef",
          },
          isEnabled: true,
          leistungSlugs: [...leistungSlugs],
        },
        indexConnectors(createConnectors(portal.services)),
      );
      assert.ok(saved.ok, JSON.stringify(saved));
      const [row] = await owner.query<{ id: string }>(
        "select id from delivery.destination where tenant_id = $1 and name = $2",
        [tenantId, name],
      );
      return row?.id ?? assert.fail(name);
    };
    await add("For all pupils", [slug]);
    ruled = await add("For Q", []);
    await owner.query(
      `insert into zustaendigkeit.rule (tenant_id, id, leistung_slug, position, name, conditions, office_slug, destination_id, valid_from, changed_at, changed_by)
       values ($1, $2, $3, 1, 'Q', '{"letters":{"from":"Q","to":"Q"}}', 'ordnungsbehoerde', $4, '2020-01-01', now(), 'system')`,
      [tenantId, newId(), slug, ruled],
    );
  });
  after(async () => {
    await owner.close();
    await portal.close();
    assertNoFaults(portal);
  });

  const targetsOf = async (reference: string) =>
    owner.query<{ version: number; destination_id: string }>(
      "select version, destination_id from delivery.delivery where tenant_id = $1 and reference = $2 order by version",
      [tenantId, reference],
    );

  void test("the office that a rule chose is named with how to reach it before sending, after it, and later though the rule is gone; its destination gets the application and corrections of it", async () => {
    const guest = visitorOf(portal, "grabow");
    await fillIn(guest, slug);
    const check = await guest.visit(antrag(slug, "/pruefen"));
    assert.match(check.text, /Jagd- und Waffenbehörde/);
    assert.match(check.text, /ordnungsbehoerde@lup\.example/);
    assert.doesNotMatch(check.text, /Bürgerservice des Landkreises/);
    const refused = await guest.visit(antrag(slug, "/senden"), {
      fields: { email: "", stand: readStand(check) },
    });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /Jagd- und Waffenbehörde/);
    const sent = await guest.follow(await send(guest, slug));
    assert.match(sent.text, /Jagd- und Waffenbehörde/);
    const { reference, statusKey } = readConfirmation(sent);
    assert.deepEqual(await targetsOf(reference), [
      { version: 1, destination_id: ruled },
    ]);

    await owner.query("delete from zustaendigkeit.rule where tenant_id = $1", [
      tenantId,
    ]);
    const again = await guest.visit(antrag(slug, "/gesendet"));
    assert.match(again.text, /Jagd- und Waffenbehörde/);

    const status = await visitorOf(portal, "lup").visit(`/status/${statusKey}`);
    assert.match(status.text, /Jagd- und Waffenbehörde/);

    const [vorgang] = await owner.query<{ id: string; last_position: number }>(
      "select id, last_position from vorgaenge.vorgang where tenant_id = $1 and reference = $2",
      [tenantId, reference],
    );
    const kevin = await signedIn(portal, "lup");
    const asked = await kevin.visit(
      `/arbeitsplatz/vorgaenge/${vorgang?.id ?? ""}/nachforderung`,
      {
        fields: {
          feld: "dauer",
          "hinweis.dauer": "Wie lange?",
          text: "Danke.",
          "frist-day": "31",
          "frist-month": "12",
          "frist-year": "2099",
          gesehen: String(vorgang?.last_position),
        },
      },
    );
    assert.equal(asked.status, 303);
    const later = visitorOf(portal, "lup");
    await later.follow(
      await later.visit(`/status/${statusKey}/korrektur`, { fields: {} }),
    );
    const changed = await later.visit(antrag(slug, "/schritt/1"), {
      fields: { "dauer.0": "24" },
    });
    assert.equal(changed.status, 303);
    const corrected = await later.follow(await send(later, slug));
    assert.match(corrected.text, /Ihre Korrektur ist angekommen/);
    assert.deepEqual(await targetsOf(reference), [
      { version: 1, destination_id: ruled },
      { version: 2, destination_id: ruled },
    ]);
  });

  void test("who is signed in finds it in the list of both portals, and opens it in the county's after signing in there", async () => {
    const person = { subject: "Jana Q", displayName: "Jana Q" };
    const jana = await signedInCitizen(portal, "grabow", person);
    await fillIn(jana, slug);
    const sent = await jana.follow(await send(jana, slug));
    const { reference, statusKey } = readConfirmation(sent);
    const here = await jana.visit("/antraege");
    assert.match(here.text, new RegExp(reference));
    const link = new RegExp(
      `href="(${portal.baseUrl("lup")}(/antraege/[0-9a-f-]{36}))"`,
    ).exec(here.text);
    assert.ok(link?.[2], "leads to the portal that has it");

    const county = visitorOf(portal, "lup");
    const asked = await county.visit(link[2]);
    assert.equal(asked.status, 303);
    assert.match(asked.headers.location ?? "", /^\/anmelden/);
    await signInCitizen(portal, "lup", { ...person, visitor: county });
    const opened = await county.follow(await county.visit(link[2]));
    assert.equal(opened.status, 200);
    assert.match(opened.text, new RegExp(reference));
    assert.match((await county.visit("/antraege")).text, new RegExp(reference));
    const status = await county.visit(`/status/${statusKey}`);
    assert.match(status.text, new RegExp(reference));

    const other = await signedInCitizen(portal, "lup", { subject: "Kim R" });
    assert.equal((await other.visit(link[2])).status, 404);
  });

  void test("where the county calls the Leistung otherwise, the town's start page leads to the county's", async () => {
    await owner.query(
      "update catalogue.leistung set slug = 'parken', leika_key = '99108001001000' where tenant_id = $1 and slug = 'veranstaltung'",
      [tenantId],
    );
    // What it says about the Leistung of its towns is out of the way.
    await owner.query(
      "update catalogue.leistung set slug = 'parken-der-gemeinden' where tenant_id = $1 and slug = 'bewohnerparkausweis'",
      [tenantId],
    );
    const town = visitorOf(portal, "grabow");
    const { tenantId: townId } = await portal.portal("grabow");
    await owner.query(
      `insert into zustaendigkeit.rule (tenant_id, id, leistung_slug, position, name, conditions, to_tenant_id, valid_from, changed_at, changed_by)
       values ($1, $2, 'bewohnerparkausweis', 1, 'County', '{}', $3, '2020-01-01', now(), 'system')`,
      [townId, newId(), tenantId],
    );
    const start = await town.visit(antrag("bewohnerparkausweis"));
    assert.equal(start.status, 303);
    assert.equal(
      start.headers.location,
      `${portal.baseUrl("lup")}${antrag("parken")}`,
    );
    assert.equal((await town.visit(antrag("raumschiff"))).status, 404);
  });
});
