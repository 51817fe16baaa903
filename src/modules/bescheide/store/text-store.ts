import type { Db } from "../../../platform/database/database.ts";
import type { Text } from "../domain/text.ts";
import type { BescheideTables } from "./tables.ts";

/** Texts in use, in their newest version, by name. */
export async function listTexts(
  db: Db,
  tenantId: string,
): Promise<readonly Omit<Text, "isBase">[]> {
  const rows = await selectTexts(db, tenantId)
    .where("text.archived_at", "is", null)
    .orderBy("text.kind")
    .orderBy("text.name")
    .execute();
  return rows.map(textOf);
}

export async function findTextForUpdate(
  db: Db,
  tenantId: string,
  id: string,
): Promise<Omit<Text, "isBase"> | undefined> {
  const row = await selectTexts(db, tenantId)
    .where("text.id", "=", id)
    .where("text.archived_at", "is", null)
    .forNoKeyUpdate("text")
    .executeTakeFirst();
  return row && textOf(row);
}

/** Writes the head of a text, new or again, and one more version. */
export async function saveText(
  db: Db,
  tenantId: string,
  {
    text,
    at,
    actorId,
  }: { text: Omit<Text, "isBase">; at: Date; actorId: string },
): Promise<void> {
  const head = {
    kind: text.kind,
    name: text.name,
    leistung_slug: text.leistungSlug ?? null,
    base_id: text.baseId ?? null,
    version: text.version,
  };
  await db
    .$extendTables<BescheideTables>()
    .insertInto("bescheide.text")
    .values({ tenant_id: tenantId, id: text.id, ...head })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "id"]).doUpdateSet(head),
    )
    .execute();
  await db
    .$extendTables<BescheideTables>()
    .insertInto("bescheide.text_version")
    .values({
      tenant_id: tenantId,
      text_id: text.id,
      version: text.version,
      subject: text.subject,
      body: text.body,
      at,
      actor_id: actorId,
    })
    .execute();
}

/** Takes a text out of use; Bescheide that were made of it keep it. */
export async function archiveText(
  db: Db,
  tenantId: string,
  { id, at }: { readonly id: string; readonly at: Date },
): Promise<void> {
  await db
    .$extendTables<BescheideTables>()
    .updateTable("bescheide.text")
    .set({ archived_at: at })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .execute();
}

function selectTexts(db: Db, tenantId: string) {
  return db
    .$extendTables<BescheideTables>()
    .selectFrom("bescheide.text as text")
    .innerJoin("bescheide.text_version as newest", (join) =>
      join
        .onRef("newest.tenant_id", "=", "text.tenant_id")
        .onRef("newest.text_id", "=", "text.id")
        .onRef("newest.version", "=", "text.version"),
    )
    .select([
      "text.id",
      "text.kind",
      "text.name",
      "text.leistung_slug",
      "text.base_id",
      "text.version",
      "newest.subject",
      "newest.body",
    ])
    .where("text.tenant_id", "=", tenantId);
}

type TextRow = {
  readonly id: string;
  readonly kind: Text["kind"];
  readonly name: string;
  readonly leistung_slug: string | null;
  readonly base_id: string | null;
  readonly version: number;
  readonly subject: string;
  readonly body: string;
};

function textOf({
  leistung_slug,
  base_id,
  ...row
}: TextRow): Omit<Text, "isBase"> {
  return {
    ...row,
    leistungSlug: leistung_slug ?? undefined,
    baseId: base_id ?? undefined,
  };
}
