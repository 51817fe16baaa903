import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { choice, form, group, page, text } from "../demo/build-form.ts";
import { ownAddress } from "../demo/shared-groups.ts";
import type { FormElement } from "./form-definition.ts";
import { placeFacts } from "./place-facts.ts";

const home = {
  anschrift: [{ postleitzahl: ["19300"], ort: ["Grabow"], strasse: ["Markt"] }],
};

const formWith = (...elements: readonly FormElement[]) =>
  form("bau", "Bau", {
    description: "",
    translations: {},
    legalBasis: "",
    pages: [page("alles", "Alles", [ownAddress, ...elements])],
  });

void describe("the place an application is about", () => {
  void test("is left to the applicant's home where the form names none", () => {
    assert.equal(placeFacts(formWith(), home), undefined);
    const named = formWith(text("lage", "Lage", { place: "none" }));
    assert.equal(placeFacts(named, home), undefined);
  });

  void test("is that of the object where fields name it, and never the applicant's, answered or not", () => {
    const object = formWith({
      ...group("grundstueck", "Grundstück", [
        text("plz", "Postleitzahl", { place: "postcode" }),
        text("ort", "Ort", { place: "town" }),
        text("strasse", "Straße", { place: "street" }),
      ]),
      cardinality: { min: 1, max: 3 },
    });
    const nothing = {
      ars: undefined,
      postcode: undefined,
      town: undefined,
      street: undefined,
    };
    assert.deepEqual(placeFacts(object, home), nothing);
    assert.deepEqual(
      placeFacts(object, {
        ...home,
        grundstueck: [
          { plz: [" "], ort: ["Ludwigslust "] },
          { plz: ["19288"], strasse: ["Am Kanal"] },
        ],
      }),
      {
        ...nothing,
        postcode: "19288",
        town: "Ludwigslust",
        street: "Am Kanal",
      },
    );
  });

  void test("is the commune that is chosen", () => {
    const chosen = formWith({
      ...choice("gemeinde", "Für welche Gemeinde?", [
        { code: "130765657057", label: "Grabow" },
        { code: "130760090090", label: "Ludwigslust" },
      ]),
      place: "ars",
    });
    assert.equal(
      placeFacts(chosen, { ...home, gemeinde: ["130760090090"] })?.ars,
      "130760090090",
    );
  });
});
