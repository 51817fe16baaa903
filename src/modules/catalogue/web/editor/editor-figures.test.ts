import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { asPage } from "../../../../shell/testing/visit.ts";
import {
  erna,
  openEditorPortal,
  otto,
  type EditorPortal,
} from "../../testing/editor-portal.ts";
import { germanLines } from "../../domain/content/german-lines.ts";
import { inputsOf } from "../../testing/inputs-of.ts";
import { findLeistungBySlug } from "../../use-cases/find-leistung-by-slug.ts";
import { readDraft } from "../../use-cases/editing/keep-draft.ts";
import { editPath, versionsPath } from "./editor-labels.ts";

void describe("figures in the editor of Leistungen", () => {
  let portal: EditorPortal;
  before(async () => {
    portal = await openEditorPortal();
  });
  after(() => portal.testDatabase.close());

  const editor = (who = erna) => portal.editor(who);
  const reach = (
    path: string,
    fields?: Readonly<Record<string, string>>,
    who = erna,
  ) => portal.reach(editor(who), path, fields);
  const idOf = (slug: string) => portal.idOf(slug);
  const contentOf = async (slug: string) =>
    (await findLeistungBySlug(editor(), slug))?.content ?? assert.fail(slug);
  const open = async (id: string) =>
    inputsOf(asPage(await reach(editPath(id))).text);
  const press = async (
    id: string,
    fields: Readonly<Record<string, string>>,
    aktion: string,
  ) => {
    const reply = await reach(editPath(id), { ...fields, aktion });
    return reply.kind === "redirect" ? reply.to : asPage(reply).text;
  };

  void test("amounts, deadlines, links, levels and codes are typed in German notation and stand in the content", async () => {
    const id = await idOf("hundesteuer");
    const sent = await press(
      id,
      {
        ...(await open(id)),
        "fees-1-amount": "96",
        "fees-1-for-de": "Erster Hund",
        "fees-1-for-en": "First dog",
        "fees-1-inAdvance": "ja",
        "fees-2-amount": "120,50 bis 1.250 Euro",
        "fees-2-for-de": "Jeder weitere | auch „Listenhunde“",
        "deadlines-1-period": "2 Wochen",
        "deadlines-1-for-de": "nach der Anschaffung",
        processingTime: "3 bis 5 Arbeitstage",
        "signLanguageVideos-1-name-de": "Hund anmelden",
        "signLanguageVideos-1-url": "https://video.example/dgs",
        "onlineServices-1-name-de": "Landesdienst",
        "onlineServices-1-url": "https://land.example/hund",
        "onlineServices-1-assuranceLevel": "substantial",
        "onlineServices-1-onlineMaturity": "3",
        assuranceLevel: "low",
        onlineMaturity: "2",
        "officialTitle-de": "Hundesteuer Anmeldung",
        furtherLeikaKeys: "99102013104000",
        structure: "LOV",
        "typing-1-type": "5",
        "typing-2-type": "4a",
        "sdgAreas-1-area": "2030500",
        "sdgAreas-2-area": "1030200",
        belongsToCommunes: "ja",
      },
      "veroeffentlichen",
    );
    assert.match(sent, /getan=veroeffentlicht/);
    const content = await contentOf("hundesteuer");
    assert.deepEqual(content.fees, [
      {
        kind: "fixed",
        cents: 9600,
        for: { de: "Erster Hund", en: "First dog" },
        inAdvance: true,
      },
      {
        kind: "range",
        fromCents: 12_050,
        toCents: 125_000,
        for: { de: "Jeder weitere | auch „Listenhunde“" },
      },
    ]);
    assert.deepEqual(content.deadlines, [
      { length: 2, unit: "week", for: { de: "nach der Anschaffung" } },
    ]);
    assert.deepEqual(content.processingTime, {
      min: 3,
      max: 5,
      unit: "workingDay",
    });
    assert.deepEqual(content.onlineServices, [
      {
        name: { de: "Landesdienst" },
        url: "https://land.example/hund",
        assuranceLevel: "substantial",
        maturity: 3,
      },
    ]);
    assert.deepEqual(content.signLanguageVideos, [
      { name: { de: "Hund anmelden" }, url: "https://video.example/dgs" },
    ]);
    const { assuranceLevel, onlineMaturity, structure } = content;
    assert.deepEqual(
      [assuranceLevel, onlineMaturity, structure],
      ["low", 2, "LOV"],
    );
    assert.deepEqual(content.typing, ["5", "4a"]);
    assert.deepEqual(content.sdgAreas, ["2030500", "1030200"]);
    assert.deepEqual(content.furtherLeikaKeys, ["99102013104000"]);
    assert.equal(content.belongsToCommunes, true);
    const again = await press(id, await open(id), "veroeffentlichen");
    assert.match(again, /getan=unveraendert/, "as it stands it is the same");
  });

  void test("the versions say in words what was changed, line by line", async () => {
    const id = await idOf("hundesteuer");
    const { text } = asPage(await reach(versionsPath(id)));
    for (const words of [
      "96,00 € · Erster Hund · First dog · Vorher zu bezahlen",
      "2 Wochen · nach der Anschaffung",
      "Landesdienst · https://land.example/hund · Substanziell: zum Beispiel ELSTER-Zertifikat",
      "Niedrig: Benutzername und Passwort",
      "Jede Gemeinde für sich",
      "4a: Land regelt, Land führt aus",
      "1030200: Fahrzeuge in der Union – Führerschein erwerben und erneuern",
    ])
      assert.ok(text.includes(`<ins>${words}`), words);
  });

  void test("the page shows the figures before the words about the same, and so do lines for other modules", async () => {
    const { text } = asPage(await reach("/leistungen/hundesteuer"));
    assert.match(text, /Erster Hund<\/span>: 96,00\s€ \(vorher zu bezahlen\)/);
    assert.match(text, /3 bis 5 Arbeitstage/);
    const found = await findLeistungBySlug(editor(), "hundesteuer");
    const lines = germanLines(found, "feeText");
    assert.match(lines.join(" "), /Erster Hund: 96,00 Euro/);
  });

  void test("a row more or less loses nothing that was typed, opens its group, and is kept as a draft", async () => {
    const id = await idOf("fundsachen");
    const typed = {
      ...(await open(id)),
      "notes-de": "Nicht verlieren",
      "fees-1-amount": "falsch",
      "fees-2-amount": "20",
    };
    const added = await press(id, typed, "zeile:fees");
    assert.match(added, /name="fees-3-amount"[^>]*autofocus/);
    assert.match(
      added,
      /<details class="kern-accordion" open>\s*<summary[^>]*>\s*<span[^>]*>Kosten/,
    );
    assert.doesNotMatch(added, /-error"/, "nothing is judged yet");
    const shown = inputsOf(added);
    assert.equal(shown["notes-de"], "Nicht verlieren");
    assert.equal(shown["fees-1-amount"], "falsch");
    assert.equal(shown["fees-2-amount"], "20");
    const draft = await readDraft(editor(), id);
    assert.equal(draft?.typed.get("fees"), "falsch\n20");
    const removed = inputsOf(
      await press(id, { ...shown, "fees-3-amount": "30" }, "ohne-zeile:fees:0"),
    );
    assert.equal(removed["fees-1-amount"], "20");
    assert.equal(removed["fees-2-amount"], "30");
    assert.equal(removed["fees-3-amount"], undefined);
    assert.equal(removed["notes-de"], "Nicht verlieren");
    assert.match(
      await press(id, removed, "veroeffentlichen"),
      /getan=veroeffentlicht/,
    );
    assert.equal((await contentOf("fundsachen")).fees?.length, 2);
  });

  void test("the first button of the form, which Enter presses, makes nothing public and changes no row", async () => {
    const { text } = asPage(await reach(editPath(await idOf("fundsachen"))));
    const form = text.slice(text.indexOf("<form"));
    assert.match(/<button[^>]*>/.exec(form)?.[0] ?? "", /value="vorschau"/);
  });

  void test("what cannot be read is said at its input of its row, and stands there as it was typed", async () => {
    const id = await idOf("wohngeld");
    const wrong = {
      ...(await open(id)),
      "fees-1-amount": "zwölf",
      "fees-2-for-en": "Only English",
      "deadlines-1-period": "2 bis 3 Wochen",
      processingTime: "bald",
      "onlineServices-1-name-de": "Ohne Adresse",
      "signLanguageVideos-1-url": "ftp://x",
      assuranceLevel: "",
      "typing-1-type": "99",
      "sdgAreas-1-area": "Sonne",
      furtherLeikaKeys: "12",
    };
    const text = await press(id, wrong, "veroeffentlichen");
    for (const field of [
      ...["fees-1-amount", "fees-2-amount", "fees-2-for-de"],
      ...[
        "deadlines-1-period",
        "processingTime",
        "onlineServices-1-url",
        "assuranceLevel",
      ],
      ...["signLanguageVideos-1-url", "signLanguageVideos-1-name-de"],
      ...["typing-1-type", "sdgAreas-1-area", "furtherLeikaKeys"],
    ]) {
      assert.match(text, new RegExp(`href="#${field}"`), field);
      assert.match(text, new RegExp(`id="${field}-error"`), field);
    }
    assert.match(text, /Schreiben Sie „Betrag 1: Wie viel\?“ so: 12,50/);
    const kept = inputsOf(text);
    for (const field of [
      "fees-1-amount",
      "processingTime",
      "sdgAreas-1-area",
      "typing-1-type",
    ])
      assert.equal(kept[field], Reflect.get(wrong, field), field);
  });

  void test("two people's amounts are told apart as one field, and the figures of one stay beside the words of the other", async () => {
    const id = await idOf("personalausweis");
    const [one, other] = [await open(id), await open(id)];
    const save = (fields: Readonly<Record<string, string>>, who: string) =>
      reach(editPath(id), { ...fields, aktion: "entwurf" }, who);
    await save({ ...one, processingTime: "4 Wochen" }, erna);
    const merged = await save({ ...other, "notes-de": "Von Otto" }, otto);
    assert.equal(merged.kind, "redirect", "different fields go together");
    const both = await open(id);
    assert.equal(both["processingTime"], "4 Wochen");
    assert.equal(both["notes-de"], "Von Otto");
    await save({ ...both, "fees-1-amount": "40" }, erna);
    const { text } = asPage(
      await save({ ...both, "fees-1-amount": "50" }, otto),
    );
    assert.match(text, /id="fees-error"/);
    assert.equal(inputsOf(text)["fees-1-amount"], "50");
    assert.match(text, /<ins>40 €/);
  });
});
