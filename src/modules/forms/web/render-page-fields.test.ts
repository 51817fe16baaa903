import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { runs } from "../../../platform/testing/thorough.ts";
import { eventRegistration } from "../demo/event-registration.ts";
import { parkingPermit } from "../demo/parking-permit.ts";
import type { Answers } from "../domain/answers.ts";
import type { FieldError } from "../domain/field-error.ts";
import type { FormDefinition } from "../domain/form-definition.ts";
import { readPage } from "../fill-in/read-page.ts";
import { validatePage } from "../fill-in/validate.ts";
import { findPage, shownPages } from "../domain/shown-pages.ts";
import { arbitraryFields, arbitraryForm } from "../testing/arbitrary-form.ts";
import { renderPageFields } from "./render-page-fields.ts";
import { evaluated } from "../testing/evaluated.ts";

const once = { min: 1, max: 1 };

function render(
  form: FormDefinition,
  pageKey: string,
  answers: Answers = {},
): string {
  return renderWith({ form, pageKey, answers, errors: [] });
}

/** As after pressing "continue". */
function renderChecked(
  form: FormDefinition,
  pageKey: string,
  answers: Answers,
): string {
  const errors = validatePage(evaluated(form, answers), pageKey);
  return renderWith({ form, pageKey, answers, errors });
}

function renderWith({
  form,
  pageKey,
  answers,
  errors,
}: {
  readonly form: FormDefinition;
  readonly pageKey: string;
  readonly answers: Answers;
  readonly errors: readonly FieldError[];
}): string {
  const page = findPage(form, pageKey);
  assert.ok(page);
  return String(
    renderPageFields(page, {
      form: evaluated(form, answers),
      errors,
      locale: "de",
    }),
  );
}

const all = (markup: string, pattern: RegExp) =>
  [...markup.matchAll(pattern)].map((match) => match[1] ?? "");

/** Every label, description and error link must lead to an id that exists exactly once. */
function assertWired(markup: string, errorPaths: readonly string[] = []): void {
  const ids = all(markup, / id="([^"]+)"/g);
  assert.equal(new Set(ids).size, ids.length, "ids are unique");
  const described = all(markup, / aria-describedby="([^"]+)"/g).flatMap(
    (value) => value.split(" "),
  );
  for (const id of [
    ...all(markup, / for="([^"]+)"/g),
    ...described,
    ...errorPaths,
  ])
    assert.ok(ids.includes(id), `${id} exists`);
}

