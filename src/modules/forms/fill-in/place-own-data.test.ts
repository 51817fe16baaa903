import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { date, group, optional, text } from "../demo/build-form.ts";
import type { Answers } from "../domain/answers.ts";
import type {
  AccountSource,
  FormDefinition,
  FormElement,
  FormGroup,
} from "../domain/form-definition.ts";
import { answerAt } from "../domain/own-data/set-answers.ts";
import { applicant, ownAddress } from "../demo/shared-groups.ts";
import { arbitraryRichForm } from "../testing/arbitrary-rich-form.ts";
import {
  fillIn,
  offerOwnData,
  placeOwnData,
  type OwnData,
} from "./place-own-data.ts";

const today = "2027-03-03";

const erika: OwnData = {
  party: "person",
  values: new Map<AccountSource, string>([
    ["account.family-name", "Quittkowski"],
    ["account.birth-name", "Gabler"],
    ["account.given-names", "Erika"],
    ["account.date-of-birth", "1981-05-07"],
    ["account.nationality", "deutsch"],
    ["account.street", "Zwirbelgasse"],
    ["account.house-number", "12 a"],
    ["account.postcode", "19053"],
    ["account.town", "Schwerin"],
    ["account.email", "erika@quittkowski.example"],
  ]),
};

const club: OwnData = {
  party: "organisation",
  values: new Map<AccountSource, string>([
    ["account.organisation-name", "Segelclub"],
    ["account.street", "Seeufer"],
    ["account.postcode", "19055"],
  ]),
};

const formOf = (...elements: readonly FormElement[]): FormDefinition => ({
  formatVersion: 1,
  key: "F",
  version: "1",
  title: "Form",
  provenance: { standard: "own", status: "active" },
  untranslatedRules: [],
  pages: elements.map((element, index) => ({
    key: `p${String(index)}`,
    elements: [element],
  })),
});

const placesOf = (form: FormDefinition, own: OwnData) =>
  Object.fromEntries(
    placeOwnData(form, { ...own, today }).map(({ path, value }) => [
      path,
      value,
    ]),
  );

/** A field of FIM's kit, called so that only its id tells what it is. */
const fim = (id: string, more = {}) =>
  text(id, "Angabe", { source: { id }, ...more });

const holder = group("halter", "Halter", [
  text("nachname", "Familienname"),
  text("geburtsname", "Geburtsname"),
  group("adresse", "Adresse", [text("strasse", "Straße")]),
]);

const repeated = (inner: FormGroup): FormGroup => ({
  ...inner,
  cardinality: { min: 1, max: null },
});

