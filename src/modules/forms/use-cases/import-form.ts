import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { FormDefinition } from "../domain/form-definition.ts";
import type { ImportMessage } from "../import/import-message.ts";
import {
  readFormDocument,
  type FormDocumentRefusal,
  type FormDocuments,
} from "../import/read-form-document.ts";
import { readGenericode, type CodeList } from "../import/read-genericode.ts";
import type { SourceDocument } from "../import/source-document.ts";
import {
  findCodeLists,
  insertCodeList,
  listCodeLists,
} from "../store/code-list-store.ts";
import { saveFormVersion } from "../store/form-store.ts";
import { mayEditForms } from "./may-forms.ts";

export type ImportedForm = {
  readonly formVersionId: string;
  readonly definition: FormDefinition;
  /** What an editor should look at. */
  readonly warnings: readonly ImportMessage[];
};

export type ImportFormRefusal =
  | FormDocumentRefusal
  | { readonly kind: "not-permitted" };

/** What this installation has of the lists that a schema names. */
async function findNamedCodeLists(
  db: Db,
  schema: Uint8Array,
): Promise<readonly CodeList[]> {
  // Names of lists are plain characters, the same in every encoding but for the zeros of UTF-16.
  const text = Buffer.from(schema).toString("latin1").replaceAll("\0", "");
  const urns = (await listCodeLists(db))
    .map(({ urn }) => urn)
    .filter((urn) => text.includes(urn));
  const stored = await findCodeLists(db, [...new Set(urns)]);
  return stored.flatMap(({ urn, document }) => {
    const { codeList } = readGenericode({ name: urn, content: document });
    return codeList ? [codeList] : [];
  });
}

/** What was handed in and is used, so that the next form need not bring it. */
function listsToKeep(
  documents: readonly SourceDocument[],
  used: ReadonlySet<CodeList>,
) {
  return [...used].flatMap(({ document, canonicalUri: urn, version }) => {
    const found = documents.find(({ name }) => name === document);
    return found
      ? [{ urn, version, document: Buffer.from(found.content) }]
      : [];
  });
}

/**
 * Reads a form of a standard (XDatenfelder 2.0 or 3.0.0) and stores it as a new version for the whole installation. All or nothing:
 * with a single error nothing is written, and the refusal names everything that is wrong. Idempotent by content.
 * Code lists that were imported before need not be handed in again. For the system and staff with `forms.edit`.
 */
export async function importForm(
  context: Context,
  documents: FormDocuments,
): Promise<Result<ImportedForm, ImportFormRefusal>> {
  if (!mayEditForms(context)) return refuse({ kind: "not-permitted" });
  const knownCodeLists = await context.transaction((db) =>
    findNamedCodeLists(db, documents.schema.content),
  );
  const read = readFormDocument({ ...documents, knownCodeLists });
  if (!read.ok) return read;
  const { definition, usedCodeLists, warnings } = read.value;
  const lists = listsToKeep(documents.codeLists, usedCodeLists);
  const formVersionId = await context.transaction(async (db) => {
    for (const list of lists) await insertCodeList(db, list, context.now);
    return saveFormVersion(db, definition, context.now);
  });
  return ok({ formVersionId, definition, warnings });
}
