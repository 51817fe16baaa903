import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type {
  ArchiveAnswer,
  ArchiveOffer,
  Circumstances,
} from "../domain/standing.ts";
import { listHolds } from "./hold-store.ts";
import type { RetentionTables } from "./tables.ts";

/** What is kept here of these Vorgänge besides their terms, by id. */
export async function listOwnCircumstances(
  db: Db,
  tenantId: string,
  vorgangIds: readonly string[],
): Promise<(vorgangId: string) => Omit<Circumstances, "isUnderway">> {
  const holds = await listHolds(db, tenantId, vorgangIds);
  const announced = await listAnnouncements(db, tenantId, vorgangIds);
  const offers = await listOffers(db, tenantId, vorgangIds);
  return (vorgangId) => ({
    holds: holds.filter((hold) => hold.vorgangId === vorgangId),
    announcedAt: announced.get(vorgangId),
    offer: offers.get(vorgangId),
  });
}

async function listAnnouncements(
  db: Db,
  tenantId: string,
  vorgangIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const rows = await db
    .$extendTables<RetentionTables>()
    .selectFrom("retention.announcement")
    .select(["vorgang_id", "announced_at"])
    .where("tenant_id", "=", tenantId)
    .where("vorgang_id", "=", sql<string>`any(${[...vorgangIds]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.vorgang_id, row.announced_at]));
}

async function listOffers(
  db: Db,
  tenantId: string,
  vorgangIds: readonly string[],
): Promise<ReadonlyMap<string, ArchiveOffer>> {
  const rows = await db
    .$extendTables<RetentionTables>()
    .selectFrom("retention.archive_offer")
    .select(["vorgang_id", "offered_at", "answer"])
    .where("tenant_id", "=", tenantId)
    .where("vorgang_id", "=", sql<string>`any(${[...vorgangIds]}::uuid[])`)
    .execute();
  return new Map(
    rows.map((row) => [
      row.vorgang_id,
      { offeredAt: row.offered_at, answer: row.answer ?? undefined },
    ]),
  );
}

/** Notes that office and applicant were told. */
export async function saveAnnouncement(
  db: Db,
  tenantId: string,
  { vorgangId, at }: { readonly vorgangId: string; readonly at: Date },
): Promise<void> {
  await db
    .$extendTables<RetentionTables>()
    .insertInto("retention.announcement")
    .values({ tenant_id: tenantId, vorgang_id: vorgangId, announced_at: at })
    .onConflict((conflict) =>
      conflict
        .columns(["tenant_id", "vorgang_id"])
        .doUpdateSet({ announced_at: at }),
    )
    .execute();
}

type OfferChange = {
  readonly vorgangId: string;
  readonly by: string;
  readonly at: Date;
};

/** False where it was offered already. */
export async function insertOffer(
  db: Db,
  tenantId: string,
  { vorgangId, by, at }: OfferChange,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .$extendTables<RetentionTables>()
    .insertInto("retention.archive_offer")
    .values({
      tenant_id: tenantId,
      vorgang_id: vorgangId,
      offered_by: by,
      offered_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** False where nothing was offered, or the same was answered before. */
export async function saveArchiveAnswer(
  db: Db,
  tenantId: string,
  {
    vorgangId,
    by,
    at,
    answer,
  }: OfferChange & { readonly answer: ArchiveAnswer },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .$extendTables<RetentionTables>()
    .updateTable("retention.archive_offer")
    .set({ answer, answered_by: by, answered_at: at })
    .where("tenant_id", "=", tenantId)
    .where("vorgang_id", "=", vorgangId)
    .where(sql<boolean>`answer is distinct from ${answer}`)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
