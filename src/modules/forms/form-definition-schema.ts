import { z } from "zod";
import type { FormDefinition, FormElement } from "./domain/form-definition.ts";

/** Checks and types a definition that comes from the database. Throws when it is none: then the row was not written by us. */
export function parseFormDefinition(value: unknown): FormDefinition {
  return formDefinitionSchema.parse(value);
}

/** The model as JSON Schema (draft 2020-12), as it stands in `form-definition.schema.json`. */
export function formDefinitionJsonSchema(): string {
  const schema = z.toJSONSchema(formDefinitionSchema);
  return `${JSON.stringify({ title: "FormDefinition", ...schema }, null, 2)}\n`;
}

/** Parts that other documents about a form use as well. */
export const key = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,110}$/)
  .meta({ id: "Key" });
const status = z
  .enum([
    "in-preparation",
    "active",
    "inactive",
    "planned",
    "in-progress",
    "draft",
    "released-methodically",
    "released-silver",
    "released-gold",
    "marked-for-deletion",
  ])
  .meta({ id: "Status" });
export const rule = z.string().min(1).max(4000).meta({ id: "Rule" });
const count = z.int().min(0);
const details = z.record(z.string(), z.string());
const optional = <T extends z.ZodType>(schema: T) => z.exactOptional(schema);

export const cardinality = z.strictObject({
  min: count,
  max: z.int().min(1).nullable(),
});

const elementShape = {
  key,
  label: z.string(),
  help: optional(z.string()),
  cardinality,
  visibleWhen: optional(rule),
  source: optional(
    z.strictObject({
      id: z.string(),
      version: optional(z.string()),
      status: optional(status),
      legalBasis: optional(z.string()),
      details: optional(details),
    }),
  ),
};

const prefillSource = z
  .enum([
    "today",
    "account.family-name",
    "account.given-names",
    "account.date-of-birth",
    "account.place-of-birth",
    "account.street",
    "account.house-number",
    "account.postcode",
    "account.town",
    "account.email",
    "account.phone",
    "account.organisation-name",
  ])
  .meta({ id: "PrefillSource" });

export const prefill = z.strictObject({ source: prefillSource });

const fieldShape = {
  ...elementShape,
  kind: z.literal("field"),
  autocomplete: optional(z.string()),
  requiredWhen: optional(rule),
  computed: optional(rule),
  entry: optional(z.enum(["locked", "hidden"])),
  initialValue: optional(z.string()),
  prefill: optional(prefill),
};

const lengths = { minLength: optional(count), maxLength: optional(count) };

export const fieldSchema = z.discriminatedUnion("dataType", [
  z.strictObject({
    ...fieldShape,
    ...lengths,
    dataType: z.literal("text"),
    pattern: optional(z.string()),
    example: optional(z.string()),
    format: optional(
      z.enum([
        "email",
        "phone",
        "postcode",
        "town",
        "street",
        "house-number",
        "person-name",
        "iban",
        "bic",
        "licence-plate",
        "tax-id",
      ]),
    ),
    multiline: optional(z.literal(true)),
  }),
  z.strictObject({
    ...fieldShape,
    dataType: z.literal("date"),
    minDate: optional(z.string()),
    maxDate: optional(z.string()),
  }),
  z.strictObject({ ...fieldShape, dataType: z.literal("time") }),
  z.strictObject({ ...fieldShape, dataType: z.literal("datetime") }),
  z.strictObject({ ...fieldShape, dataType: z.literal("country") }),
  z.strictObject({
    ...fieldShape,
    dataType: z.literal("consent"),
    content: z.string(),
  }),
  z.strictObject({
    ...fieldShape,
    dataType: z.literal("location"),
    shape: z.enum(["point", "area"]),
  }),
  z.strictObject({
    ...fieldShape,
    ...lengths,
    dataType: z.enum(["number", "integer", "currency"]),
    minValue: optional(z.number()),
    maxValue: optional(z.number()),
    unit: optional(z.string()),
  }),
  z.strictObject({ ...fieldShape, dataType: z.literal("boolean") }),
  z.strictObject({
    ...fieldShape,
    dataType: z.literal("select"),
    options: z
      .array(
        z.strictObject({
          code: z.string(),
          label: z.string(),
          help: optional(z.string()),
        }),
      )
      .min(1),
    codeList: optional(
      z.strictObject({ urn: z.string(), version: z.string() }),
    ),
  }),
  z.strictObject({
    ...fieldShape,
    dataType: z.literal("file"),
    maxBytes: z.int().min(1),
    mediaTypes: z
      .array(
        z.enum([
          "application/pdf",
          "image/jpeg",
          "image/png",
          "image/tiff",
          "image/heic",
          "text/plain",
          "application/vnd.oasis.opendocument.text",
          "application/vnd.oasis.opendocument.spreadsheet",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ]),
      )
      .min(1),
  }),
  z.strictObject({
    ...fieldShape,
    dataType: z.literal("label"),
    content: z.string(),
  }),
]);

const groupSchema = z.strictObject({
  ...elementShape,
  kind: z.literal("group"),
  hideLabel: optional(z.literal(true)),
  choice: optional(z.literal(true)),
  get elements(): z.ZodArray<z.ZodType<FormElement>> {
    return z.array(elementSchema).min(1);
  },
});

const elementSchema: z.ZodType<FormElement> = z
  .union([groupSchema, fieldSchema])
  .meta({ id: "Element" });

const freeTextRule = z.strictObject({
  id: z.string(),
  text: z.string(),
  elementPath: z.string(),
  details: optional(details),
});

const precheckOutcome = z.strictObject({
  when: rule,
  kind: z.enum(["can-apply", "need-first", "other-authority"]),
  text: z.string(),
  link: optional(
    z.strictObject({
      label: z.string(),
      href: z.string().regex(/^(?:\/(?![/\\])|https:\/\/)/),
    }),
  ),
});

export const check = z.strictObject({
  id: key,
  rule,
  message: z.string(),
  elementPath: z.string(),
});

export const precheck = z.strictObject({
  questions: z.array(fieldSchema).min(1),
  outcomes: z.array(precheckOutcome).min(1),
});

export const translatedTexts = z.strictObject({
  label: optional(z.string()),
  help: optional(z.string()),
  content: optional(z.string()),
  options: optional(z.record(z.string(), z.string())),
});

const formDefinitionSchema: z.ZodType<FormDefinition> = z.strictObject({
  formatVersion: z.literal(1),
  key,
  version: z.string(),
  title: z.string(),
  description: optional(z.string()),
  provenance: z.strictObject({
    standard: z.enum(["xdatenfelder-2.0", "xdatenfelder-3.0.0", "own"]),
    status,
    createdAt: optional(z.string()),
    releasedOn: optional(z.string()),
    publisher: optional(z.string()),
    legalBasis: optional(z.string()),
    overlays: optional(
      z.array(z.strictObject({ authority: z.string(), version: count })),
    ),
  }),
  pages: z
    .array(
      z.strictObject({
        key,
        title: optional(z.string()),
        help: optional(z.string()),
        visibleWhen: optional(rule),
        elements: z.array(elementSchema).min(1),
      }),
    )
    .min(1),
  untranslatedRules: z.array(freeTextRule),
  translatedRules: optional(z.array(freeTextRule)),
  checks: optional(z.array(check)),
  precheck: optional(precheck),
  documents: optional(z.array(z.string())),
  minutes: optional(z.int().min(1)),
  translations: optional(
    z.record(z.string(), z.record(z.string(), translatedTexts)),
  ),
});
