import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { newId } from "../platform/values/id.ts";
import { findReceiverIn } from "./responsible-ports.ts";
import { openAsOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";

const leistungSlug = "schuelerbefoerderung";

void describe("the place that decides who is responsible", () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    const { tenantId } = await portal.portal("lup");
    const owner = openAsOwner(portal.databaseAddress);
    await owner.query(
      `insert into zustaendigkeit.rule (tenant_id, id, leistung_slug, position, name, conditions, office_slug, valid_from, changed_at, changed_by)
       select $1, $2, $3, 1, 'Ludwigslust', jsonb_build_object('places', array[ars]), 'ordnungsbehoerde', '2020-01-01', now(), 'system'
       from tenants.place where name like 'Ludwigslust%'`,
      [tenantId, newId(), leistungSlug],
    );
    await owner.close();
  });
  after(() => portal.close());

  const officeFor = async (said: {
    readonly ars?: string;
    readonly postcode?: string;
    readonly town?: string;
  }) => {
    const found = await findReceiverIn(portal.services)({
      portal: await portal.portal("grabow"),
      leistungSlug,
      locale: "de",
      facts: {
        familyName: undefined,
        street: undefined,
        ars: undefined,
        postcode: undefined,
        town: undefined,
        holds: () => undefined,
        ...said,
      },
    });
    assert.equal(found?.authority.slug, "lup");
    return found.within.officeSlug;
  };

  void test("is a Regionalschlüssel that was chosen, an address, or a name that only one commune has", async () => {
    assert.equal(await officeFor({ ars: "130760090090" }), "ordnungsbehoerde");
    assert.equal(await officeFor({ town: "ludwigslust" }), "ordnungsbehoerde");
    assert.equal(
      await officeFor({ postcode: "19288", town: "Ludwigslust" }),
      "ordnungsbehoerde",
    );
  });

  void test("is not guessed where it is another one, unknown or no key", async () => {
    assert.equal(await officeFor({ town: "Grabow" }), undefined);
    assert.equal(await officeFor({ town: "Nirgendwo" }), undefined);
    assert.equal(await officeFor({ ars: "Ludwigslust" }), undefined);
    assert.equal(
      await officeFor({ ars: "130765657057", town: "Ludwigslust" }),
      undefined,
    );
    assert.equal(await officeFor({}), undefined);
  });
});
