import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { runs } from "../../../../platform/testing/thorough.ts";
import { dogTax as wholeDogTax } from "../../demo/dog-tax.ts";
import { parseFormDefinition } from "../../form-definition-schema.ts";
import { readOverlay } from "../../overlay-schema.ts";
import { arbitraryForm } from "../../testing/arbitrary-form.ts";
import {
  arbitraryLayers,
  arbitraryOverlay,
} from "../../testing/arbitrary-overlay.ts";
import type { FormDefinition } from "../form-definition.ts";
import { applyOverlays } from "./apply-overlays.ts";
import { findElement, listPaths } from "./element-paths.ts";
import type { Overlay, OverlayLayer } from "./overlay.ts";

/** Without the total, which stands beside the groups. */
const dogTax: FormDefinition = {
  ...wholeDogTax,
  pages: wholeDogTax.pages.map((page) => ({
    ...page,
    elements: page.elements.filter(({ kind }) => kind === "group"),
  })),
};

/** The county and one of its towns. */
function line(
  county: Partial<Overlay>,
  town?: Partial<Overlay>,
): readonly OverlayLayer[] {
  const layer = (authority: string, overlay: Partial<Overlay>) => ({
    authority,
    version: 1,
    overlay: {
      formatVersion: 1 as const,
      formKey: "hundesteuer",
      basedOn: { version: "1.0" },
      ...overlay,
    },
  });
  return [layer("kreis", county), ...(town ? [layer("stadt", town)] : [])];
}

const elementsOf = ({ pages }: FormDefinition) =>
  pages.flatMap(({ elements }) => elements);
const elementAt = (definition: FormDefinition, path: string) =>
  findElement(elementsOf(definition), path);
const refine = (county: Partial<Overlay>, town?: Partial<Overlay>) =>
  applyOverlays(dogTax, line(county, town));
const codes = ({ findings }: ReturnType<typeof applyOverlays>) =>
  findings.map(({ code, place, authority }) => [code, place, authority]);

