import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { runs } from "../../../platform/testing/thorough.ts";
import { arbitraryFields, arbitraryForm } from "../testing/arbitrary-form.ts";
import type { Answers } from "../domain/answers.ts";
import { applyAction } from "../domain/apply-action.ts";
import type {
  Cardinality,
  FormDefinition,
  FormElement,
} from "../domain/form-definition.ts";
import type { UploadedFile } from "../domain/page-input.ts";
import { findPage } from "../domain/shown-pages.ts";
import { readPage } from "./read-page.ts";
import { validateAll, validatePage } from "./validate.ts";
import { evaluated } from "../testing/evaluated.ts";

const once: Cardinality = { min: 1, max: 1 };
const maybe: Cardinality = { min: 0, max: 1 };

function text(key: string, cardinality = once): FormElement {
  return {
    kind: "field",
    key,
    label: key,
    cardinality,
    dataType: "text",
    maxLength: 20,
  };
}

function group(
  key: string,
  elements: readonly FormElement[],
  cardinality = once,
): FormElement {
  return { kind: "group", key, label: key, cardinality, elements };
}

function formOf(...elements: readonly FormElement[]): FormDefinition {
  return {
    formatVersion: 1,
    key: "F",
    version: "1.0",
    title: "Formular",
    provenance: { standard: "own", status: "active" },
    pages: [{ key: "seite", elements }],
    untranslatedRules: [],
  };
}

type Sent = {
  readonly previous?: Answers;
  readonly files?: readonly UploadedFile[];
};

function read(
  form: FormDefinition,
  fields: Readonly<Record<string, string>> | string,
  { previous = {}, files = [] }: Sent = {},
) {
  return readPage(form, "seite", {
    fields: new URLSearchParams(fields),
    files,
    previous,
  });
}

const errorsOf = (form: FormDefinition, answers: Answers) =>
  validatePage(evaluated(form, answers), "seite").map(
    ({ path, code }) => `${path} ${code}`,
  );

const upload = (field: string, fileId: string): UploadedFile => ({
  field,
  filename: `${fileId}.png`,
  outcome: {
    kind: "stored",
    fileId,
    sizeBytes: 5,
    sha256: "ab",
    mediaType: "image/png",
  },
});

