import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { applicantIn } from "./applicant.ts";
import { faultsOfDraft, mayRelease } from "./bescheid.ts";
import { blocksOf } from "./blocks.ts";
import {
  fillPlaceholders,
  insertModules,
  placeholdersIn,
  unknownPlaceholders,
} from "./placeholders.ts";
import { textsInForce, type Text } from "./text.ts";

describe("placeholders", () => {
  test("are found whatever their case and blanks, and what nothing stands behind is named", () => {
    const text = "{{ aktenzeichen }}, {{Kennzeichen}} {{Baustein: Auflagen}}";
    assert.deepEqual(placeholdersIn(text), {
      names: ["aktenzeichen", "Kennzeichen"],
      modules: ["Auflagen"],
    });
    assert.deepEqual(
      unknownPlaceholders(text, { names: ["Aktenzeichen"], modules: [] }),
      ["Kennzeichen", "Baustein: Auflagen"],
    );
  });

  test("are filled in; what is unknown or empty stays to be seen, and what is filled in is not read again", () => {
    const values = new Map([
      ["Aktenzeichen", "7K4M"],
      ["Leer", ""],
      ["Name", "{{Aktenzeichen}}"],
    ]);
    assert.equal(
      fillPlaceholders(
        "{{ AKTENZEICHEN }} {{Leer}} {{Fehlt}} {{Name}}",
        values,
      ),
      "7K4M {{Leer}} {{Fehlt}} {{Aktenzeichen}}",
    );
    const modules = new Map([["Gruß", "Mit freundlichen Grüßen"]]);
    assert.equal(
      insertModules("{{baustein: gruß}} {{Baustein: Nein}}", modules),
      "Mit freundlichen Grüßen {{Baustein: Nein}}",
    );
  });
});

test("a text becomes headings, paragraphs and lists, and no word of it is lost", () => {
  assert.deepEqual(
    blocksOf("Guten Tag,\nAnna\r\n\r\n## Gründe\n- eins\n- zwei\n1. a\n2. b"),
    [
      { kind: "paragraph", text: "Guten Tag,\nAnna" },
      { kind: "heading", text: "Gründe" },
      { kind: "list", items: ["eins", "zwei"] },
      { kind: "numbers", items: ["a", "b"] },
    ],
  );
  const line = fc.constantFrom(
    "Wort",
    "## Titel",
    "- Punkt",
    "3. Satz",
    "",
    "-kein",
    "#x",
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const words = blocksOf(lines.join("\n")).flatMap((block) =>
        "items" in block ? block.items : block.text.split("\n"),
      );
      const typed = lines
        .map((it) => it.replace(/^(##|-|\d+\.)\s+/, ""))
        .filter(Boolean);
      assert.deepEqual(words, typed);
    }),
  );
});

test("four eyes: whoever wrote in it never releases it, whatever they may", () => {
  const ids = ["a", "b", "c"];
  fc.assert(
    fc.property(
      fc.record({
        writerIds: fc.subarray(ids, { minLength: 1 }),
        state: fc.constantFrom(
          "draft",
          "waiting",
          "approved",
          "released",
          "discarded",
        ),
        needsSecondPerson: fc.boolean(),
        id: fc.constantFrom(...ids),
        mayEdit: fc.boolean(),
        mayRelease: fc.boolean(),
      }),
      ({ writerIds, state, needsSecondPerson, ...who }) => {
        const may = mayRelease(
          { writerIds, state },
          { needsSecondPerson },
          who,
        );
        const isOpen = state === "draft" || state === "waiting";
        const expected = needsSecondPerson
          ? state === "waiting" && who.mayRelease && !writerIds.includes(who.id)
          : isOpen && who.mayEdit;
        assert.equal(may, expected);
      },
    ),
  );
});

test("a refusal without legal remedy text is none; a grant may do without", () => {
  const draft = { addressee: "Anna", subject: "S", body: "B", remedy: "" };
  const names = (text: string) => text.includes("Widerspruch");
  assert.deepEqual(faultsOfDraft(draft, "granted", names), []);
  assert.deepEqual(faultsOfDraft(draft, "refused", names), ["remedy-missing"]);
  assert.deepEqual(
    faultsOfDraft(
      { ...draft, addressee: "", remedy: "Tschüss" },
      "partly",
      names,
    ),
    ["addressee-missing", "remedy-names-none"],
  );
});

test("who applied is read from the answers, by the words of FIM and of our forms", () => {
  const answer = (label: string, ...values: string[]) => ({ label, values });
  assert.deepEqual(
    applicantIn([
      answer("Familienname", "Özil"),
      answer("Vorname(n)", "Anna Maria"),
      answer("Straße", "Packhof"),
      answer("Hausnummer", "2a"),
      answer("Postleitzahl", "19053"),
      answer("Ort", "Schwerin"),
    ]),
    {
      name: "Anna Maria Özil",
      addressee: "Anna Maria Özil\nPackhof 2a\n19053 Schwerin",
    },
  );
  assert.deepEqual(applicantIn([answer("Hund", "Bello")]), {
    name: "",
    addressee: "",
  });
});

test("an authority's own text stands for the installation's", () => {
  const text = (id: string, isBase: boolean, baseId?: string) =>
    ({ id, isBase, baseId }) as Text;
  const base = [text("b1", true), text("b2", true)];
  assert.deepEqual(
    textsInForce([text("o1", false, "b1")], base).map(({ id }) => id),
    ["o1", "b2"],
  );
});
