import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createPdfCompiler } from "../../../platform/pdf/pdf-compiler.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { asPage, visit } from "../../../shell/testing/visit.ts";
import {
  bescheideWorld,
  parkingPermit,
  slug,
  worker,
} from "../testing/bescheide-fixtures.ts";
import { beginBescheid } from "../use-cases/begin-bescheid.ts";
import { saveText } from "../use-cases/save-text.ts";
import { bescheidRoutes } from "./bescheid-routes.ts";

describe("a Bescheid that is a draft again", () => {
  let database: TestDatabase;
  const pdf = createPdfCompiler();
  before(async () => {
    database = await createTestDatabase();
  });
  after(async () => {
    await pdf.close();
    await database.close();
  });

  test("says what cannot be done with it, and the reason typed for it stays", async () => {
    const world = await bescheideWorld(database, pdf);
    const lead = worker(
      database,
      newId(),
      ...["bescheid.release", "bescheid.texts"],
    );
    const letter = await saveText(
      lead,
      {
        id: undefined,
        seenVersion: 0,
        kind: "letter",
        name: "Brief",
        leistungSlug: slug,
        subject: "Bewohnerparkausweis",
        body: "Guten Tag",
      },
      world.ports,
    );
    assert.ok(letter.ok);
    const begun = await beginBescheid(
      lead,
      {
        vorgangId: await parkingPermit(database, lead),
        outcome: "refused",
        letterId: letter.value.id,
      },
      world.ports,
    );
    assert.ok(begun.ok);
    const refused = asPage(
      await visit(bescheidRoutes(world.ports), "POST", {
        context: lead,
        path: `/arbeitsplatz/bescheide/${begun.value.id}/rueckgabe`,
        fields: { fassung: "7", grund: "Falscher Paragraf" },
      }),
    );
    assert.equal(refused.status, 409);
    assert.match(refused.title, /^Fehler: /);
    assert.match(refused.text, /Jemand war schneller/);
    assert.match(refused.text, /Sie haben geschrieben: Falscher Paragraf/);
    assert.match(refused.text, /Entwurf ansehen/);
  });
});
