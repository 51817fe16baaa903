import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { parkingPermit } from "../modules/forms/demo/parking-permit.ts";
import { assertNoFaults } from "./testing/log-check.ts";
import { multipartForm } from "./testing/multipart.ts";
import { faultsOfPage } from "./testing/page-check.ts";
import { signedIn } from "./testing/signed-in.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import type { Answer, Visitor } from "./testing/visitor.ts";

const desk = `/verwaltung/formulare/${parkingPermit.key}`;

void describe("the editor's pages, sent as a browser without scripts sends them", () => {
  let portal: TestPortal;
  let editor: Visitor;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    editor = await signedIn(portal, "schwerin", "redaktion");
  });
  after(() => portal.close());

  /** Sends the page's form as it stands with some inputs changed; several values of a name for boxes, null for none. */
  const change = async (
    path: string,
    changes: Readonly<Record<string, string | readonly string[] | null>>,
  ): Promise<Answer> => {
    const fields = inputsOf(await editor.visit(path));
    for (const [name, value] of Object.entries(changes)) {
      fields.delete(name);
      for (const each of value === null ? [] : [value].flat())
        fields.append(name, each);
    }
    return editor.visit(path, { fields });
  };
  const overlay = async (): Promise<string> =>
    inputsOf(await editor.visit(`${desk}/json`)).get("anpassung") ?? "";

  void test("too many documents to import are refused where they were chosen, with the limit", async () => {
    const lists = Array.from({ length: 101 }, (_, index) => ({
      name: "listen",
      filename: `c${String(index)}.xml`,
      content: "<a/>",
    }));
    const refused = await editor.visit(
      "/verwaltung/formulare/einspielen",
      multipartForm(lists),
    );
    assert.equal(refused.status, 413);
    assert.deepEqual(faultsOfPage(refused), []);
    assert.match(refused.text, /href="#schema"/);
    assert.match(
      refused.text,
      /höchstens 50 MB groß und höchstens 100 Dateien/,
    );
  });

  void test("a file field takes size and kinds, and says what is wrong with either", async () => {
    const path = `${desk}/struktur/fahrzeugschein`;
    const page = await editor.visit(path);
    assert.deepEqual(faultsOfPage(page), []);
    for (const [changes, said, id] of [
      [{ maxMegabytes: "viel" }, /in Megabyte als Zahl/, "maxMegabytes"],
      [{ maxMegabytes: "101" }, /Mehr als 100 MB/, "maxMegabytes"],
      [{ mediaTypes: null }, /mindestens eine Art von Datei/, "mediaTypes"],
    ] as const) {
      const refused = await change(path, { label: "Schein", ...changes });
      assert.equal(refused.status, 422);
      assert.match(refused.text, said);
      assert.match(refused.text, new RegExp(`href="#${id}"`));
      assert.deepEqual(faultsOfPage(refused), []);
      assert.equal(inputsOf(refused).get("label"), "Schein");
    }
    const saved = await change(path, {
      maxMegabytes: "2,5 MB",
      mediaTypes: ["application/pdf", "image/tiff"],
    });
    assert.equal(saved.status, 303);
    const { elements } = JSON.parse(await overlay()) as {
      elements: { fahrzeugschein: { type: object } };
    };
    assert.deepEqual(elements.fahrzeugschein.type, {
      dataType: "file",
      maxBytes: 2_500_000,
      mediaTypes: ["application/pdf", "image/tiff"],
    });
  });

  void test("what browsers offer is chosen in words, and taken back", async () => {
    const path = `${desk}/struktur/bisherigeNummer`;
    const chosen = await change(path, { autocomplete: "honorific-prefix" });
    assert.equal(chosen.status, 303);
    assert.match(await overlay(), /"autocomplete": "honorific-prefix"/);
    assert.equal((await change(path, { autocomplete: "" })).status, 303);
    assert.doesNotMatch(await overlay(), /honorific-prefix/);
  });

  void test("the pre-check is edited as a whole: rows come, go and move without anything being lost", async () => {
    const path = `${desk}/vorab-check`;
    const before = await editor.visit(path);
    assert.deepEqual(faultsOfPage(before), []);
    assert.equal(inputsOf(before).get("frage-1-bedingung"), "wohnsitz == true");
    const typed = {
      "frage-0-frage": "Wohnen Sie dort?",
      "ergebnis-0-text": "Nein.",
    };
    const more = await change(path, { ...typed, tun: "frage-dazu" });
    assert.equal(more.status, 200);
    assert.equal(inputsOf(more).get("frage-2-name"), "frage3");
    assert.equal(inputsOf(more).get("frage-0-frage"), "Wohnen Sie dort?");
    const movedUp = await change(path, {
      ...typed,
      verschieben: "up ergebnis-1",
    });
    assert.equal(inputsOf(movedUp).get("ergebnis-1-text"), "Nein.");
    const less = await change(path, { ...typed, tun: "weg ergebnis-1" });
    assert.equal(inputsOf(less).has("ergebnis-2-text"), false);
    assert.equal(inputsOf(less).get("ergebnis-0-text"), "Nein.");
    assert.doesNotMatch(await overlay(), /"precheck"/);
  });

  void test("the pre-check says at the input what is missing, unknown or never reached", async () => {
    const path = `${desk}/vorab-check`;
    for (const [changes, id] of [
      [{ "frage-0-frage": "" }, "frage-0-frage"],
      [{ "frage-1-name": "wohnsitz" }, "frage-1-name"],
      [{ "frage-0-art": "select" }, "frage-0-antworten"],
      [{ "frage-1-bedingung": "hausboot == true" }, "frage-1-bedingung"],
      [{ "ergebnis-0-wenn": "" }, "ergebnis-0-wenn"],
      [{ "ergebnis-1-wenn": "gemeldet == 7" }, "ergebnis-1-wenn"],
      [{ "ergebnis-0-link": "javascript:x" }, "ergebnis-0-link"],
      [{ "ergebnis-0-link": "/leistungen" }, "ergebnis-0-link-text"],
      [
        { "ergebnis-1-wenn": "wohnsitz == true && wohnsitz == false" },
        "ergebnis-1-wenn",
      ],
    ] as const) {
      const refused = await change(path, {
        ...changes,
        "frage-0-hilfe": "Ja.",
      });
      assert.equal(refused.status, 422, id);
      assert.match(refused.text, new RegExp(`href="#${id}"`), id);
      assert.deepEqual(faultsOfPage(refused), [], id);
      assert.equal(inputsOf(refused).get("frage-0-hilfe"), "Ja.", id);
    }
  });

  void test("a saved pre-check is what applicants would be asked, and can be discarded", async () => {
    const path = `${desk}/vorab-check`;
    const saved = await change(path, {
      "frage-0-art": "select",
      "frage-0-antworten": "a = In Zone A\nb = In Zone B",
      "frage-1-bedingung": "wohnsitz == 'a'",
      "ergebnis-0-wenn": "wohnsitz == 'b'",
      "ergebnis-0-ende": "other-authority",
      "ergebnis-0-link": "https://www.example.org",
      "ergebnis-0-link-text": "Nachbarstadt",
      "ergebnis-2-wenn": "wohnsitz == 'a' && gemeldet == true",
    });
    assert.equal(saved.status, 303);
    const { precheck } = JSON.parse(await overlay()) as {
      precheck: { questions: object[]; outcomes: object[] };
    };
    assert.deepEqual(precheck.questions[0], {
      kind: "field",
      key: "wohnsitz",
      label: "Wohnen Sie in dem Gebiet, in dem Sie parken möchten?",
      cardinality: { min: 1, max: 1 },
      dataType: "select",
      options: [
        { code: "a", label: "In Zone A" },
        { code: "b", label: "In Zone B" },
      ],
    });
    assert.deepEqual(precheck.outcomes[0], {
      when: "wohnsitz == 'b'",
      kind: "other-authority",
      text: "Den Ausweis bekommt nur, wer in dem Gebiet wohnt. Als Besucher parken Sie mit einem Parkschein.",
      link: { label: "Nachbarstadt", href: "https://www.example.org" },
    });
    const discarded = await change(path, { tun: "verwerfen" });
    assert.equal(discarded.status, 303);
    assert.doesNotMatch(await overlay(), /"precheck"/);
  });

  void test("a check gets its field from a list of all fields in words", async () => {
    const fresh = `${desk}/pruefungen`;
    const page = await editor.visit(fresh);
    assert.deepEqual(faultsOfPage(page), []);
    assert.match(page.text, /<option value="fahrzeugschein">/);
    const empty = await change(fresh, { pruefung: "kein name" });
    assert.equal(empty.status, 422);
    for (const id of ["pruefung", "bedingung", "meldung", "feld"])
      assert.match(empty.text, new RegExp(`href="#${id}"`), id);
    const typed = {
      pruefung: "neu-ohne-nummer",
      bedingung: "anlass != 'nie'",
      meldung: "Prüfen Sie den Anlass.",
      feld: "anlass",
    };
    const unknown = await change(fresh, { ...typed, bedingung: "hund > 1" });
    assert.match(unknown.text, /href="#bedingung"/);
    assert.equal(inputsOf(unknown).get("feld"), "anlass");
    assert.equal((await change(fresh, typed)).status, 303);
    const again = await change(fresh, typed);
    assert.match(again.text, /diesem Namen gibt es schon/);
    const list = await editor.visit(`${desk}/regeln`);
    assert.deepEqual(faultsOfPage(list), []);
    const path = `${fresh}/neu-ohne-nummer`;
    assert.match(list.text, new RegExp(`href="${path}"`));
    const known = await editor.visit(path);
    assert.deepEqual(faultsOfPage(known), []);
    assert.equal(inputsOf(known).get("feld"), "anlass");
    assert.equal((await change(path, { tun: "entfernen" })).status, 303);
    assert.doesNotMatch(await overlay(), /neu-ohne-nummer/);
    assert.equal((await editor.visit(path)).status, 404);
  });

  void test("an example is filled in, and what is expected of it is chosen beside what there is", async () => {
    const preview = `${desk}/vorschau`;
    const kept = await change(preview, {
      "anlass.0": "verlaengerung",
      "beispiel-titel": "Verlängern",
      tun: "beispiel",
    });
    const path = kept.headers.location?.replace(/\?.*$/, "") ?? "";
    assert.match(path, /\/beispiele\/1$/);
    const page = await editor.visit(path);
    assert.deepEqual(faultsOfPage(page), []);
    assert.match(page.text, /kommt heraus, was erwartet wird/);
    const given = inputsOf(page);
    assert.equal(given.get("senden"), "nein");
    assert.equal(given.get("sicht|bisherigeNummer"), "visible");
    assert.equal(given.has("meldungen"), false);
    // What may be expected, though nothing of it occurs: something missing, and each way to fill in wrongly.
    for (const said of [
      /bisherigeNummer\.0 required"/,
      /bisherigeNummer\.0 too-long"[^>]*>[^<]*Kürzen Sie „Nummer des bisherigen Ausweises“ auf höchstens/,
    ])
      assert.match(page.text, said);

    const wrong = await change(path, {
      "sicht|bisherigeNummer": "hidden",
      meldung: ["anlass.0 required-choice"],
      "weitere-meldung": "dauer.0 required-choice",
      "wohnsitz.0": "false",
      ergebnis: "can-apply",
      tun: "speichern",
    });
    assert.equal(wrong.status, 303);
    const differing = await editor.visit(path);
    assert.deepEqual(faultsOfPage(differing), []);
    for (const said of [
      /Nummer des bisherigen Ausweises“ ist sichtbar, soll aber verborgen/,
      /Die Meldung „Was möchten Sie\?: Wählen Sie/,
      /war nicht erwartet/,
      /Vorab-Check soll so enden: „Der Antrag ist möglich/,
    ])
      assert.match(differing.text, said);
    assert.equal(inputsOf(differing).get("wohnsitz.0"), "false");

    for (const [changes, id] of [
      [{ titel: "" }, "titel"],
      [{ "tag-day": "31", "tag-month": "2", "tag-year": "2026" }, "tag"],
    ] as const) {
      const refused = await change(path, { ...changes, ergebnis: "" });
      assert.equal(refused.status, 422, id);
      assert.match(refused.text, new RegExp(`href="#${id}"`));
      assert.equal(inputsOf(refused).get("ergebnis"), "");
    }
    assert.equal((await change(path, { tun: "wie-jetzt" })).status, 303);
    const asNow = await editor.visit(path);
    assert.match(asNow.text, /kommt heraus, was erwartet wird/);
    assert.equal(inputsOf(asNow).get("ergebnis"), "need-first");

    const answers = `${preview}?beispiel=1`;
    const filled = inputsOf(await editor.visit(answers));
    assert.equal(filled.get("anlass.0"), "verlaengerung");
    assert.equal(filled.get("beispiel-titel"), "Verlängern");
    const changed = await change(answers, {
      "anlass.0": "neu",
      tun: "beispiel",
    });
    assert.equal(changed.headers.location, `${path}?fertig=saved`);
    const list = await editor.visit(`${desk}/beispiele`);
    assert.deepEqual(faultsOfPage(list), []);
    assert.match(list.text, /anders als erwartet/);
    assert.match(list.text, new RegExp(`href="${path}"`));
    assert.equal((await change(path, { tun: "entfernen" })).status, 303);
    assert.match(await overlay(), /"examples": \[\]/);
    assert.equal((await editor.visit(path)).status, 404);
  });

  void test("any language is translated part by part beside the German", async () => {
    const list = await editor.visit(`${desk}/sprachen`);
    assert.deepEqual(faultsOfPage(list), []);
    assert.match(list.text, /Leichte Sprache/);
    for (const wrong of ["ukrainisch!", "de", "", "x"]) {
      const query = new URLSearchParams({ kuerzel: wrong }).toString();
      const refused = await editor.visit(`${desk}/sprachen?${query}`);
      assert.equal(refused.status, 422, wrong);
      assert.match(refused.text, /href="#kuerzel"/);
      const lost = await editor.visit(
        `${desk}/sprachen/${encodeURIComponent(wrong)}`,
      );
      assert.notEqual(lost.status, 500);
    }
    const begun = await editor.visit(`${desk}/sprachen?kuerzel=UK`);
    assert.equal(begun.headers.location, `${desk}/sprachen/uk`);
    const path = `${desk}/sprachen/uk`;
    const page = await editor.visit(path);
    assert.deepEqual(faultsOfPage(page), []);
    assert.match(page.text, /Ukrainisch/);
    const saved = await change(path, { "label|": "Паркувальна картка" });
    assert.equal(saved.headers.location, `${path}?teil=0&fertig=saved`);
    const second = `${path}?teil=2`;
    assert.deepEqual(faultsOfPage(await editor.visit(second)), []);
    const options = await change(second, {
      "options|anlass": "neu = Нова картка\nverlaengerung = Продовження",
    });
    assert.equal(options.headers.location, `${second}&fertig=saved`);
    const { translations } = JSON.parse(await overlay()) as {
      translations: object;
    };
    assert.deepEqual(translations, {
      "": { uk: { label: "Паркувальна картка" } },
      anlass: {
        uk: {
          options: { neu: "Нова картка", verlaengerung: "Продовження" },
        },
      },
    });
    const done = await editor.visit(`${desk}/sprachen`);
    assert.match(done.text, /Ukrainisch/);
    assert.match(done.text, /2 von \d+ Texten/);
    await change(path, { "label|": "" });
    await change(second, { "options|anlass": "" });
    assert.match(await overlay(), /"translations": \{\}/);
  });

  void test("logs no faults", () => {
    assertNoFaults(portal);
  });
});

