import type { Context } from "../../../platform/context/context.ts";
import { refuse, type Result } from "../../../platform/result/result.ts";
import {
  exportXdf3,
  type ExportedForm,
  type ExportRefusal,
} from "../export/export-xdf3.ts";
import { findPublishedForm } from "./find-form.ts";

export type ExportFormRefusal = { readonly kind: "not-found" } | ExportRefusal;

/**
 * The form that a portal has published under a key, overlays included, as XDatenfelder 3.0.0 with its code lists. Forms are public, so
 * anybody may. Changes nothing.
 */
export async function exportForm(
  context: Context,
  formKey: string,
): Promise<Result<ExportedForm, ExportFormRefusal>> {
  const form = await context.transaction((db) =>
    findPublishedForm(context, db, formKey),
  );
  return form
    ? exportXdf3(form.definition, context.now)
    : refuse({ kind: "not-found" });
}
