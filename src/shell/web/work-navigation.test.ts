import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Portal } from "../../modules/tenants/index.ts";
import type { Permission } from "../../modules/staff/index.ts";
import { workNavigation, workStart } from "./work-navigation.ts";

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

void describe("the menu of the work area", () => {
  const portal = { kind: "stadt" } as Portal;
  const menuOf = (...permissions: Permission[]) =>
    workNavigation(
      { staffId: "", displayName: "", sessionId: "", roles: [], permissions },
      { portal, locale: "de", waiting: 120 },
    ).map((entry) =>
      "items" in entry
        ? [entry.label, ...entry.items.map(({ label }) => label)]
        : entry.label,
    );

  void test("groups what is not needed all day, and no single page", () => {
    assert.deepEqual(menuOf("vorgang.read", "vorgang.edit", "intake.edit"), [
      "Vorgänge",
      "Antrag aufnehmen",
      ["Aufgaben", "Bescheide", "Stellungnahmen", "Postfach", "Nachrichten"],
      "Löschkalender",
    ]);
  });

  void test("stays flat while it is short", () => {
    assert.deepEqual(menuOf("forms.read", "retention.terms"), [
      "Formulare",
      "Aufbewahrung",
    ]);
  });
});
