import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { form, page, text } from "../../forms/demo/build-form.ts";
import { applicant, ownAddress } from "../../forms/demo/shared-groups.ts";
import type { FormDefinition } from "../../forms/index.ts";
import { applicationFacts } from "./application-facts.ts";

const factsOf = (...elements: FormDefinition["pages"][number]["elements"]) => {
  const facts = applicationFacts({
    definition: form("bau", "Bau", {
      description: "",
      translations: {},
      legalBasis: "",
      pages: [page("alles", "Alles", [applicant, ownAddress, ...elements])],
    }),
    answers: {
      antragsteller: [{ familienname: ["Lüders"] }],
      anschrift: [
        { postleitzahl: ["19300"], ort: ["Grabow"], strasse: ["Markt"] },
      ],
      lage: ["Ludwigslust"],
    },
    today: "2026-11-27",
    correction: undefined,
  });
  assert.equal(facts.holds("anschrift.ort == 'Grabow'"), true);
  const { familyName, ars, postcode, town, street } = facts;
  return { familyName, ars, postcode, town, street };
};

void describe("what an application says that may decide who receives it", () => {
  void test("is where the applicant lives", () => {
    assert.deepEqual(factsOf(), {
      familyName: "Lüders",
      ars: undefined,
      postcode: "19300",
      town: "Grabow",
      street: "Markt",
    });
  });

  void test("is the place of the object where the form asks for it, while that is shown", () => {
    const object = text("lage", "Ort", { place: "town" });
    const elsewhere = {
      familyName: "Lüders",
      ars: undefined,
      postcode: undefined,
      street: undefined,
    };
    assert.deepEqual(factsOf(object), { ...elsewhere, town: "Ludwigslust" });
    const hidden = { ...object, visibleWhen: "anschrift.ort == 'Schwerin'" };
    assert.deepEqual(factsOf(hidden), { ...elsewhere, town: undefined });
  });
});
