import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { seedCatalogueDemoOf } from "../modules/catalogue/demo/seed-catalogue-demo.ts";
import { seedFormsDemo } from "../modules/forms/demo/seed-forms-demo.ts";
import { seedStaffDemo } from "../modules/staff/demo/seed-staff-demo.ts";
import { seedDemoCompany } from "./demo/seed-company.ts";
import { systemActor } from "./services.ts";
import {
  antrag,
  fillIn,
  readStand,
  send,
  xaveria,
} from "./testing/applicant.ts";
import { assertNoFaults } from "./testing/log-check.ts";
import { runCommandBeside } from "./testing/run-command.ts";
import { signedIn } from "./testing/signed-in.ts";
import { openAsOwner, type DatabaseOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf } from "./testing/visitor.ts";

const slug = "bewohnerparkausweis";
const company = "Parkraum Schwerin GmbH";

void describe("a municipal company", () => {
  let portal: TestPortal;
  let owner: DatabaseOwner;
  const run = async (...words: readonly string[]) => {
    const done = await runCommandBeside(portal, ...words);
    assert.equal(done.exitCode, 0, done.errors);
  };
  before(async () => {
    portal = await startTestPortal({ worker: false });
    owner = openAsOwner(portal.databaseAddress);
    await run(
      ...["tenant", "add", "--kind", "company", "--parent", "schwerin"],
      ...["--name", company, "--short", "Parkraum", "--host", "parkraum"],
      ...["--street", "Am Bahnhof 1", "--postcode", "19055"],
      ...["--town", "Schwerin", "--phone", "0385 555-700"],
      ...["--email", "post@parkraum.example"],
    );
    const { tenantId } = await found("parkraum");
    const context = portal.services.contextFor({
      tenantId,
      actor: systemActor,
    });
    await seedStaffDemo(context, await found("parkraum"));
    await seedFormsDemo(context);
    await seedCatalogueDemoOf(context, (await found("schwerin")).tenantId, [
      slug,
    ]);
    await run(
      ...["zustaendigkeit", "add", "schwerin", "--name", "Parkraum"],
      ...["--leistung", slug, "--to-authority", "parkraum"],
      ...["--from", "2020-01-01"],
    );
  });
  after(async () => {
    await owner.close();
    await portal.close();
    assertNoFaults(portal);
  });

  /** The directory sees a new portal within two seconds. */
  const found = async (label: string) => {
    for (let tries = 0; tries < 100; tries += 1) {
      const it = await portal.services.portals.findByHost(label);
      if (it) return it;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return assert.fail(label);
  };

  void test("is named before anybody begins: who gets the application, and who is responsible for the data", async () => {
    const town = visitorOf(portal, "schwerin");
    const page = await town.visit(`/leistungen/${slug}`);
    assert.match(page.text, new RegExp(`Zuständig ist: ${company}`));
    assert.match(page.text, /direkt an dieses kommunale Unternehmen, nicht an/);
    const start = (await town.visit(antrag(slug))).text.replaceAll(/\s+/g, " ");
    assert.match(start, new RegExp(`Ihr Antrag geht an: ${company}`));
    assert.match(start, /bietet ein kommunales Unternehmen an/);
    assert.match(
      start,
      new RegExp(`Verantwortlich für Ihre Daten ist: ${company}\\.`),
    );
    const href = `${portal.baseUrl("parkraum")}/datenschutz`;
    assert.ok(start.includes(`href="${href}"`));
    const privacy = await visitorOf(portal, "parkraum").visit("/datenschutz");
    assert.match(privacy.text, new RegExp(company));
  });

  void test("suggests its own while somebody types, and what its town has only where it has nothing", async () => {
    const suggested = async (typed: string) => {
      const q = new URLSearchParams({ q: typed }).toString();
      const answer = await visitorOf(portal, "parkraum").visit(
        `/vorschlaege/leistungen?${q}`,
      );
      const { leistungen } = JSON.parse(answer.text) as {
        leistungen: { authority?: string }[];
      };
      return [...new Set(leistungen.map(({ authority }) => authority))];
    };
    assert.deepEqual(await suggested("Parkausweis"), [undefined]);
    assert.deepEqual(await suggested("Hundesteuer"), [
      "Landeshauptstadt Schwerin",
    ]);
  });

  void test("receives the application in a workspace of its own, and the town has nothing of it", async () => {
    const guest = visitorOf(portal, "schwerin");
    await fillIn(guest, slug);
    const check = await guest.visit(antrag(slug, "/pruefen"));
    const sent = await guest.follow(
      await guest.visit(antrag(slug, "/senden"), {
        fields: {
          bestaetigung: "true",
          email: xaveria.notices,
          stand: readStand(check),
        },
      }),
    );
    assert.match(sent.text, new RegExp(`Ihr Antrag liegt bei: ${company}`));
    const receipt = await guest.visit(antrag(slug, "/quittung.json"));
    const { authority } = JSON.parse(receipt.text) as {
      authority: { name: string };
    };
    assert.equal(authority.name, company);
    const [reference = assert.fail()] =
      /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}\b/.exec(sent.text) ?? [];
    const rows = await owner.query<{ tenant_id: string }>(
      "select tenant_id from vorgaenge.vorgang where reference = $1",
      [reference],
    );
    const { tenantId } = await found("parkraum");
    assert.deepEqual(rows, [{ tenant_id: tenantId }]);
    const queue = async (label: string) =>
      (await (await signedIn(portal, label)).visit("/arbeitsplatz")).text;
    assert.match(await queue("parkraum"), new RegExp(reference));
    assert.doesNotMatch(await queue("schwerin"), new RegExp(reference));
    assert.doesNotMatch(await queue("lup"), new RegExp(reference));
  });

  void test("shares the key of its area and is asked for no place; without an owner there is none", async () => {
    const town = await found("schwerin");
    assert.equal((await found("parkraum")).ars, town.ars);
    const lonely = await runCommandBeside(
      portal,
      ...["tenant", "add", "--kind", "company", "--ars", "130040000000"],
      ...["--name", "Ohne", "--short", "Ohne", "--host", "ohne"],
      ...["--street", "Am Bahnhof 1", "--postcode", "19055"],
      ...["--town", "Schwerin", "--phone", "0385 555-700"],
      ...["--email", "post@ohne.example"],
    );
    assert.equal(lonely.exitCode, 1);
    assert.match(lonely.errors, /parent/);
  });

  void test("of the demo is marked in the town's search, and gets in its workspace what is filled in in the town's portal; sown twice it is one", async () => {
    await seedDemoCompany(portal.services);
    await seedDemoCompany(portal.services);
    const { name, tenantId } = await found("abfall");
    const town = visitorOf(portal, "schwerin");
    const hits = await town.visit("/leistungen?q=Bauschutt");
    assert.match(
      hits.text.replaceAll(/\s+/g, " "),
      new RegExp(`${name}.{0,400}href="/leistungen/container"`),
    );
    const offer = await town.visit("/leistungen/container");
    assert.match(offer.text, new RegExp(`Zuständig ist: ${name}`));
    await fillIn(town, "container");
    await send(town, "container");
    const rows = await owner.query<{ reference: string; tenant_id: string }>(
      "select reference, tenant_id from vorgaenge.vorgang where leistung_slug = 'container'",
      [],
    );
    assert.deepEqual(
      rows.map((row) => row.tenant_id),
      [tenantId],
    );
    const desk = await (
      await signedIn(portal, "abfall")
    ).visit("/arbeitsplatz");
    assert.match(desk.text, new RegExp(rows[0]?.reference ?? assert.fail()));
  });
});
