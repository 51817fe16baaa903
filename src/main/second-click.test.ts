import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { newId } from "../platform/values/id.ts";
import { assertNoFaults } from "./testing/log-check.ts";
import { signedIn } from "./testing/signed-in.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";

void describe("a second click of the office", () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ worker: false });
  });
  after(() => portal.close());

  void test("on what is done or gone leads where the first one did", async () => {
    const staff = await signedIn(portal, "schwerin", "verwaltung");
    const id = newId();
    for (const [path, to] of [
      [`/arbeitsplatz/postfach/${id}/versendet`, "/arbeitsplatz/postfach"],
      [
        `/arbeitsplatz/postfach/kontakt/${id}/erreicht`,
        "/arbeitsplatz/postfach",
      ],
      [`/verwaltung/bescheide/texte/${id}/entfernen`, "/verwaltung/bescheide"],
      [`/verwaltung/teams/${id}/loeschen`, "/verwaltung/teams"],
      [
        `/verwaltung/zustaendigkeiten/${id}/loeschen`,
        "/verwaltung/zustaendigkeiten?geloescht=1",
      ],
      [
        "/verwaltung/formulare/gibt-es-nicht-mehr/ruecknahme",
        "/verwaltung/formulare/gibt-es-nicht-mehr?fertig=withdrawn",
      ],
    ] as const) {
      const answer = await staff.visit(path, { fields: {} });
      assert.equal(answer.status, 303, path);
      assert.equal(answer.headers.location, to);
    }
    assertNoFaults(portal);
  });

  void test("in a Vorgang that was never there is answered, though no header carries its name", async () => {
    const staff = await signedIn(portal, "schwerin");
    const place = "/arbeitsplatz/vorgaenge/%C4%80";
    const answer = await staff.visit(`${place}/notizen/1/zuruecknehmen`, {
      fields: {},
    });
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.location, `${place}#notizen`);
    assertNoFaults(portal);
  });
});
