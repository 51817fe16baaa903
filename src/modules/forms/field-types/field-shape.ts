import { z } from "zod";
import { accountSources, placeParts } from "../domain/form-definition.ts";

/** Parts of the schema that several kinds of elements share. `exactOptional`: absent, never undefined. */
export const optional = <T extends z.ZodType>(schema: T) =>
  z.exactOptional(schema);

export const key = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,110}$/)
  .meta({ id: "Key" });

export const status = z
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
export const count = z.int().min(0);
export const details = z.record(z.string(), z.string());

export const cardinality = z.strictObject({
  min: count,
  max: z.int().min(1).nullable(),
});

export const elementShape = {
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
  .enum(["today", "none", ...accountSources])
  .meta({ id: "PrefillSource" });

export const prefill = z.strictObject({ source: prefillSource });

export const placePart = z.enum(placeParts).meta({ id: "PlacePart" });

/** What every field has. */
export const fieldShape = {
  ...elementShape,
  kind: z.literal("field"),
  autocomplete: optional(z.string()),
  requiredWhen: optional(rule),
  computed: optional(rule),
  entry: optional(z.enum(["locked", "hidden"])),
  initialValue: optional(z.string()),
  prefill: optional(prefill),
  place: optional(placePart),
};

/** Lengths in Unicode code points. */
export const lengthShape = {
  minLength: optional(count),
  maxLength: optional(count),
};