describe("readPage", () => {
  test("reads values by path into nested answers", () => {
    const form = formOf(
      group("g", [
        text("a"),
        {
          kind: "field",
          key: "d",
          label: "d",
          cardinality: once,
          dataType: "date",
        },
      ]),
    );
    const { answers } = read(form, {
      "g.0.a.0": " Müller ",
      "g.0.d.0-day": "1",
      "g.0.d.0-month": "5",
      "g.0.d.0-year": "2026",
      fremd: "x",
      "g.0.z.0": "x",
    });
    assert.deepEqual(answers, { g: [{ a: ["Müller"], d: ["2026-05-01"] }] });
  });

  test("keeps what was typed wrongly, and other pages", () => {
    const form = formOf({
      kind: "field",
      key: "n",
      label: "n",
      cardinality: once,
      dataType: "integer",
    });
    const { answers } = read(
      form,
      { "n.0": "zwölf" },
      { previous: { andere: ["bleibt"] } },
    );
    assert.deepEqual(answers, { andere: ["bleibt"], n: ["zwölf"] });
    assert.deepEqual(errorsOf(form, answers), ["n.0 integer"]);
  });

  test("a field that was emptied is empty", () => {
    assert.deepEqual(
      read(formOf(text("a")), { "a.0": " " }, { previous: { a: ["vorher"] } })
        .answers,
      {},
    );
  });

  test("repeated groups close the gaps and keep blank places", () => {
    const form = formOf(group("g", [text("a")], { min: 0, max: null }));
    assert.deepEqual(
      read(form, { "g.0.a.0": "x", "g.2.a.0": "y", "g.5": "1" }).answers,
      { g: [{ a: ["x"] }, { a: ["y"] }, {}] },
    );
  });

  test("several ticked boxes become several answers", () => {
    const options = ["1", "2", "3"].map((code) => ({ code, label: code }));
    const form = formOf({
      kind: "field",
      key: "s",
      label: "s",
      cardinality: { min: 0, max: null },
      dataType: "select",
      options,
    });
    assert.deepEqual(read(form, "s.0=1&s.0=3&s.0=3").answers, {
      s: ["1", "3"],
    });
  });

  test("files are added to those already there, as far as the form takes them", () => {
    const form = formOf({
      kind: "field",
      key: "f",
      label: "f",
      cardinality: { min: 1, max: 2 },
      dataType: "file",
      maxBytes: 10,
      mediaTypes: ["image/png"],
    });
    const first = read(form, {}, { files: [upload("f.0", "eins")] }).answers;
    const second = read(
      form,
      {},
      {
        previous: first,
        files: [upload("f.0", "zwei"), upload("f.0", "drei")],
      },
    );
    assert.deepEqual(
      second.answers["f"]?.map(
        (file) => typeof file === "object" && file["fileId"],
      ),
      ["eins", "zwei"],
    );
    assert.deepEqual(
      second.uploadErrors.map(({ path, code, params }) => [
        path,
        code,
        params["filename"],
      ]),
      [["f.0", "file-too-many", "drei.png"]],
    );
  });

  test("refused uploads become errors at their field, in their group", () => {
    const field: FormElement = {
      kind: "field",
      key: "f",
      label: "Foto",
      cardinality: maybe,
      dataType: "file",
      maxBytes: 10,
      mediaTypes: ["image/png"],
    };
    const files: UploadedFile[] = [
      {
        field: "g.0.f.0",
        filename: "a.exe",
        outcome: { kind: "type-not-allowed" },
      },
      {
        field: "g.0.f.0",
        filename: "b.png",
        outcome: { kind: "too-large", maxBytes: 99 },
      },
      { field: "g.0.f.0", filename: "c.png", outcome: { kind: "empty" } },
      {
        field: "g.0.f.0",
        filename: "d.png",
        outcome: { kind: "too-many", max: 10 },
      },
      {
        field: "g.0.f.0",
        filename: "e.png",
        outcome: { kind: "no-room", maxBytes: 99 },
      },
    ];
    const { uploadErrors, answers } = read(
      formOf(group("g", [field])),
      {},
      { files },
    );
    assert.deepEqual(
      uploadErrors.map(({ path, code }) => `${path} ${code}`),
      [
        "g.0.f.0 file-type",
        "g.0.f.0 file-too-large",
        "g.0.f.0 file-empty",
        "g.0.f.0 file-too-many-at-once",
        "g.0.f.0 file-no-room",
      ],
    );
    assert.deepEqual(answers, {});
  });

  test("an unknown page changes nothing", () => {
    const previous = { a: ["x"] };
    assert.equal(
      readPage(formOf(text("a")), "fremd", {
        fields: new URLSearchParams(),
        files: [],
        previous,
      }).answers,
      previous,
    );
  });

  test("never throws and reads its own answers again unchanged", () => {
    fc.assert(
      fc.property(
        arbitraryForm,
        arbitraryFields,
        arbitraryFields,
        (form, one, two) => {
          const first = readPage(form, "eins", {
            fields: one,
            files: [],
            previous: {},
          }).answers;
          const { answers } = readPage(form, "zwei", {
            fields: two,
            files: [],
            previous: first,
          });
          for (const { path, pageKey } of validateAll(evaluated(form, answers)))
            assert.ok(
              path.startsWith(
                findPage(form, pageKey)?.wholeKey === "eins" ? "a" : "b",
              ),
            );
          assert.deepEqual(JSON.parse(JSON.stringify(answers)), answers);
          assert.equal(({} as Record<string, unknown>)["polluted"], undefined);
        },
      ),
      { numRuns: runs(100) },
    );
  });

  test("thousands of names of one request are read in a moment", () => {
    const form = formOf(group("g", [text("a")], { min: 0, max: null }));
    const fields = new URLSearchParams(
      Array.from({ length: 20_000 }, (_, index): [string, string] => [
        `g.${String(index)}.a.0`,
        "x",
      ]),
    );
    const started = process.threadCpuUsage();
    assert.equal(
      readPage(form, "seite", { fields, files: [], previous: {} }).answers["g"]
        ?.length,
      100,
    );
    assert.ok(process.threadCpuUsage(started).user < 500_000);
  });
});

