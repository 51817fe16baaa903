import { z } from "zod";
import type { FormDefinition, FormElement } from "./domain/form-definition.ts";
import {
  count,
  details,
  elementShape,
  key,
  optional,
  rule,
  status,
} from "./field-types/field-shape.ts";
import { fieldShapes } from "./field-types/field-types.ts";

/** Checks and types a definition that comes from the database. Throws when it is none: then the row was not written by us. */
export function parseFormDefinition(value: unknown): FormDefinition {
  return formDefinitionSchema.parse(value);
}

/** The same for what somebody else wrote: undefined when it is no definition. */
export function readFormDefinition(value: unknown): FormDefinition | undefined {
  return formDefinitionSchema.safeParse(value).data;
}

/** The model as JSON Schema (draft 2020-12), as it stands in `form-definition.schema.json`. */
export function formDefinitionJsonSchema(): string {
  const schema = z.toJSONSchema(formDefinitionSchema);
  return `${JSON.stringify({ title: "FormDefinition", ...schema }, null, 2)}\n`;
}

/** Any field, as its type describes it. */
export const fieldSchema = z.discriminatedUnion("dataType", fieldShapes());

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
  optionHelps: optional(z.record(z.string(), z.string())),
  example: optional(z.string()),
  unit: optional(z.string()),
  documents: optional(z.array(z.string())),
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
    details: optional(details),
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
