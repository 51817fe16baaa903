import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { toJsonSchema } from "../domain/to-json-schema.ts";
import {
  exportXdf3,
  type ExportedForm,
  type ExportRefusal,
} from "../export/export-xdf3.ts";
import { toXmlSchema } from "../export/to-xml-schema.ts";
import { findPublishedForm } from "./find-form.ts";

export type ExportFormRefusal = { readonly kind: "not-found" } | ExportRefusal;

export type PublishedFormFiles = ExportedForm & {
  /** What answers look like as JSON, for receivers; as a JSON Schema in text. */
  readonly jsonSchema: string;
  /** The same as XML. */
  readonly xmlSchema: string;
};

/**
 * The form that a portal has published under a key, overlays included, as XDatenfelder 3.0.0 with its code lists and with JSON Schema and XML
 * Schema of its answers. Forms are public, so anybody may. Changes nothing.
 */
export async function exportForm(
  context: Context,
  formKey: string,
): Promise<Result<PublishedFormFiles, ExportFormRefusal>> {
  const form = await findPublishedForm(context, formKey);
  if (!form) return refuse({ kind: "not-found" });
  const exported = exportXdf3(form.definition, context.now);
  if (!exported.ok) return exported;
  const jsonSchema = JSON.stringify(toJsonSchema(form.definition), null, 2);
  const xmlSchema = toXmlSchema(form.definition);
  return ok({ ...exported.value, jsonSchema, xmlSchema });
}
