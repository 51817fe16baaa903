import { z } from "zod";
import type { Answers } from "./domain/answers.ts";
import type { FormExample } from "./domain/form-example.ts";
import { typeOf } from "./domain/overlay/field-type.ts";
import type {
  ElementChange,
  FieldType,
  Overlay,
  PageChange,
  RuleTranslation,
} from "./domain/overlay/overlay.ts";
import {
  cardinality,
  key,
  placePart,
  prefill,
  rule,
} from "./field-types/field-shape.ts";
import {
  check,
  fieldSchema,
  precheck,
  translatedTexts,
} from "./form-definition-schema.ts";

/** Checks and types an overlay that comes from the database. Throws when it is none: then the row was not written by us. */
export function parseOverlay(value: unknown): Overlay {
  return overlaySchema.parse(value);
}

/** Something in a document that is no overlay, by its place: `elements.F1.type`. */
export type OverlayFault = {
  readonly place: string;
  readonly code: z.core.$ZodIssue["code"];
};

export type OverlayReading =
  | { readonly ok: true; readonly overlay: Overlay }
  | { readonly ok: false; readonly faults: readonly OverlayFault[] };

/** Checks an overlay that somebody wrote; never throws. */
export function readOverlay(value: unknown): OverlayReading {
  const read = overlaySchema.safeParse(value);
  if (read.success) return { ok: true, overlay: read.data };
  return {
    ok: false,
    faults: read.error.issues.map(({ path, code, ...issue }) => ({
      place: [...path, ...("keys" in issue ? issue.keys.slice(0, 1) : [])].join(
        ".",
      ),
      code,
    })),
  };
}

/** The overlay as JSON Schema (draft 2020-12), as it stands in `overlay.schema.json`. */
export function overlayJsonSchema(): string {
  const schema = z.toJSONSchema(overlaySchema, { io: "input" });
  const fieldType = {
    oneOf: fieldSchema.options.map((option) => typePartOf(option)),
  };
  const $defs = { ...schema.$defs, FieldType: fieldType };
  return `${JSON.stringify({ title: "Overlay", ...schema, $defs }, null, 2)}\n`;
}

/** The schema of a field without what does not depend on its type. */
function typePartOf(option: z.ZodType): z.core.JSONSchema.BaseSchema {
  const { $schema, $defs, ...schema } = z.toJSONSchema(option);
  const common = new Set(Object.keys(placeholder));
  const properties = Object.entries(schema.properties ?? {}).filter(
    ([name]) => !common.has(name) && !ofPlace.has(name),
  );
  return {
    ...schema,
    properties: Object.fromEntries(properties),
    required: (schema.required ?? []).filter((name) => !common.has(name)),
  };
}

/** A field must have these; a type has none of them. */
const placeholder = {
  kind: "field",
  key: "x",
  label: "x",
  cardinality: { min: 0, max: 1 },
} as const;

const ofPlace: ReadonlySet<string> = new Set([
  "help",
  "visibleWhen",
  "source",
  "autocomplete",
  "requiredWhen",
  "computed",
  "entry",
  "initialValue",
  "prefill",
  "place",
]);

const typeSchema: z.ZodType<FieldType> = z
  .record(z.string(), z.unknown())
  .transform((type, context): FieldType => {
    const misplaced = Object.keys(type).filter(
      (name) => ofPlace.has(name) || name in placeholder,
    );
    const read = fieldSchema.safeParse({ ...type, ...placeholder });
    if (read.success && misplaced.length === 0) return typeOf(read.data);
    for (const name of misplaced)
      context.addIssue({ code: "custom", path: [name] });
    for (const { path } of read.error?.issues ?? [])
      context.addIssue({ code: "custom", path: [...path] });
    return z.NEVER;
  })
  .meta({ id: "FieldType" });

/** Absent: nothing is said. Null: what an authority above said is taken back. */
const said = <T extends z.ZodType>(schema: T) =>
  z.exactOptional(schema.nullable());

const text = z.string().max(20_000);
const place = z.string().max(2_000);
const keys = z.array(key).max(5_000);
/** Empty: the form's own rule is removed. */
const ruleOrNone = z.union([rule, z.literal("")]);

const pageChange: z.ZodType<PageChange> = z.strictObject({
  title: said(text),
  help: said(text),
  visibleWhen: said(ruleOrNone),
  elements: said(keys),
});

const elementChange: z.ZodType<ElementChange> = z.strictObject({
  label: said(text),
  help: said(text),
  drop: said(z.boolean()),
  order: said(keys),
  cardinality: said(cardinality),
  visibleWhen: said(ruleOrNone),
  requiredWhen: said(ruleOrNone),
  computed: said(ruleOrNone),
  type: said(typeSchema),
  entry: said(z.enum(["open", "locked", "hidden"])),
  initialValue: said(z.string().max(2_000)),
  prefill: said(prefill),
  place: said(placePart),
  autocomplete: said(z.string().max(100)),
});

const ruleTranslation: z.ZodType<RuleTranslation> = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("check"), target: key }),
  z.strictObject({
    by: z.enum([
      "visibleWhen",
      "requiredWhen",
      "computed",
      "type",
      "cardinality",
    ]),
    target: place,
  }),
  z.strictObject({ by: z.literal("not-needed"), reason: text }),
]);

const by = <T extends z.ZodType>(schema: T) =>
  z.exactOptional(z.record(place, schema.nullable()));

const answers: z.ZodType<Answers> = z
  .record(
    place,
    z.array(
      z.union([
        z.string().max(10_000),
        z.strictObject({
          fileId: z.string(),
          filename: z.string(),
          sizeBytes: z.int().min(0),
          sha256: z.string(),
          mediaType: z.string(),
        }),
        z.lazy(() => answers),
      ]),
    ),
  )
  .meta({ id: "Answers" });

const example: z.ZodType<FormExample> = z.strictObject({
  title: z.string().min(1).max(200),
  answers,
  today: z.exactOptional(z.iso.date()),
  precheck: z.exactOptional(answers),
  expect: z.strictObject({
    hidden: z.exactOptional(z.array(place)),
    visible: z.exactOptional(z.array(place)),
    errors: z.exactOptional(z.array(place)),
    computed: z.exactOptional(z.record(place, z.string())),
    valid: z.exactOptional(z.boolean()),
    outcome: z.exactOptional(
      z.enum(["can-apply", "need-first", "other-authority"]),
    ),
  }),
});

const overlaySchema: z.ZodType<Overlay> = z.strictObject({
  formatVersion: z.literal(1),
  formKey: key,
  basedOn: z.strictObject({
    version: z.string().min(1).max(100),
    formVersionId: z.exactOptional(z.uuid()),
  }),
  title: said(text),
  description: said(text),
  layout: said(z.enum(["per-group", "per-field"])),
  pages: z.exactOptional(z.record(key, pageChange.nullable())),
  pageOrder: said(keys),
  elements: by(elementChange),
  checks: z.exactOptional(z.record(key, check.omit({ id: true }).nullable())),
  translatedRules: by(ruleTranslation),
  precheck: said(precheck),
  documents: said(z.array(text).max(100)),
  minutes: said(z.int().min(1).max(600)),
  translations: z.exactOptional(
    z.record(place, z.record(z.string().max(20), translatedTexts.nullable())),
  ),
  examples: z.exactOptional(z.array(example).max(200)),
});
