import { z } from "zod";
import type { FormDefinition, FormElement } from "../domain/form-definition.ts";

/** Checks and types a definition that comes from the database. Throws when it is none: then the row was not written by us. */
export function parseFormDefinition(value: unknown): FormDefinition {
  return formDefinitionSchema.parse(value);
}

/** The model as JSON Schema (draft 2020-12), as it stands in `../form-definition.schema.json`. */
export function formDefinitionJsonSchema(): string {
  const schema = z.toJSONSchema(formDefinitionSchema);
  return `${JSON.stringify({ title: "FormDefinition", ...schema }, null, 2)}\n`;
}

const key = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,110}$/)
  .meta({ id: "Key" });
const status = z
  .enum(["in-preparation", "active", "inactive"])
  .meta({ id: "Status" });
const count = z.int().min(0);
const optional = <T extends z.ZodType>(schema: T) => z.exactOptional(schema);

const elementShape = {
  key,
  label: z.string(),
  help: optional(z.string()),
  cardinality: z.strictObject({ min: count, max: z.int().min(1).nullable() }),
  source: optional(
    z.strictObject({
      id: z.string(),
      version: optional(z.string()),
      status: optional(status),
      legalBasis: optional(z.string()),
    }),
  ),
};

const fieldShape = {
  ...elementShape,
  kind: z.literal("field"),
  autocomplete: optional(z.string()),
};

const lengths = { minLength: optional(count), maxLength: optional(count) };

const fieldSchema = z.discriminatedUnion("dataType", [
  z.strictObject({
    ...fieldShape,
    ...lengths,
    dataType: z.literal("text"),
    pattern: optional(z.string()),
    example: optional(z.string()),
    format: optional(z.enum(["email", "phone", "postcode"])),
    multiline: optional(z.literal(true)),
  }),
  z.strictObject({ ...fieldShape, dataType: z.literal("date") }),
  z.strictObject({
    ...fieldShape,
    ...lengths,
    dataType: z.enum(["number", "integer", "currency"]),
    minValue: optional(z.number()),
    maxValue: optional(z.number()),
  }),
  z.strictObject({ ...fieldShape, dataType: z.literal("boolean") }),
  z.strictObject({
    ...fieldShape,
    dataType: z.literal("select"),
    options: z
      .array(z.strictObject({ code: z.string(), label: z.string() }))
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
      .array(z.enum(["application/pdf", "image/jpeg", "image/png"]))
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
  get elements(): z.ZodArray<z.ZodType<FormElement>> {
    return z.array(elementSchema).min(1);
  },
});

const elementSchema: z.ZodType<FormElement> = z
  .union([groupSchema, fieldSchema])
  .meta({ id: "Element" });

const formDefinitionSchema: z.ZodType<FormDefinition> = z.strictObject({
  formatVersion: z.literal(1),
  key,
  version: z.string(),
  title: z.string(),
  description: optional(z.string()),
  provenance: z.strictObject({
    standard: z.enum(["xdatenfelder-2.0", "own"]),
    status,
    createdAt: optional(z.string()),
    releasedOn: optional(z.string()),
    publisher: optional(z.string()),
    legalBasis: optional(z.string()),
  }),
  pages: z
    .array(
      z.strictObject({
        key,
        title: optional(z.string()),
        elements: z.array(elementSchema).min(1),
      }),
    )
    .min(1),
  untranslatedRules: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      elementPath: z.string(),
    }),
  ),
  translations: optional(
    z.record(
      z.string(),
      z.record(
        z.string(),
        z.strictObject({
          label: optional(z.string()),
          help: optional(z.string()),
        }),
      ),
    ),
  ),
});
