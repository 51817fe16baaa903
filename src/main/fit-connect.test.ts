import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { makeLocalKeys } from "../connectors/fit-connect/testing/local-keys.ts";
import { startLocalService } from "../connectors/fit-connect/testing/local-service.ts";
import type { LocalService } from "../connectors/fit-connect/testing/local-types.ts";
import { optionsFor } from "../connectors/fit-connect/testing/options-for.ts";
import { openCase } from "../connectors/fit-connect/testing/receiver-side.ts";
import { indexConnectors, saveDestination } from "../modules/delivery/index.ts";
import { createConnectors } from "./delivery-ports.ts";
import { systemActor } from "./services.ts";
import { apply, xaveria, xaveriasWords } from "./testing/applicant.ts";
import { assertNoFaults, assertNotLogged } from "./testing/log-check.ts";
import { signedIn } from "./testing/signed-in.ts";
import { openAsOwner, type DatabaseOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf } from "./testing/visitor.ts";

const place = "Landkreis Ludwigslust-Parchim (FIT-Connect)";
const serviceIdentifier = "urn:de:fim:leika:leistung:99102013104000";

describe("an application in Grabow whose destination is the county's Zustellpunkt", () => {
  let portal: TestPortal;
  let owner: DatabaseOwner;
  let service: LocalService;
  before(async () => {
    portal = await startTestPortal();
    owner = openAsOwner(portal.databaseAddress);
    service = await startLocalService(await makeLocalKeys(), {
      serviceIdentifier,
    });
    const { tenantId } = await portal.portal("grabow");
    const context = portal.services.contextFor({
      tenantId,
      actor: systemActor,
    });
    const saved = await saveDestination(
      context,
      {
        name: place,
        connectorKey: "fit-connect",
        options: { ...optionsFor(service), serviceIdentifier },
        isEnabled: true,
        leistungSlugs: ["hundesteuer"],
      },
      indexConnectors(createConnectors(portal.services)),
    );
    assert.ok(saved.ok);
  });
  after(async () => {
    await service.stop();
    await owner.close();
    await portal.close();
    assertNoFaults(portal);
    assertNotLogged(portal, [...xaveriasWords, service.client.secret]);
  });

  const deliveryOf = async (reference: string) => {
    const [row] = await owner.query<{
      id: string;
      state: string;
      receipt: string;
    }>(
      "select delivery.* from delivery.delivery join delivery.destination on destination.id = destination_id where reference = $1 and name = $2",
      [reference, place],
    );
    return row ?? assert.fail("no delivery");
  };
  /** In place of minutes of waiting: what is to be asked is asked now. */
  const settled = async (reference: string, state: string) => {
    for (let tries = 0; tries < 600; tries += 1) {
      const row = await deliveryOf(reference);
      if (row.state === state) return row;
      await owner.query(
        "update jobs.job set run_at = now() where id in (select id from jobs.job where name = 'delivery.follow' for update skip locked)",
      );
      await sleep(50);
    }
    return assert.fail(`${reference} never became ${state}`);
  };
  const handedOver = async () => {
    const citizen = visitorOf(portal, "grabow");
    const { reference, statusKey } = await apply(citizen, "hundesteuer");
    const { id, receipt: caseId } = await settled(reference, "accepted");
    const found = [...service.cases.values()].find(
      (it) => it.caseId === caseId,
    );
    assert.ok(found);
    const readStatus = async () =>
      (await citizen.visit(`/status/${statusKey}`)).text;
    return { id, reference, caseId, found, readStatus };
  };

  test("accepted there: the citizen sees that it is in work there", async () => {
    const { reference, caseId, found, readStatus } = await handedOver();
    const opened = await openCase(service, found);
    assert.equal(opened.reference, reference);
    assert.ok(opened.data.toString().includes(xaveria.hund));
    assert.ok(!(await readStatus()).includes(place));

    await service.say("accept-submission", { caseId });
    await settled(reference, "delivered");
    const status = await readStatus();
    assert.ok(status.includes("Ihr Antrag ist angekommen und wird dort"));
    assert.ok(status.includes(place));
    assert.ok(status.includes("In Bearbeitung"));
  });

  test("rejected there: caseworker and citizen are told what to do, and sending again makes a case that is accepted", async () => {
    const { id, reference, caseId, readStatus } = await handedOver();
    const problems = [
      {
        type: "https://schema.fitko.de/fit-connect/events/problems/schema-violation",
        title: "Fachdaten passen nicht zum Schema",
        detail: "Rasse fehlt",
        instance: "data",
      },
    ];
    await service.say("reject-submission", { caseId, content: { problems } });
    await settled(reference, "rejected");
    const status = await readStatus();
    assert.ok(status.includes("Ihr Antrag konnte noch nicht weitergegeben"));
    assert.ok(status.includes("Sie müssen nichts tun"));

    const caseworker = await signedIn(portal, "grabow");
    const [vorgang = assert.fail("no Vorgang")] = await owner.query<{
      id: string;
    }>("select id from vorgaenge.vorgang where reference = $1", [reference]);
    const seen = await caseworker.visit(
      `/arbeitsplatz/vorgaenge/${vorgang.id}`,
    );
    assert.ok(seen.text.includes("Bitte klären Sie die Ursache"));
    assert.ok(seen.text.includes("Rasse fehlt"));

    const staff = await signedIn(portal, "grabow", "verwaltung");
    const path = `/arbeitsplatz/zustellungen/${id}`;
    const page = (await staff.visit(path)).text;
    assert.ok(page.includes("hat den Antrag zurückgewiesen"));
    assert.ok(page.includes("Fachdaten passen nicht zum Schema: Rasse fehlt"));
    const again = await staff.visit(`${path}/wiederholung`, { fields: {} });
    assert.equal(again.status, 303);
    const second = await settled(reference, "accepted");
    assert.notEqual(second.receipt, caseId);
    await service.say("accept-submission", { caseId: second.receipt });
    await settled(reference, "delivered");
    assert.ok((await readStatus()).includes("Ihr Antrag ist angekommen"));
  });
});
