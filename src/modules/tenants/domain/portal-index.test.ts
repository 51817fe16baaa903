import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { indexOfPortals } from "./portal-index.ts";
import type { Portal } from "./portal.ts";

type Given = Pick<Portal, "tenantId" | "kind" | "ars"> & {
  readonly parentTenantId?: string;
};

function portalOf({ parentTenantId, ...given }: Given): Portal {
  const { tenantId: slug } = given;
  return {
    ...given,
    slug,
    name: `Gemeinde ${slug}`,
    shortName: slug,
    parentTenantId: parentTenantId ?? null,
    host: slug,
    accentColour: "#000000",
    crestSvg: "<svg></svg>",
    contact: {
      office: "",
      street: "",
      postcode: "",
      town: "",
      phone: "",
      email: "",
      openingHours: [],
    },
  };
}

const portals = (
  [
    { tenantId: "all", kind: "installation", ars: "" },
    {
      tenantId: "Amt",
      kind: "amt",
      ars: "130765656",
      parentTenantId: "Kreis",
    },
    {
      tenantId: "Dorf",
      kind: "gemeinde",
      ars: "130765656001",
      parentTenantId: "Amt",
    },
    {
      tenantId: "Führstadt",
      kind: "stadt",
      ars: "130765657001",
      parentTenantId: "Amt ohne Portal",
    },
    {
      tenantId: "Kreis",
      kind: "kreis",
      ars: "130760000000",
      parentTenantId: "Land ohne Portal",
    },
    { tenantId: "Stadt", kind: "stadt", ars: "130040000000" },
    {
      tenantId: "Werke",
      kind: "company",
      ars: "130040000000",
      parentTenantId: "Stadt",
    },
  ] as const
).map(portalOf);

const namesOf = (found: readonly Portal[]) =>
  found.map(({ tenantId }) => tenantId);

describe("portals to choose from", () => {
  const index = indexOfPortals(portals);

  test("lie in what is above them, or in the county of their key where that has no portal", () => {
    assert.deepEqual(namesOf(index.top), ["Kreis", "Stadt"]);
    assert.deepEqual(namesOf(index.within("Kreis")), ["Amt", "Führstadt"]);
    assert.deepEqual(namesOf(index.within("Amt")), ["Dorf"]);
    assert.equal(index.countWithin("Kreis"), 3);
    assert.equal(index.countWithin("Dorf"), 0);
    assert.equal(index.all.length, 6);
  });

  test("are found by all words of a name, as it is typed in a hurry", () => {
    assert.deepEqual(namesOf(index.search("fuhrstadt gemeinde", 9)), [
      "Führstadt",
    ]);
    assert.equal(index.search("gemeinde", 2).length, 2);
    assert.deepEqual(index.search("gemeinde nirgends", 9), []);
    assert.deepEqual(index.search(" ", 9), []);
  });

  test("are looked through once as long as none changes", () => {
    assert.equal(indexOfPortals(portals), index);
    assert.notEqual(indexOfPortals([...portals]), index);
  });

  test("of a tree that leads in a circle are counted all the same", () => {
    const ring = indexOfPortals(
      (
        [
          { tenantId: "a", kind: "amt", ars: "1", parentTenantId: "b" },
          { tenantId: "b", kind: "amt", ars: "2", parentTenantId: "a" },
        ] as const
      ).map(portalOf),
    );
    assert.ok(ring.countWithin("a") > 0);
  });
});
