import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import { seedCatalogueDemo } from "../demo/seed-catalogue-demo.ts";
import { addSynonym } from "./add-synonym.ts";
import { searchLeistungen } from "./search-leistungen.ts";

/** What people type in Schwerin, and what they must see first. */
const inSchwerin: readonly [query: string, first: string][] = [
  ["Bewohnerparkausweis", "bewohnerparkausweis"],
  ["bewohnerparkausweis beantragen", "bewohnerparkausweis"],
  ["Parkplatz", "bewohnerparkausweis"],
  ["Anwohnerparken", "bewohnerparkausweis"],
  ["Anwohnerparkausweis", "bewohnerparkausweis"],
  ["Anwohner-Parkausweis", "bewohnerparkausweis"],
  ["Parkausweis", "bewohnerparkausweis"],
  ["Bewonerparkausweis", "bewohnerparkausweis"],
  ["Bewohnerparkausweiß", "bewohnerparkausweis"],
  ["bewohner parken", "bewohnerparkausweis"],
  ["Stellplatz vor der Wohnung", "bewohnerparkausweis"],
  ["parken", "bewohnerparkausweis"],
  ["Perso", "personalausweis"],
  ["perso verlängern", "personalausweis"],
  ["Personalausweis", "personalausweis"],
  ["Persnalausweis", "personalausweis"],
  ["Ausweis abgelaufen", "personalausweis"],
  ["ausweiss", "personalausweis"],
  ["neuer Ausweis", "personalausweis"],
  ["vorläufiger Personalausweis", "personalausweis"],
  ["Hund anmelden", "hundesteuer"],
  ["Ich möchte meinen Hund anmelden", "hundesteuer"],
  ["Hundesteuer", "hundesteuer"],
  ["Hundesteueranmeldung", "hundesteuer"],
  ["hundesteur", "hundesteuer"],
  ["Hundemarke", "hundesteuer"],
  ["Welpe", "hundesteuer"],
  ["Steuer für Hunde", "hundesteuer"],
  ["Gewerbe", "gewerbeanmeldung"],
  ["Gewerbe anmelden", "gewerbeanmeldung"],
  ["Gewrebeanmeldung", "gewerbeanmeldung"],
  ["Gewerbeschein", "gewerbeanmeldung"],
  ["Firma gründen", "gewerbeanmeldung"],
  ["selbständig machen", "gewerbeanmeldung"],
  ["Geburtsurkunde", "geburtsurkunde"],
  ["Geburtsukrunde", "geburtsurkunde"],
  ["Urkunde", "geburtsurkunde"],
  ["Baby", "geburtsurkunde"],
  ["Veranstaltung", "veranstaltung"],
  ["Veranstalltung anmelden", "veranstaltung"],
  ["Straßenfest", "veranstaltung"],
  ["Strassenfest", "veranstaltung"],
  ["Party", "veranstaltung"],
  ["Flohmarkt", "veranstaltung"],
  ["Umzug", "wohnsitz"],
  ["umziehen", "wohnsitz"],
  ["ummelden", "wohnsitz"],
  ["Wohnsitz anmelden", "wohnsitz"],
  ["wohnung anmelden", "wohnsitz"],
  ["Adresse ändern", "wohnsitz"],
  ["Meldebescheinigung", "wohnsitz"],
  ["Wohngeld", "wohngeld"],
  ["wohngelt", "wohngeld"],
  ["Mietzuschuss", "wohngeld"],
  ["Miete zu hoch", "wohngeld"],
  ["Zuschuss", "wohngeld"],
];

