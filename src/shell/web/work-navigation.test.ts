import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { workStart } from "./work-navigation.ts";

void describe("the first page of the work area", () => {
  const cases = [
    ["stadt", ["vorgang.read", "vorgang.edit"], "/arbeitsplatz"],
    ["stadt", ["identity.confirm"], "/arbeitsplatz/identitaet"],
    ["stadt", ["audit.read"], "/verwaltung/protokoll"],
    ["stadt", ["forms.read"], "/verwaltung/formulare"],
    ["stadt", [], "/arbeitsplatz/konto"],
    ["installation", ["audit.read"], "/verwaltung/protokoll"],
    ["installation", ["vorgang.read"], "/arbeitsplatz/konto"],
  ] as const;
  for (const [kind, permissions, path] of cases)
    void test(`is one that ${permissions.join(", ") || "nobody"} may see: ${kind}`, () => {
      assert.equal(workStart({ permissions }, { kind }), path);
    });
});
