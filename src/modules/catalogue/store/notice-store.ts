import type { Db } from "../../../platform/database/database.ts";
import { z } from "zod";
import type { Notice } from "../domain/notice.ts";
import type { CatalogueTables } from "./tables.ts";

const kindSchema = z.enum(["info", "warning"]);

/** Notices that are to be seen at a moment, newest first. */
export async function listNotices(
  db: Db,
  tenantId: string,
  now: Date,
): Promise<Notice[]> {
  const rows = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.notice")
    .select(["id", "kind", "title", "body"])
    .where("tenant_id", "=", tenantId)
    .where("visible_from", "<=", now)
    .where((expression) =>
      expression.or([
        expression("visible_until", "is", null),
        expression("visible_until", ">", now),
      ]),
    )
    .orderBy("visible_from", "desc")
    .limit(5)
    .execute();
  return rows.map((row) => ({ ...row, kind: kindSchema.parse(row.kind) }));
}

/** Writes a notice; one of the tenant with the same id is replaced. */
export async function saveNotice(
  db: Db,
  tenantId: string,
  notice: Notice & {
    readonly visibleFrom: Date;
    readonly visibleUntil: Date | null;
  },
): Promise<void> {
  const columns = {
    kind: notice.kind,
    title: notice.title,
    body: notice.body,
    visible_from: notice.visibleFrom,
    visible_until: notice.visibleUntil,
  };
  await db
    .$extendTables<CatalogueTables>()
    .insertInto("catalogue.notice")
    .values({ tenant_id: tenantId, id: notice.id, ...columns })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "id"]).doUpdateSet(columns),
    )
    .execute();
}