void describe("one's own data in a form", () => {
  void test("stands in the fields about the applicant, in their canonical form", () => {
    assert.deepEqual(placesOf(formOf(applicant, ownAddress), erika), {
      "antragsteller.0.vorname.0": "Erika",
      "antragsteller.0.familienname.0": "Quittkowski",
      "antragsteller.0.geburtsdatum.0": "1981-05-07",
      "antragsteller.0.email.0": "erika@quittkowski.example",
      "anschrift.0.strasse.0": "Zwirbelgasse",
      "anschrift.0.hausnummer.0": "12 a",
      "anschrift.0.postleitzahl.0": "19053",
      "anschrift.0.ort.0": "Schwerin",
    });
  });

  void test("never stands in those of another person, not even where the applicant's did not ask for it", () => {
    const paths = Object.keys(placesOf(formOf(applicant, holder), erika));
    assert.ok(paths.every((path) => path.startsWith("antragsteller.")));
  });

  void test("knows base fields of both versions of FIM by their ids, and a birthday in parts", () => {
    const form = formOf(
      group("G", "Person", [
        fim("F60000000227"),
        fim("F60000228"),
        fim("F00000014"),
        {
          ...group("G60000000083", "Geburtsdatum", [
            fim("F60000000231"),
            fim("F60000000232"),
            fim("F60000000233"),
          ]),
          source: { id: "G60000000083" },
        },
        group("Beginn", "Beginn", [fim("F60000000231")]),
      ]),
    );
    assert.deepEqual(placesOf(form, erika), {
      "G.0.F60000000227.0": "Quittkowski",
      "G.0.F60000228.0": "Erika",
      "G.0.F00000014.0": "Gabler",
      "G.0.G60000000083.0.F60000000231.0": "7",
      "G.0.G60000000083.0.F60000000232.0": "5",
      "G.0.G60000000083.0.F60000000233.0": "1981",
    });
  });

  void test("does what the form says before anything else", () => {
    const form = formOf(
      group("G", "Person", [
        fim("F60000227", { prefill: { source: "none" } }),
        text("a", "Wie heißen Sie?", {
          prefill: { source: "account.family-name" },
        }),
      ]),
    );
    assert.deepEqual(placesOf(form, erika), { "G.0.a.0": "Quittkowski" });
  });

  void test("is left out of what may be left out, repeats, or would not take the value", () => {
    const name = text("name", "Familienname");
    const form = formOf(
      { ...group("o", "Frei", [name]), ...optional },
      repeated(group("r", "Alle", [name])),
      group("k", "Kurz", [text("name", "Familienname", { maxLength: 3 })]),
    );
    assert.deepEqual(placesOf(form, erika), {});
  });

  void test("is the organisation's when one acts for it, and nothing of the person who acts", () => {
    const form = formOf(
      group("firma", "Firma", [
        text("name", "Organisationsname"),
        ...ownAddress.elements,
      ]),
      applicant,
    );
    assert.deepEqual(placesOf(form, club), {
      "firma.0.name.0": "Segelclub",
      "firma.0.strasse.0": "Seeufer",
      "firma.0.postleitzahl.0": "19055",
    });
    const person = placesOf(form, erika);
    assert.equal(person["firma.0.strasse.0"], undefined);
    assert.equal(person["antragsteller.0.vorname.0"], "Erika");
  });

  void test("is offered in every group that looks like a person until nothing of it is new, and changes nothing else", () => {
    const form = formOf(repeated(holder));
    const answers: Answers = {
      halter: [{ nachname: ["Alt"] }, { anderes: ["bleibt"] }],
    };
    const offers = offerOwnData(form, "p0", { ...erika, today, answers });
    assert.deepEqual(
      offers.map(({ path }) => path),
      ["halter.0", "halter.1"],
    );
    const filled = fillIn(answers, offers[1]?.values ?? [], "everywhere");
    assert.deepEqual(filled["halter"], [
      { nachname: ["Alt"] },
      {
        anderes: ["bleibt"],
        nachname: ["Quittkowski"],
        geburtsname: ["Gabler"],
        adresse: [{ strasse: ["Zwirbelgasse"] }],
      },
    ]);
    const left = offerOwnData(form, "p0", { ...erika, today, answers: filled });
    assert.deepEqual(
      left.map(({ path }) => path),
      ["halter.0"],
    );

    // Who acts for an organisation may be one of the others, and is not the applicant.
    const ofActor = { ...erika, today, answers, isOfActor: true };
    assert.deepEqual(offerOwnData(form, "p0", ofActor), offers);
    const applicant = formOf(group("G", "Ich", [text("n", "Familienname")]));
    assert.deepEqual(
      offerOwnData(applicant, "p0", { ...ofActor, answers: {} }),
      [],
    );
  });

  void test("replaces what was typed only where it must", () => {
    const form = formOf(
      group("G", "Ich", [text("n", "Familienname"), date("d", "Geburtsdatum")]),
    );
    const values = placeOwnData(form, { ...erika, today });
    const typed = { G: [{ n: ["Getippt"] }] };
    assert.deepEqual(fillIn(typed, values, "where-blank"), {
      G: [{ n: ["Getippt"], d: ["1981-05-07"] }],
    });
    assert.equal(
      answerAt(fillIn(typed, values, "everywhere"), "G.0.n.0"),
      "Quittkowski",
    );
  });

  void test("in any form, stands where it was placed once it was filled in", () => {
    fc.assert(
      fc.property(arbitraryRichForm, (form) => {
        const values = placeOwnData(form, { ...erika, today });
        const filled = fillIn({}, values, "everywhere");
        for (const { path, value, field } of values)
          if (field.entry === undefined)
            assert.equal(answerAt(filled, path), value);
      }),
    );
  });
});
