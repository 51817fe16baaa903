import assert from "node:assert/strict";
import { test } from "node:test";
import type { Answers } from "../domain/answers.ts";
import type {
  FileField,
  FormDefinition,
  FormElement,
} from "../domain/form-definition.ts";
import { addFile, findFilePlace } from "./file-place.ts";

const photo: FileField = {
  kind: "field",
  dataType: "file",
  key: "foto",
  label: "Foto",
  cardinality: { min: 0, max: 2 },
  maxBytes: 1000,
  mediaTypes: ["image/png"],
};

const group = (key: string, max: number, elements: readonly FormElement[]) =>
  ({
    kind: "group",
    key,
    label: key,
    cardinality: { min: 1, max },
    elements,
  }) as const;

const form: FormDefinition = {
  formatVersion: 1,
  key: "f",
  version: "1",
  title: "f",
  provenance: { standard: "own", status: "active" },
  untranslatedRules: [],
  pages: [
    { key: "eins", elements: [photo] },
    { key: "zwei", elements: [group("hund", 3, [group("tier", 1, [photo])])] },
  ],
};

const file = (fileId: string, sizeBytes = 10) => ({
  fileId,
  filename: "a.png",
  sizeBytes,
  sha256: "00",
  mediaType: "image/png",
});

const add = (answers: Answers, path: string, added = file("1")) => {
  const { filename, ...stored } = added;
  return addFile(form, answers, {
    field: path,
    filename,
    outcome: { kind: "stored", ...stored },
  });
};

test("a file goes where the name of its input says, other answers stay", () => {
  assert.deepEqual(add({ name: ["x"] }, "foto.0"), {
    ok: true,
    value: { name: ["x"], foto: [file("1")] },
  });
  const dogs = { hund: [{ name: ["Rex"] }, { name: ["Bo"] }] };
  assert.deepEqual(add(dogs, "hund.1.tier.0.foto.0"), {
    ok: true,
    value: {
      hund: [
        { name: ["Rex"] },
        { name: ["Bo"], tier: [{ foto: [file("1")] }] },
      ],
    },
  });
  assert.equal(
    findFilePlace(form, dogs, "hund.1.tier.0.foto.0")?.pageKey,
    "zwei",
  );
});

test("a group that is shown but was never touched begins with the file", () => {
  assert.deepEqual(add({}, "hund.0.tier.0.foto.0"), {
    ok: true,
    value: { hund: [{ tier: [{ foto: [file("1")] }] }] },
  });
});

test("the same file is added once", () => {
  const once = add({}, "foto.0");
  assert.ok(once.ok);
  assert.deepEqual(add(once.value, "foto.0"), once);
});

test("a field takes no more, larger or other files than it says", () => {
  const full = { foto: [file("1"), file("2")] };
  const codeOf = (result: ReturnType<typeof add>) =>
    result.ok ? "taken" : result.refusal.error.code;
  assert.equal(codeOf(add(full, "foto.0", file("3"))), "file-too-many");
  assert.equal(codeOf(add({}, "foto.0", file("1", 1001))), "file-too-large");
  assert.equal(
    codeOf(add({}, "foto.0", { ...file("1"), mediaType: "application/pdf" })),
    "file-type",
  );
});

test("nothing but the path of a file field that is shown is one", () => {
  for (const path of [
    "",
    "foto",
    "foto.1",
    "gibtsnicht.0",
    "hund.0",
    "hund.1.tier.0.foto.0",
    "hund.-1.tier.0.foto.0",
    "hund.0.tier.x.foto.0",
    "foto.0.foto.0",
    "__proto__.0",
    "hund.0.tier.0.constructor.0",
  ])
    assert.equal(findFilePlace(form, {}, path), undefined, path);
});

test("a file of a long group belongs to the page that asks for it", () => {
  const texts = Array.from({ length: 14 }, (_, index) => ({
    ...photo,
    key: `f${String(index)}`,
  }));
  const long = group("g", 1, [
    group("a", 1, texts),
    group("b", 1, [photo, ...texts]),
  ]);
  const { pageKey } =
    findFilePlace(
      { ...form, pages: [{ key: "g", elements: [long] }] },
      {},
      "g.0.b.0.foto.0",
    ) ?? {};
  assert.equal(pageKey, "g_g_b_foto");
});
