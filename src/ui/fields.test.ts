import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { checkbox, checkboxes } from "./checkbox.ts";
import { dateInput } from "./date-input.ts";
import { fileInput } from "./file-input.ts";
import { radios } from "./radios.ts";
import { searchForm } from "./search-form.ts";
import { select } from "./select.ts";
import { textInput } from "./text-input.ts";
import { textarea } from "./textarea.ts";

const render = (markup: unknown) => String(markup);
const field = {
  name: "G1.0.F1.0",
  label: "Kennzeichen",
  locale: "de",
} as const;
const options = [
  { value: "1", label: "Ja" },
  { value: "2", label: "Nein" },
];

describe("text input", () => {
  test("ties label, hint and error to the input", () => {
    const markup = render(
      textInput({ ...field, hint: "Wie im Fahrzeugschein", error: "Fehlt" }),
    );
    assert.match(markup, /<label class="kern-label" for="G1\.0\.F1\.0"/);
    assert.match(
      markup,
      /aria-describedby="G1\.0\.F1\.0-hint G1\.0\.F1\.0-error"/,
    );
    assert.match(markup, /id="G1\.0\.F1\.0-hint"/);
    assert.match(markup, /id="G1\.0\.F1\.0-error"/);
    assert.match(markup, /aria-invalid="true"/);
    assert.match(markup, /Fehler:/);
  });

  test("shows a hint of several lines as paragraphs and lists", () => {
    const markup = render(textInput({ ...field, hint: "Nennen Sie:\n- Ort" }));
    assert.match(
      markup,
      /-hint">\s*<p>\s*Nennen Sie:\s*<\/p>\s*<ul>\s*<li>Ort</,
    );
  });

  test("has no dangling references without hint and error", () => {
    const markup = render(textInput(field));
    assert.doesNotMatch(markup, /aria-describedby|aria-invalid/);
  });

  test("keeps what was typed, escaped", () => {
    const markup = render(textInput({ ...field, value: `"><b>&` }));
    assert.match(markup, /value="&quot;&gt;&lt;b&gt;&amp;"/);
  });

  test("says in words that it may be left empty", () => {
    const markup = render(textInput({ ...field, isOptional: true }));
    assert.match(markup, /\(freiwillig\)/);
  });
});

describe("textarea", () => {
  test("keeps line breaks at the beginning of the text", () => {
    const markup = render(textarea({ ...field, value: "\nzweite Zeile" }));
    assert.match(markup, />\n\nzweite Zeile<\/textarea>/);
  });

  test("cannot be closed by its own text", () => {
    const markup = render(textarea({ ...field, value: "</textarea><b>" }));
    assert.match(markup, /&lt;\/textarea&gt;&lt;b&gt;<\/textarea>/);
  });
});

describe("choices", () => {
  test("a select marks the value and begins with an empty choice", () => {
    const markup = render(select({ ...field, options, value: "2" }));
    assert.match(markup, /<option value="">Bitte wählen<\/option>/);
    assert.match(markup, /<option value="2" selected>Nein<\/option>/);
  });

  test("the first radio carries the group's id, for the error summary", () => {
    const markup = render(radios({ ...field, options, value: "2" }));
    assert.match(markup, /id="G1\.0\.F1\.0" name="G1\.0\.F1\.0" value="1"/);
    assert.match(markup, /value="2" checked/);
  });

  test("radios and checkboxes have a legend, described by hint and error", () => {
    for (const group of [
      radios({ ...field, options, error: "Wählen Sie aus" }),
      checkboxes({ ...field, options, values: [], error: "Wählen Sie aus" }),
    ]) {
      const markup = render(group);
      assert.match(
        markup,
        /<fieldset[^>]*aria-describedby="G1\.0\.F1\.0-error"/,
      );
      assert.match(markup, /<legend[^>]*>\s*Kennzeichen\s*<\/legend>/);
    }
  });

  test("a consent is not ticked in advance", () => {
    assert.doesNotMatch(render(checkbox(field)), /checked/);
  });
});

describe("date input", () => {
  test("has three labelled inputs and keeps wrong parts", () => {
    const markup = render(
      dateInput({
        ...field,
        value: { day: "32", month: "x", year: "" },
        isBirthday: true,
      }),
    );
    assert.match(markup, /name="[^"]+-day"[^>]*value="32"/);
    assert.match(markup, /name="[^"]+-month"[^>]*value="x"/);
    assert.match(markup, /autocomplete="bday-year"/);
    assert.match(markup, /for="G1\.0\.F1\.0-month"/);
  });
});

describe("file input", () => {
  test("lists files that are there, with a button that names the file", () => {
    const markup = render(
      fileInput({
        ...field,
        allowsMany: true,
        accept: ".pdf,application/pdf",
        kept: [
          {
            filename: "Prüfung März.pdf",
            detail: "PDF, 240 KB",
            remove: { name: "remove-file", value: "1" },
          },
        ],
      }),
    );
    assert.match(markup, /type="file"[^>]*multiple/);
    assert.match(
      markup,
      /Löschen<span class="kern-sr-only">: Prüfung März\.pdf/,
    );
    assert.match(markup, /name="remove-file" value="1"/);
  });
});

describe("search form", () => {
  test("asks by GET and labels its field", () => {
    const markup = render(
      searchForm({
        action: "/suche",
        name: "q",
        label: "Was möchten Sie erledigen?",
        buttonLabel: "Suchen",
        value: "Parkplatz",
      }),
    );
    assert.match(markup, /method="get"/);
    assert.match(markup, /<label[^>]*for="search"/);
    assert.match(markup, /value="Parkplatz"/);
  });
});
