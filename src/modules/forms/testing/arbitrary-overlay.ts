import fc from "fast-check";
import type {
  ElementChange,
  FieldType,
  Overlay,
} from "../domain/overlay/overlay.ts";

/** Paths as the forms of `arbitraryForm` have them, and some that none has. */
const path = fc
  .array(fc.constantFrom("a0", "a1", "b0", "e0", "e1", "constructor", "x"), {
    minLength: 1,
    maxLength: 3,
  })
  .map((keys) => keys.join("."));

const key = fc.constantFrom("a0", "a1", "b0", "b1", "e0", "eins", "neu", "x");
const text = fc.constantFrom("", "Ihr Name", "Wie heißen Sie?");
const rule = fc.constantFrom("", "a0 == 'x'", "true");

const type: fc.Arbitrary<FieldType> = fc.constantFrom<FieldType>(
  { dataType: "text", maxLength: 5 },
  { dataType: "text", minLength: 9, maxLength: 5 },
  { dataType: "text", pattern: "(" },
  { dataType: "select", options: [] },
  { dataType: "select", options: [{ code: "1", label: "Eins" }] },
  { dataType: "integer", minValue: 2, maxValue: 1 },
  { dataType: "label", content: "Hinweis" },
  { dataType: "date" },
  { dataType: "file", maxBytes: 10, mediaTypes: ["image/png"] },
);

/** Any of the properties may be missing. */
const some = <Shape>(shape: {
  [Key in keyof Shape]: fc.Arbitrary<Shape[Key]>;
}) =>
  fc.record<Shape, never>(shape, { requiredKeys: [], noNullPrototype: true });

const nullable = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.option(arbitrary, { nil: null, freq: 6 });

const elementChange: fc.Arbitrary<ElementChange> = some({
  label: nullable(text),
  help: nullable(text),
  drop: nullable(fc.boolean()),
  order: nullable(fc.array(key, { maxLength: 3 })),
  cardinality: nullable(
    fc.constantFrom(
      { min: 0, max: 1 },
      { min: 3, max: 1 },
      { min: 1, max: null },
    ),
  ),
  visibleWhen: nullable(rule),
  requiredWhen: nullable(rule),
  type: nullable(type),
  entry: nullable(fc.constantFrom("open", "locked", "hidden")),
  initialValue: nullable(fc.constantFrom("", "1", "x")),
});

/** Any overlay of the forms of `arbitraryForm`, sensible or not. */
export const arbitraryOverlay: fc.Arbitrary<Overlay> = some({
  title: nullable(text),
  layout: nullable(fc.constantFrom("per-group", "per-field")),
  pages: fc.dictionary(
    key,
    nullable(
      some({ title: nullable(text), elements: nullable(fc.array(key)) }),
    ),
    { maxKeys: 3, noNullPrototype: true },
  ),
  pageOrder: nullable(fc.array(key, { maxLength: 3 })),
  elements: fc.dictionary(path, nullable(elementChange), {
    maxKeys: 5,
    noNullPrototype: true,
  }),
  checks: fc.dictionary(
    fc.constantFrom("c1", "c2"),
    nullable(
      fc.record(
        {
          rule: fc.constant("true"),
          message: text,
          elementPath: path,
        },
        { noNullPrototype: true },
      ),
    ),
    { maxKeys: 2, noNullPrototype: true },
  ),
  documents: nullable(fc.array(text, { maxLength: 2 })),
  translations: fc.dictionary(
    path,
    fc.dictionary(
      fc.constantFrom("en", "de-simple"),
      nullable(some({ label: text })),
      { noNullPrototype: true },
    ),
    { maxKeys: 2, noNullPrototype: true },
  ),
}).map((content) => ({
  ...content,
  formatVersion: 1,
  formKey: "F",
  basedOn: { version: "1.0" },
}));

export const arbitraryLayers = fc
  .array(arbitraryOverlay, { maxLength: 4 })
  .map((overlays) =>
    overlays.map((overlay, index) => ({
      authority: `behoerde-${String(index)}`,
      version: index + 1,
      overlay,
    })),
  );