const inLup: readonly [query: string, first: string][] = [
  ["Führerschein", "fuehrerschein"],
  ["Fuehrerschein", "fuehrerschein"],
  ["Führerschien", "fuehrerschein"],
  ["Lappen", "fuehrerschein"],
  ["Führerschein umtauschen", "fuehrerschein-umtausch"],
  ["Auto anmelden", "kfz-zulassung"],
  ["Auto ummelden", "kfz-zulassung"],
  ["KFZ", "kfz-zulassung"],
  ["Kennzeichen", "kfz-zulassung"],
  ["Jagdschein", "jagdschein"],
  ["Jäger", "jagdschein"],
  ["bauen", "baugenehmigung"],
  ["Bauantrag", "baugenehmigung"],
  ["Garage bauen", "baugenehmigung"],
  ["Schulbus", "schuelerbefoerderung"],
  ["Schülerticket", "schuelerbefoerderung"],
  ["Unterhalt", "unterhaltsvorschuss"],
];

const findNothing = ["", " ", "?!", "xyzzyq", "Raumschiff", "%", "_", "'"];

describe("search", () => {
  let testDatabase: TestDatabase;
  const contextOf = (tenantId: string) => testDatabase.contextFor({ tenantId });
  before(async () => {
    testDatabase = await createTestDatabase();
    for (const tenantId of [demoTenants.schwerin, demoTenants.lup]) {
      await seedCatalogueDemo(contextOf(tenantId));
    }
  });
  after(() => testDatabase.close());

  const slugsOf = async (tenantId: string, query: string) =>
    (await searchLeistungen([contextOf(tenantId)], query)).map(
      ({ hit }) => hit.slug,
    );

  describe("in Schwerin", () => {
    for (const [query, first] of inSchwerin) {
      test(`"${query}" finds ${first} first`, async () => {
        assert.equal((await slugsOf(demoTenants.schwerin, query))[0], first);
      });
    }
  });

  describe("in the county", () => {
    for (const [query, first] of inLup) {
      test(`"${query}" finds ${first} first`, async () => {
        assert.equal((await slugsOf(demoTenants.lup, query))[0], first);
      });
    }
  });

  for (const query of findNothing) {
    test(`"${query}" finds nothing`, async () => {
      assert.deepEqual(await slugsOf(demoTenants.schwerin, query), []);
    });
  }

  test("never shows what only another portal has", async () => {
    assert.deepEqual(await slugsOf(demoTenants.schwerin, "Jagdschein"), []);
    assert.deepEqual(await slugsOf(demoTenants.grabow, "Personalausweis"), []);
  });

  test("learns words of the place, for this portal only", async () => {
    const context = testDatabase.contextFor({
      tenantId: demoTenants.schwerin,
      actor: { kind: "system", id: "system", may: () => false },
    });
    assert.deepEqual(await slugsOf(demoTenants.schwerin, "Töle"), []);
    const result = await addSynonym(context, {
      word: "Töle",
      meaning: "Hundesteuer",
    });
    assert.ok(result.ok);
    assert.deepEqual(await slugsOf(demoTenants.schwerin, "Toele"), [
      "hundesteuer",
    ]);
    assert.deepEqual(await slugsOf(demoTenants.lup, "Töle"), []);
  });

  test("a guest may not teach it, and a sentence is no word", async () => {
    const guest = contextOf(demoTenants.schwerin);
    const word = { word: "Töle", meaning: "Hundesteuer" };
    assert.deepEqual(await addSynonym(guest, word), {
      ok: false,
      refusal: { kind: "not-permitted" },
    });
    const editor = {
      ...guest,
      actor: { kind: "staff", id: "kevin", may: () => true } as const,
    };
    assert.deepEqual(
      await addSynonym(editor, { ...word, meaning: "Hund kaufen" }),
      { ok: false, refusal: { kind: "not-one-word" } },
    );
  });

  test("takes two statements, and bears an endless question", async () => {
    testDatabase.statements.length = 0;
    await slugsOf(demoTenants.schwerin, "Parkplatz ".repeat(500));
    const own = testDatabase.statements.filter(
      (sql) => !/^(begin|commit)/.test(sql),
    );
    assert.equal(own.length, 2);
  });
});