describe("validate", () => {
  test("required by cardinality, in reading order", () => {
    const form = formOf(
      text("a"),
      text("b", maybe),
      group("g", [text("c"), text("d", { min: 2, max: 3 })]),
    );
    assert.deepEqual(errorsOf(form, {}), [
      "a.0 required",
      "g.0.c.0 required",
      "g.0.d.0 required",
    ]);
    assert.deepEqual(
      errorsOf(form, { a: ["x"], g: [{ c: ["y"], d: ["z"] }] }),
      ["g.0.d.1 required"],
    );
  });

  test("an optional group counts only once something in it is filled in", () => {
    const form = formOf(
      group("g", [text("a"), text("b", maybe), group("h", [text("c")])], maybe),
    );
    assert.deepEqual(errorsOf(form, {}), []);
    assert.deepEqual(
      errorsOf(form, { g: [{ a: [" "], h: [{ c: [""] }] }] }),
      [],
    );
    assert.deepEqual(errorsOf(form, { g: [{ b: ["x"] }] }), [
      "g.0.a.0 required",
      "g.0.h.0.c.0 required",
    ]);
    assert.deepEqual(errorsOf(form, { g: [{ h: [{ c: ["x"] }] }] }), [
      "g.0.a.0 required",
    ]);
  });

  test("a required group may be blank where all in it is optional", () => {
    assert.deepEqual(errorsOf(formOf(group("g", [text("a", maybe)])), {}), []);
  });

  test("blank places of a repeatable group do not count, too many do", () => {
    const form = formOf(group("g", [text("a")], { min: 0, max: 2 }));
    assert.deepEqual(
      errorsOf(form, { g: [{ a: ["x"] }, {}, { a: ["y"] }] }),
      [],
    );
    assert.deepEqual(
      errorsOf(form, { g: [{ a: ["x"] }, { a: ["y"] }, { a: ["z"] }] }),
      ["g.2 too-many"],
    );
    assert.deepEqual(
      errorsOf(formOf(group("g", [text("a")], { min: 2, max: 2 })), {
        g: [{ a: ["x"] }],
      }),
      ["g.1.a.0 required"],
    );
  });

  test("messages fit the kind of field", () => {
    const common = { kind: "field", label: "x", cardinality: once } as const;
    const form = formOf(
      { ...common, key: "d", dataType: "date" },
      { ...common, key: "b", dataType: "boolean" },
      {
        ...common,
        key: "s",
        dataType: "select",
        options: [{ code: "1", label: "Ja" }],
      },
      {
        ...common,
        key: "f",
        dataType: "file",
        maxBytes: 1,
        mediaTypes: ["image/png"],
      },
      { ...common, key: "l", dataType: "label", content: "Hinweis" },
    );
    assert.deepEqual(errorsOf(form, {}), [
      "d.0 required-date",
      "b.0 required-choice",
      "s.0 required-confirmation",
      "f.0 required-file",
    ]);
  });

  test("answers of the wrong shape are errors, not crashes", () => {
    assert.deepEqual(errorsOf(formOf(text("a")), { a: [{ b: ["x"] }] }), [
      "a.0 characters",
    ]);
    assert.deepEqual(errorsOf(formOf(group("g", [text("a")])), { g: ["x"] }), [
      "g.0.a.0 required",
    ]);
  });
});

describe("applyAction", () => {
  const form = formOf(
    group("g", [text("a", { min: 1, max: 3 })], { min: 0, max: 2 }),
    text("b"),
  );
  const act = (answers: Answers, action: string) =>
    applyAction(form, "seite", { answers, action });

  test("adds a place to a repeatable group and to a field in it", () => {
    const one = act({}, "add:g");
    assert.deepEqual(one, { g: [{}] });
    assert.deepEqual(act(one, "add:g.0.a"), { g: [{ a: ["", ""] }] });
    assert.deepEqual(act({ g: [{ a: ["x"] }] }, "add:g.0.a"), {
      g: [{ a: ["x", ""] }],
    });
  });

  test("stops at the maximum", () => {
    assert.deepEqual(act(act(act({}, "add:g"), "add:g"), "add:g"), {
      g: [{}, {}],
    });
  });

  test("removes one occurrence, or one file", () => {
    assert.deepEqual(act({ g: [{ a: ["x"] }, { a: ["y"] }] }, "remove:g.0"), {
      g: [{ a: ["y"] }],
    });
    assert.deepEqual(act({ g: [{ a: ["x", "y"] }] }, "remove:g.0.a.1"), {
      g: [{ a: ["x"] }],
    });
  });

  test("lets two neighbours change places, groups and fields", () => {
    const two = { g: [{ a: ["x", "y"] }, { a: ["z"] }] };
    assert.deepEqual(act(two, "up:g.1"), { g: [two.g[1], two.g[0]] });
    assert.deepEqual(act(two, "down:g.0"), act(two, "up:g.1"));
    assert.deepEqual(act(two, "down:g.0.a.0"), {
      g: [{ a: ["y", "x"] }, two.g[1]],
    });
  });

  test("nothing changes places with what is not there", () => {
    const two = { g: [{ a: ["x"] }, { a: ["z"] }] };
    for (const action of ["up:g.0", "down:g.1", "up:g.7", "down:g.-1"])
      assert.deepEqual(act(two, action), two);
  });

  test("anything else changes nothing", () => {
    const answers: Answers = { g: [{ a: ["x"] }], b: ["y"] };
    for (const action of [
      "",
      "next",
      "add:b",
      "add:fremd",
      "remove:b",
      "remove:g.7",
      "remove:__proto__.0",
      "add:g.9.a",
      "add:g.0",
      "remove:g.x",
      "drop:g.0",
    ])
      assert.equal(
        JSON.stringify(act(answers, action)),
        JSON.stringify(answers),
        action,
      );
  });
});

test("of an answer that cannot be read only that is said, not what a check would find", () => {
  const message = "Die Zahl muss 4 sein.";
  const form: FormDefinition = {
    ...formOf({ ...text("zahl"), pattern: "[0-9]+" } as FormElement),
    checks: [{ id: "c", rule: "zahl == '4'", message, elementPath: "zahl" }],
  };
  const codes = (zahl: string) =>
    validatePage(evaluated(form, { zahl: [zahl] }), "seite").map(
      ({ code }) => code,
    );
  assert.deepEqual(codes("drei"), ["pattern"]);
  assert.deepEqual(codes("3"), ["check"]);
  assert.deepEqual(codes("4"), []);
});
