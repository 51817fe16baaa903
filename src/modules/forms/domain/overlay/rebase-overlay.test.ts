import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { runs } from "../../../../platform/testing/thorough.ts";
import { dogTax } from "../../demo/dog-tax.ts";
import { arbitraryForm } from "../../testing/arbitrary-form.ts";
import { arbitraryOverlay } from "../../testing/arbitrary-overlay.ts";
import type { FormDefinition, FormElement } from "../form-definition.ts";
import { applyOverlays } from "./apply-overlays.ts";
import type { Overlay } from "./overlay.ts";
import { rebaseOverlay } from "./rebase-overlay.ts";

const overlay: Overlay = {
  formatVersion: 1,
  formKey: "hundesteuer",
  basedOn: { version: "1.0", formVersionId: "alt" },
  elements: {
    "hund.rasse": { label: "Welche Rasse?" },
    "hund.chip": { drop: true },
    "antragsteller.email": { help: "Für Rückfragen." },
  },
};

const without = (elements: readonly FormElement[], key: string) =>
  elements.filter((each) => each.key !== key);

/** The next version, with one group changed. */
function changed(
  groupKey: string,
  change: (elements: readonly FormElement[]) => readonly FormElement[],
): FormDefinition {
  return {
    ...dogTax,
    version: "1.1",
    pages: dogTax.pages.map((page) => ({
      ...page,
      elements: page.elements.map((element) =>
        element.kind === "group" && element.key === groupKey
          ? { ...element, elements: change(element.elements) }
          : element,
      ),
    })),
  };
}

const rebase = (definition: FormDefinition, given: Partial<Overlay> = {}) =>
  rebaseOverlay(
    dogTax,
    { definition, formVersionId: "neu" },
    { ...overlay, ...given },
  );

describe("a newer version of a form under an overlay", () => {
  test("that changes nothing keeps the overlay and notes the version", () => {
    const { overlay: rebased, conflicts } = rebase({
      ...dogTax,
      version: "1.1",
    });
    assert.deepEqual(conflicts, []);
    assert.deepEqual(rebased, {
      ...overlay,
      basedOn: { version: "1.1", formVersionId: "neu" },
    });
  });

  test("without a field takes out what the overlay says of it", () => {
    const newer = changed("hund", (elements) => without(elements, "rasse"));
    const { overlay: rebased, conflicts } = rebase(newer, {
      checks: {
        c: { rule: "true", message: "…", elementPath: "hund.rasse" },
      },
    });
    assert.deepEqual(
      conflicts.map(({ kind, place }) => [kind, place]),
      [
        ["removed", "hund.rasse"],
        ["check-lost", "check:c"],
      ],
    );
    assert.deepEqual(Object.keys(rebased.elements ?? {}), [
      "hund.chip",
      "antragsteller.email",
    ]);
  });

  test("with another label below an own one says so and keeps the own one", () => {
    const newer = changed("hund", (elements) =>
      elements.map((each) =>
        each.key === "rasse" ? { ...each, label: "Hunderasse" } : each,
      ),
    );
    const { overlay: rebased, conflicts } = rebase(newer);
    assert.deepEqual(
      conflicts.map(({ kind, place, change }) => [kind, place, change?.kind]),
      [["changed-below", "hund.rasse", "label"]],
    );
    assert.deepEqual(rebased.elements, overlay.elements);
  });

  test("that requires what was dropped says so", () => {
    const newer = changed("hund", (elements) =>
      elements.map((each) =>
        each.key === "chip"
          ? { ...each, cardinality: { min: 1, max: 1 } }
          : each,
      ),
    );
    const { overlay: rebased, conflicts } = rebase(newer);
    assert.deepEqual(
      conflicts.map(({ kind, place }) => [kind, place]),
      [["changed-below", "hund.chip"]],
    );
    const { findings } = applyOverlays(newer, [
      { authority: "kreis", version: 1, overlay: rebased },
    ]);
    assert.deepEqual(
      findings.map(({ code }) => code),
      ["required-dropped"],
    );
  });

  test("with a rule in other words forgets that it was translated", () => {
    const rule = (text: string) => ({
      untranslatedRules: [{ id: "R1", text, elementPath: "hund" }],
    });
    const { overlay: rebased, conflicts } = rebaseOverlay(
      { ...dogTax, ...rule("Alt.") },
      {
        definition: { ...dogTax, ...rule("Neu."), version: "1.1" },
        formVersionId: "neu",
      },
      {
        ...overlay,
        translatedRules: { R1: { by: "not-needed", reason: "…" } },
      },
    );
    assert.deepEqual(
      conflicts.map(({ kind, place }) => [kind, place]),
      [["rule-changed", "rule:R1"]],
    );
    assert.deepEqual(rebased.translatedRules, {});
  });

  test("lists the pages and translations that are lost or no longer fit", () => {
    const { pages } = changed("hund", (elements) =>
      without(elements, "rasse").map((each) =>
        each.key === "rufname" ? { ...each, label: "Name" } : each,
      ),
    );
    const [person, dogs, ...others] = pages;
    assert.ok(person && dogs);
    const newer = {
      ...dogTax,
      version: "1.1",
      title: "Hund melden",
      pages: [
        { ...person, elements: without(person.elements, "anschrift") },
        { ...dogs, key: "tiere" },
        ...others,
      ],
    };
    const en = { en: { label: "…" } };
    const { overlay: rebased, conflicts } = rebase(newer, {
      elements: {},
      pages: {
        person: { elements: ["antragsteller", "anschrift"] },
        hunde: { title: "Ihre Hunde" },
      },
      translations: {
        "": en,
        "page:hunde": en,
        "hund.rasse": en,
        "hund.rufname": en,
        "hund.seit": en,
      },
    });
    assert.deepEqual(
      conflicts.map(({ kind, place }) => [kind, place]),
      [
        ["page-shorter", "page:person"],
        ["page-lost", "page:hunde"],
        ["translation-outdated", ""],
        ["translation-lost", "page:hunde"],
        ["translation-lost", "hund.rasse"],
        ["translation-outdated", "hund.rufname"],
      ],
    );
    assert.deepEqual(rebased.pages, {
      person: { elements: ["antragsteller"] },
    });
    assert.deepEqual(Object.keys(rebased.translations ?? {}), [
      "",
      "hund.rufname",
      "hund.seit",
    ]);
  });

  test("never throws, and leaves nothing that names what is gone", () => {
    fc.assert(
      fc.property(
        arbitraryForm,
        arbitraryForm,
        arbitraryOverlay,
        (older, newer, given) => {
          const { overlay: rebased } = rebaseOverlay(
            older,
            { definition: newer, formVersionId: "neu" },
            given,
          );
          const known = applyOverlays(older, [
            { authority: "a", version: 1, overlay: given },
          ]).findings.filter(({ code }) => code === "element-unknown");
          const unknown = applyOverlays(newer, [
            { authority: "a", version: 1, overlay: rebased },
          ]).findings.filter(({ code }) => code === "element-unknown");
          assert.ok(unknown.length <= known.length);
        },
      ),
      { numRuns: runs(100) },
    );
  });
});