/** What a browser would send of the first form with inputs of a page: everything but its buttons. */
function inputsOf({ text }: Answer): URLSearchParams {
  const main = text.slice(text.indexOf("<main"));
  const form =
    [...main.matchAll(/<form\b.*?<\/form>/gs)].find(([each]) =>
      /<(?:textarea|select)|type="text"/.test(each),
    )?.[0] ?? "";
  const fields = new URLSearchParams();
  for (const [tag] of form.matchAll(
    /<input\b[^>]*>|<textarea\b.*?<\/textarea>|<select\b.*?<\/select>/gs,
  )) {
    const name = attributeOf(tag, "name");
    const value = valueOf(tag);
    if (name !== undefined && value !== undefined) fields.append(name, value);
  }
  return fields;
}

/** Undefined for a box that is not ticked. */
function valueOf(tag: string): string | undefined {
  if (tag.startsWith("<textarea"))
    return decode(/>\n?(.*)<\/textarea>/s.exec(tag)?.[1] ?? "");
  if (tag.startsWith("<select"))
    return (
      attributeOf(/<option\b[^>]*\sselected/.exec(tag)?.[0] ?? "", "value") ??
      ""
    );
  const isOff = /\stype="(?:checkbox|radio)"(?!.*\schecked)/s.test(tag);
  return isOff ? undefined : (attributeOf(tag, "value") ?? "");
}

function attributeOf(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  return found ? decode(found[1] ?? "") : undefined;
}

function decode(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
