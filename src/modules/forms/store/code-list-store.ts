import type { Db } from "../../../platform/database/database.ts";
import type { FormsTables } from "./tables.ts";

/** Which version of which list. */
export type CodeListName = { readonly urn: string; readonly version: string };

export type StoredCodeList = CodeListName & {
  /** As it was published, in genericode. */
  readonly document: Buffer;
};

/** Keeps a version of a list; one that is there already stays as it is. */
export async function insertCodeList(
  db: Db,
  { urn, version, document }: StoredCodeList,
  now: Date,
): Promise<void> {
  await db
    .$extendTables<FormsTables>()
    .insertInto("forms.code_list")
    .values({ urn, version, document, imported_at: now })
    .onConflict((conflict) => conflict.columns(["urn", "version"]).doNothing())
    .execute();
}

/** All versions of all lists that there are, without their content. */
export async function listCodeLists(db: Db): Promise<readonly CodeListName[]> {
  return db
    .$extendTables<FormsTables>()
    .selectFrom("forms.code_list")
    .select(["urn", "version"])
    .orderBy("urn")
    .orderBy("version")
    .execute();
}

/** All versions of these lists. */
export async function findCodeLists(
  db: Db,
  urns: readonly string[],
): Promise<readonly StoredCodeList[]> {
  if (urns.length === 0) return [];
  return db
    .$extendTables<FormsTables>()
    .selectFrom("forms.code_list")
    .select(["urn", "version", "document"])
    .where("urn", "in", [...urns])
    .orderBy("urn")
    .orderBy("version")
    .execute();
}
