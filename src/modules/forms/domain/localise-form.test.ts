import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { choice, form, integer, page, text } from "../demo/build-form.ts";
import { demoForms } from "../demo/seed-forms-demo.ts";
import { parkingPermit } from "../demo/parking-permit.ts";
import type { FormDefinition, FormElement } from "./form-definition.ts";
import { hasLanguage, localiseForm } from "./localise-form.ts";

type Text = readonly [where: string, text: string];

function textsOfElement(path: string, element: FormElement): Text[] {
  return [
    [path, element.label],
    ...(element.help === undefined
      ? []
      : [[`${path} help`, element.help] as const]),
    ...("content" in element
      ? [[`${path} content`, element.content] as const]
      : []),
    ...("options" in element
      ? element.options.map(
          ({ code, label }) => [`${path} ${code}`, label] as const,
        )
      : []),
    ...(element.kind === "group"
      ? element.elements.flatMap((inner) =>
          textsOfElement(`${path}.${inner.key}`, inner),
        )
      : []),
  ];
}

/** All texts that people read, by where they stand. */
function textsOf(form: FormDefinition): Map<string, string> {
  const { questions = [], outcomes = [] } = form.precheck ?? {};
  return new Map<string, string>([
    ["title", form.title],
    ...form.pages.flatMap(({ key, title, elements }): Text[] => [
      [`page ${key}`, title ?? ""],
      ...elements.flatMap((element) => textsOfElement(element.key, element)),
    ]),
    ...(form.checks ?? []).map(({ id, message }): Text => [
      `check ${id}`,
      message,
    ]),
    ...questions.flatMap((question) =>
      textsOfElement(`precheck ${question.key}`, question),
    ),
    ...outcomes.map(({ text }, index): Text => [
      `outcome ${String(index)}`,
      text,
    ]),
  ]);
}

void describe("a form in another language", () => {
  void test("asks the same, in other words", () => {
    for (const language of ["en", "de-simple"]) {
      const form = localiseForm(parkingPermit, language);
      const shape = (definition: FormDefinition) => [
        ...textsOf(definition).keys(),
      ];
      assert.deepEqual(shape(form), shape(parkingPermit));
      assert.equal(localiseForm(parkingPermit, language), form);
    }
  });

  void test("has its documents, examples, units and hints in other words, and keeps those nobody translated", () => {
    const [unit, example, options] = [
      { ...integer("flaeche", "Fläche"), unit: "m²" },
      text("nummer", "Nummer", { example: "AB 1" }),
      choice("art", "Art", [
        { code: "a", label: "A", help: "Erst" },
        { code: "b", label: "B", help: "Dann" },
      ]),
    ];
    const german: FormDefinition = {
      ...form("F", "Formular", {
        description: "",
        legalBasis: "",
        documents: ["Plan", "Ausweis"],
        pages: [page("eins", "Eins", [unit, example, options])],
      }),
      translations: {
        "": { en: { label: "Form", documents: ["", "Passport"] } },
        flaeche: { en: { unit: "sq m" } },
        nummer: { en: { example: "XY 1" } },
        art: { en: { optionHelps: { b: "Then" } } },
      },
    };
    const english = localiseForm(german, "en");
    assert.deepEqual(english.documents, ["Plan", "Passport"]);
    assert.deepEqual(english.pages[0]?.elements, [
      { ...unit, unit: "sq m" },
      { ...example, example: "XY 1" },
      {
        ...options,
        options: [
          { code: "a", label: "A", help: "Erst" },
          { code: "b", label: "B", help: "Then" },
        ],
      },
    ]);
  });

  void test("is itself in German and in a language it does not have", () => {
    for (const language of ["de", "fr", "__proto__"])
      assert.equal(localiseForm(parkingPermit, language), parkingPermit);
    assert.equal(hasLanguage(parkingPermit, "fr"), false);
  });

  void test("the parking permit has every text in English and in Leichte Sprache", () => {
    const german = textsOf(parkingPermit);
    const english = textsOf(localiseForm(parkingPermit, "en"));
    const alike = [...german].filter(
      ([path, text]) => english.get(path) === text,
    );
    assert.deepEqual(alike, []);
    for (const [path, text] of textsOf(
      localiseForm(parkingPermit, "de-simple"),
    )) {
      const longest = Math.max(
        ...text.split(/[.?!:]/).map((one) => one.trim().split(/\s+/).length),
      );
      assert.ok(
        longest <= 12,
        `${path}: a sentence of ${String(longest)} words`,
      );
    }
  });

  void test("translates only what the form has", () => {
    for (const form of demoForms) {
      const known = new Set([
        "",
        ...form.pages.map(({ key }) => `page:${key}`),
        ...[...textsOf(form).keys()].map((path) =>
          path.replace(/^(check|precheck|outcome) /, "$1:"),
        ),
      ]);
      for (const path of Object.keys(form.translations ?? {}))
        assert.ok(known.has(path), `${form.key}: ${path}`);
    }
  });
});
