import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { ImportMessage } from "../import/import-message.ts";
import { readGenericode } from "../import/read-genericode.ts";
import type { SourceDocument } from "../import/source-document.ts";
import {
  findCodeLists,
  insertCodeList,
  type CodeListName,
} from "../store/code-list-store.ts";
import { mayEditForms } from "./may-forms.ts";

export type ImportCodeListsRefusal =
  | { readonly kind: "not-permitted" }
  | {
      readonly kind: "lists-invalid";
      readonly messages: readonly ImportMessage[];
    }
  /** Published versions never change: this one is known with other codes. */
  | { readonly kind: "version-changed"; readonly list: CodeListName };

/**
 * Stores code lists in genericode, each version once for the whole installation. All or nothing; the same list again changes nothing.
 * For the system and staff with `forms.edit`.
 */
export async function importCodeLists(
  context: Context,
  documents: readonly SourceDocument[],
): Promise<Result<readonly CodeListName[], ImportCodeListsRefusal>> {
  if (!mayEditForms(context)) return refuse({ kind: "not-permitted" });
  const readings = documents.map((document) => ({
    document,
    ...readGenericode(document),
  }));
  const messages = readings
    .flatMap((reading) => reading.messages)
    .filter(({ severity }) => severity === "error");
  if (messages.length > 0) return refuse({ kind: "lists-invalid", messages });
  const lists = readings.flatMap(({ document, codeList }) =>
    codeList
      ? [
          {
            urn: codeList.canonicalUri,
            version: codeList.version,
            document: Buffer.from(document.content),
          },
        ]
      : [],
  );
  return context.transaction(async (db) => {
    const known = await findCodeLists(
      db,
      lists.map(({ urn }) => urn),
    );
    const changed = lists.find((list) =>
      known.some(
        (each) =>
          each.urn === list.urn &&
          each.version === list.version &&
          !each.document.equals(list.document),
      ),
    );
    if (changed)
      return refuse({ kind: "version-changed" as const, list: changed });
    for (const list of lists) await insertCodeList(db, list, context.now);
    return ok(lists.map(({ urn, version }) => ({ urn, version })));
  });
}
