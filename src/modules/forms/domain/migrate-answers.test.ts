import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { arbitraryForm } from "../testing/arbitrary-form.ts";
import { choice, date, group, page, text } from "../demo/build-form.ts";
import { parkingPermit } from "../demo/parking-permit.ts";
import type { Answers, Occurrence } from "./answers.ts";
import { isGroupAnswer } from "./answers.ts";
import type { FormDefinition, FormElement } from "./form-definition.ts";
import { migrateAnswers } from "./migrate-answers.ts";

const formOf = (...elements: FormElement[]): FormDefinition => ({
  ...parkingPermit,
  pages: [page("eins", "Eins", elements)],
});
const dogs = (...elements: FormElement[]): FormElement => ({
  ...group("hund", "Hund", elements),
  cardinality: { min: 1, max: 5 },
});

void describe("a draft in a newer version of its form", () => {
  void test("keeps what is still asked, wherever it stands now", () => {
    const before = formOf(text("name", "Name"), text("ort", "Ort"));
    const after = {
      ...formOf(text("neu", "Neu")),
      pages: [
        page("b", "B", [text("ort", "Wohnort")]),
        page("a", "A", [text("name", "Name"), text("neu", "Neu")]),
      ],
    };
    assert.deepEqual(
      migrateAnswers(before, after, {
        name: ["Ada"],
        ort: ["Schwerin"],
        _prefill: [{ today: ["2026-09-01"] }],
      }),
      {
        answers: {
          name: ["Ada"],
          ort: ["Schwerin"],
          _prefill: [{ today: ["2026-09-01"] }],
        },
        leftovers: {},
      },
    );
  });

  void test("leaves over what has no place any more", () => {
    const option = (code: string) => ({ code, label: code });
    const before = formOf(
      text("weg", "Weg"),
      text("wird", "Wird"),
      choice("farbe", "Farbe", [option("rot"), option("blau")]),
      dogs(text("name", "Name"), text("chip", "Chip")),
    );
    const after = formOf(
      date("wird", "Wird"),
      choice("farbe", "Farbe", [option("blau")]),
      { ...dogs(text("name", "Name")), cardinality: { min: 1, max: 1 } },
    );
    const rex = { name: ["Rex"], chip: ["22"] };
    const luna = { name: ["Luna"] };
    assert.deepEqual(
      migrateAnswers(before, after, {
        weg: ["Wort"],
        wird: ["morgen"],
        farbe: ["rot"],
        hund: [rex, luna],
      }),
      {
        answers: { hund: [{ name: ["Rex"] }] },
        leftovers: {
          weg: ["Wort"],
          wird: ["morgen"],
          farbe: ["rot"],
          hund: [{ chip: ["22"] }, luna],
        },
      },
    );
  });

  void test("loses nothing, whatever the forms and the answers are", () => {
    const answersTo = (form: FormDefinition) =>
      fc.record(
        Object.fromEntries(
          form.pages
            .flatMap(({ elements }) => elements)
            .map((element) => [element.key, occurrencesFor(element)]),
        ),
      );
    const drawn = fc
      .tuple(arbitraryForm, arbitraryForm)
      .chain(([before, after]) =>
        fc.tuple(fc.constant(before), fc.constant(after), answersTo(before)),
      );
    fc.assert(
      fc.property(drawn, ([before, after, answers]) => {
        const { answers: kept, leftovers } = migrateAnswers(
          before,
          after,
          answers,
        );
        assert.deepEqual(
          [...valuesOf(kept), ...valuesOf(leftovers)].toSorted(),
          valuesOf(answers).toSorted(),
        );
      }),
    );
  });

  void test("into the same version changes nothing", () => {
    const answers = {
      anlass: ["neu"],
      fahrzeug: [{ kennzeichen: ["SN-A 1"] }],
    };
    assert.deepEqual(migrateAnswers(parkingPermit, parkingPermit, answers), {
      answers,
      leftovers: {},
    });
  });
});

function occurrencesFor(element: FormElement): fc.Arbitrary<Occurrence[]> {
  const one: fc.Arbitrary<Occurrence> =
    element.kind === "group"
      ? fc.record(
          Object.fromEntries(
            element.elements.map((inner) => [inner.key, occurrencesFor(inner)]),
          ),
        )
      : fc.constantFrom("", "1", "zwei", "3,5");
  return fc.array(one, { maxLength: 3 });
}

/** Every value that is not blank. */
function valuesOf(answers: Answers): string[] {
  return Object.values(answers)
    .flat()
    .flatMap((one) => {
      if (isGroupAnswer(one)) return valuesOf(one);
      return typeof one === "string" && one !== "" ? [one] : [];
    });
}
