import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { FormDefinition } from "../domain/form-definition.ts";
import type { ImportMessage } from "../import/import-message.ts";
import {
  readFormDocument,
  type FormDocumentRefusal,
  type FormDocuments,
} from "../import/read-form-document.ts";
import { saveFormVersion } from "../store/form-store.ts";
import { mayEditForms } from "./may-forms.ts";

export type ImportedForm = {
  readonly formVersionId: string;
  readonly definition: FormDefinition;
  /** What an editor should look at. */
  readonly warnings: readonly ImportMessage[];
};

export type ImportFormRefusal =
  FormDocumentRefusal | { readonly kind: "not-permitted" };

/**
 * Reads a form of a standard (XDatenfelder 2.0 or 3.0.0) and stores it as a new version for the whole installation. All or nothing:
 * with a single error nothing is written, and the refusal names everything that is wrong. Idempotent by content.
 * For the system and staff with `forms.edit`.
 */
export async function importForm(
  context: Context,
  documents: FormDocuments,
): Promise<Result<ImportedForm, ImportFormRefusal>> {
  if (!mayEditForms(context)) return refuse({ kind: "not-permitted" });
  const read = readFormDocument(documents);
  if (!read.ok) return read;
  const { definition, warnings } = read.value;
  const formVersionId = await context.transaction((db) =>
    saveFormVersion(db, definition, context.now),
  );
  return ok({ formVersionId, definition, warnings });
}