describe("renderPageFields", () => {
  test("an empty page has a label for every input and says what is optional", () => {
    const markup = render(parkingPermit, "person");
    assertWired(markup);
    assert.match(
      markup,
      /name="antragsteller\.0\.vorname\.0"[^>]*autocomplete="given-name"/,
    );
    assert.match(
      markup,
      /Telefon\s*<span class="kern-label__optional">\(freiwillig\)/,
    );
    assert.match(
      markup,
      /name="anschrift\.0\.postleitzahl\.0"[^>]*inputmode="numeric"/,
    );
    assert.match(markup, /name="antragsteller\.0\.geburtsdatum\.0-day"/);
  });

  test("errors stand at their field and keep what was typed", () => {
    const answers: Answers = {
      anschrift: [{ postleitzahl: ["<19>"] }],
      antragsteller: [{ geburtsdatum: ["31\n2\n2020"] }],
    };
    const markup = renderChecked(parkingPermit, "person", answers);
    assertWired(
      markup,
      validatePage(evaluated(parkingPermit, answers), "person").map(
        ({ path }) => path,
      ),
    );
    assert.match(markup, /value="&lt;19&gt;"/);
    assert.match(
      markup,
      /Geben Sie „Postleitzahl“ mit fünf Ziffern ein, zum Beispiel 19053\./,
    );
    assert.deepEqual(
      all(markup, /geburtsdatum\.0-(?:day|month|year)"[^>]* value="([^"]*)"/g),
      ["31", "2", "2020"],
    );
  });

  test("repeated groups and fields can be added, moved and removed without JavaScript", () => {
    const empty = render(eventRegistration, "zeitUndOrt");
    assert.deepEqual(all(empty, /name="_action"[^>]* value="([^"]+)"/g), [
      "add:tag",
      "add:flaechen",
    ]);
    const two = render(eventRegistration, "zeitUndOrt", {
      tag: [{}, {}],
      flaechen: ["Markt", ""],
    });
    assertWired(two);
    assert.deepEqual(all(two, /name="_action"[^>]* value="([^"]+)"/g), [
      "down:tag.0",
      "remove:tag.0",
      "up:tag.1",
      "remove:tag.1",
      "add:tag",
      "down:flaechen.0",
      "remove:flaechen.0",
      "up:flaechen.1",
      "remove:flaechen.1",
      "add:flaechen",
    ]);
    assert.match(two, /type="hidden"\s+name="tag\.1"/);
    const full = render(parkingPermit, "fahrzeug", { fahrzeug: [{}, {}, {}] });
    assert.doesNotMatch(full, /add:fahrzeug"/);
  });

  test("an optional repeatable group starts with a button only", () => {
    const markup = render(eventRegistration, "unterlagen");
    assert.doesNotMatch(markup, /ansprechperson\.0/);
    assert.match(markup, /value="add:ansprechperson"/);
  });

  test("choices: few as radio buttons, many as a list, one as a box", () => {
    assert.match(
      render(parkingPermit, "ausweis"),
      /type="radio"[^>]*name="dauer\.0"/,
    );
    assert.match(
      render(eventRegistration, "veranstaltung"),
      /<select[^>]*name="art\.0"/,
    );
    assert.match(
      render(parkingPermit, "einwilligung"),
      /type="checkbox"[^>]*name="richtigkeit\.0"/,
    );
    assert.match(
      render(eventRegistration, "veranstaltung", { musik: ["false"] }),
      /name="musik\.0"[^>]*value="false"[^>]*checked/,
    );
  });

  test("files show limits, what is there already, and a button to remove it", () => {
    const file = {
      fileId: "1",
      filename: "Schein <1>.pdf",
      sizeBytes: 2048,
      sha256: "ab",
      mediaType: "application/pdf",
    };
    const markup = render(parkingPermit, "fahrzeug", {
      fahrzeugschein: [file],
    });
    assertWired(markup);
    assert.match(
      markup,
      /Erlaubt: PDF, JPEG, PNG, höchstens 10\u00a0MB je Datei/,
    );
    assert.match(
      markup,
      /accept="application\/pdf,image\/jpeg,image\/png"[^>]*multiple/,
    );
    assert.match(markup, /Schein &lt;1&gt;\.pdf/);
    assert.match(markup, /value="remove:fahrzeugschein\.0"/);
  });

  test("a part of a long page has no second heading for the group it is named after", () => {
    const fields = Array.from({ length: 14 }, (_, index) => ({
      kind: "field" as const,
      dataType: "text" as const,
      key: `f${String(index)}`,
      label: "Feld",
      cardinality: once,
    }));
    const inner = (key: string) => ({
      kind: "group" as const,
      key,
      label: `Gruppe ${key}`,
      help: `Hilfe ${key}`,
      cardinality: once,
      elements: fields,
    });
    const whole = {
      ...inner("G1"),
      elements: [inner("G2"), inner("G3")],
    };
    const form: FormDefinition = {
      ...parkingPermit,
      pages: [{ key: "G1", title: "Gruppe G1", elements: [whole] }],
    };
    const [first = "", second = ""] = shownPages(form).map(({ key }) =>
      render(form, key),
    );
    assert.match(first, /Hilfe G1[^]*<legend[^>]*>Gruppe G2[^]*Hilfe G2/);
    assert.match(second, /Hilfe G3[^]*name="G1\.0\.G3\.0\.f0\.0"/);
    assert.doesNotMatch(second, /<legend|Hilfe G1/);
  });

  test("any form with any answers is escaped and wired, errors included", () => {
    fc.assert(
      fc.property(arbitraryForm, arbitraryFields, (form, fields) => {
        const { answers } = readPage(form, "eins", {
          fields,
          files: [],
          previous: {},
        });
        const errors = validatePage(evaluated(form, answers), "eins");
        assertWired(
          renderChecked(form, "eins", answers),
          errors.map(({ path }) => path),
        );
      }),
      { numRuns: runs(50) },
    );
  });
});