describe("an overlay", () => {
  test("changes what it names and nothing else", () => {
    const { definition, findings } = refine({
      title: "Hund zur Steuer anmelden",
      elements: { "hund.chip": { label: "Nummer des Chips" } },
    });
    assert.deepEqual(findings, []);
    assert.equal(definition.title, "Hund zur Steuer anmelden");
    assert.equal(elementAt(definition, "hund.chip")?.label, "Nummer des Chips");
    assert.deepEqual(definition.provenance, {
      ...dogTax.provenance,
      overlays: [{ authority: "kreis", version: 1 }],
    });
    const restored = JSON.stringify(definition.pages).replace(
      "Nummer des Chips",
      "Chipnummer",
    );
    assert.equal(restored, JSON.stringify(dogTax.pages));
  });

  test("nearest wins per property, null takes back, the empty text removes", () => {
    const county = {
      elements: {
        "hund.rasse": { label: "Welche Rasse?", help: "Laut Impfpass." },
        "hund.chip": { label: "Chip" },
      },
    };
    const at = (town: Overlay["elements"]) => {
      const { definition } = refine(county, town ? { elements: town } : {});
      return ["hund.rasse", "hund.chip"].map((path) => {
        const element = elementAt(definition, path);
        return [element?.label, element?.help];
      });
    };
    const help = "Bei Mischlingen nennen Sie die Rassen, die Sie kennen.";
    assert.deepEqual(at({ "hund.rasse": { label: "Rasse des Hundes" } }), [
      ["Rasse des Hundes", "Laut Impfpass."],
      ["Chip", undefined],
    ]);
    assert.deepEqual(at({ "hund.rasse": { help: null }, "hund.chip": null }), [
      ["Welche Rasse?", help],
      ["Chipnummer", undefined],
    ]);
    assert.deepEqual(at({ "hund.rasse": { help: "" } }), [
      ["Welche Rasse?", undefined],
      ["Chip", undefined],
    ]);
  });

  test("corrects a type as a whole and keeps the old one when the new contradicts itself", () => {
    const { definition, findings } = refine({
      elements: {
        "hund.chip": { type: { dataType: "integer", maxLength: 15 } },
        "hund.rasse": { type: { dataType: "select", options: [] } },
        "hund.wurf": {
          type: { dataType: "text", minLength: 9, maxLength: 3, pattern: "(" },
        },
      },
    });
    const chip = elementAt(definition, "hund.chip");
    assert.ok(chip?.kind === "field" && chip.dataType === "integer");
    assert.equal("pattern" in chip, false);
    assert.deepEqual(
      findings.map(({ code, place }) => [code, place]),
      [
        ["type-options-missing", "hund.rasse"],
        ["type-limits-reversed", "hund.wurf"],
        ["type-pattern-unreadable", "hund.wurf"],
      ],
    );
    assert.deepEqual(
      elementAt(definition, "hund.rasse"),
      elementAt(dogTax, "hund.rasse"),
    );
  });

  test("drops an optional field; a required one needs a value or to be optional first", () => {
    const optional = refine({ elements: { "hund.chip": { drop: true } } });
    assert.equal(elementAt(optional.definition, "hund.chip"), undefined);
    assert.deepEqual(optional.findings, []);
    assert.deepEqual(
      codes(refine({ elements: { "hund.rasse": { drop: true } } })),
      [["required-dropped", "hund.rasse", "kreis"]],
    );
    const carried = refine({
      elements: { "hund.rasse": { drop: true, initialValue: "unbekannt" } },
    });
    const field = elementAt(carried.definition, "hund.rasse");
    assert.ok(field?.kind === "field");
    assert.deepEqual(
      [field.entry, field.initialValue],
      ["hidden", "unbekannt"],
    );
    assert.deepEqual(carried.findings, []);
  });

  test("moves elements between pages, orders pages, and loses none", () => {
    const { definition } = refine(
      { pages: { person: { elements: ["anschrift", "antragsteller"] } } },
      {
        pages: { wohnen: { title: "Wo wohnen Sie?", elements: ["anschrift"] } },
        pageOrder: ["hunde", "wohnen"],
      },
    );
    assert.deepEqual(
      definition.pages.map(({ key, title, elements }) => [
        key,
        title,
        elements.map((element) => element.key),
      ]),
      [
        ["hunde", "Welche Hunde halten Sie?", ["hund"]],
        ["wohnen", "Wo wohnen Sie?", ["anschrift"]],
        ["person", "Wer hält den Hund?", ["antragsteller"]],
      ],
    );
  });

  test("makes a page of each top-level group or element", () => {
    for (const layout of ["per-group", "per-field"] as const)
      assert.deepEqual(
        refine({ layout }).definition.pages.map(({ key, title }) => [
          key,
          title,
        ]),
        [
          ["antragsteller", "Ihre Angaben"],
          ["anschrift", "Ihre Anschrift"],
          ["hund", "Hund"],
        ],
      );
  });

  test("names whose overlay speaks of something that is not there", () => {
    assert.deepEqual(
      codes(
        refine(
          { elements: { "hund.farbe": { label: "Farbe" } } },
          {
            basedOn: { version: "0.9" },
            pages: { nirgends: { title: "Nirgends" } },
            checks: {
              alt: { rule: "true", message: "Nein.", elementPath: "katze" },
            },
            elements: { hund: { prefill: { source: "today" } } },
          },
        ),
      ),
      [
        ["other-version", "", "stadt"],
        ["element-unknown", "hund.farbe", "kreis"],
        ["property-of-group", "hund", "stadt"],
        ["page-unknown", "page:nirgends", "stadt"],
        ["check-element-unknown", "check:alt", "stadt"],
      ],
    );
    assert.deepEqual(
      codes(applyOverlays(dogTax, line({ formKey: "katzensteuer" }))),
      [["other-form", "", "kreis"]],
    );
  });

  test("counts a rule in free text as applied only while something applies it", () => {
    const form: FormDefinition = {
      ...dogTax,
      untranslatedRules: ["R1", "R2", "R3"].map((id) => ({
        id,
        text: "Wenn ein Hund gefährlich ist, muss …",
        elementPath: "hund",
      })),
    };
    const { definition, findings } = applyOverlays(
      form,
      line({
        checks: {
          chip: { rule: "true", message: "…", elementPath: "hund.chip" },
        },
        translatedRules: {
          R1: { by: "check", target: "chip" },
          R2: { by: "requiredWhen", target: "hund.chip" },
          R9: { by: "not-needed", reason: "Steht im Gesetz." },
        },
      }),
    );
    assert.deepEqual(
      [definition.translatedRules, definition.untranslatedRules].map((rules) =>
        rules?.map(({ id }) => id),
      ),
      [["R1"], ["R2", "R3"]],
    );
    assert.deepEqual(
      findings.map(({ code, place }) => [code, place]),
      [
        ["rule-applied-by-nothing", "rule:R2"],
        ["rule-unknown", "rule:R9"],
      ],
    );
  });

  test("gives texts in another language by place; taken back, those of the form hold again", () => {
    const { definition } = refine(
      {
        translations: {
          "hund.rasse": {
            "de-simple": { label: "Was für ein Hund ist es?" },
            en: { label: "What kind of dog?" },
          },
        },
      },
      { translations: { "hund.rasse": { en: null } } },
    );
    assert.deepEqual(definition.translations, {
      ...dogTax.translations,
      "hund.rasse": {
        en: dogTax.translations?.["hund.rasse"]?.["en"],
        "de-simple": { label: "Was für ein Hund ist es?" },
      },
    });
  });
});

describe("any overlay on any form", () => {
  test("without a word changes nothing", () => {
    fc.assert(
      fc.property(arbitraryForm, (form) => {
        const empty: Overlay = {
          formatVersion: 1,
          formKey: form.key,
          basedOn: { version: form.version },
        };
        const { definition, findings } = applyOverlays(form, [
          { authority: "kreis", version: 1, overlay: empty },
        ]);
        const { overlays, ...provenance } = definition.provenance;
        assert.deepEqual({ ...definition, provenance }, form);
        assert.deepEqual(findings, []);
        assert.equal(applyOverlays(form, []).definition, form);
      }),
    );
  });

  test("gives a form, the same one each time, and changes neither", () => {
    fc.assert(
      fc.property(arbitraryForm, arbitraryLayers, (form, layers) => {
        const before = structuredClone({ form, layers });
        const refined = applyOverlays(form, layers);
        assert.deepEqual(applyOverlays(form, layers), refined);
        assert.deepEqual({ form, layers }, before);
        parseFormDefinition(refined.definition);
        const paths = listPaths(elementsOf(refined.definition), "");
        assert.equal(new Set(paths).size, paths.length);
        const known = new Set(listPaths(elementsOf(form), ""));
        assert.ok(paths.every((path) => known.has(path)));
      }),
      { numRuns: runs(100) },
    );
  });

  test("can be written down and read again", () => {
    fc.assert(
      fc.property(arbitraryOverlay, (overlay) => {
        const written: unknown = JSON.parse(JSON.stringify(overlay));
        const read = readOverlay(written);
        if (read.ok) assert.deepEqual(read.overlay, written);
        else
          assert.ok(
            read.faults.every(({ place }) => place.startsWith("elements.")),
            JSON.stringify(read.faults),
          );
      }),
    );
  });
});
