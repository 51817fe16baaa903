import type { Selectable } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { z } from "zod";
import {
  noticeKinds,
  noticePlaces,
  type Notice,
} from "../domain/notices/notice.ts";
import type { CatalogueTables } from "./tables.ts";

const kindSchema = z.enum(noticeKinds);
const placeSchema = z.enum(noticePlaces);

const mostNotices = 50;

/** All that are not over, also planned ones; what does not work first, then the newest. */
export async function listCurrentNotices(
  db: Db,
  tenantId: string,
  now: Date,
): Promise<Notice[]> {
  const rows = await noticesOf(db, tenantId)
    .where((expression) =>
      expression.or([
        expression("visible_until", "is", null),
        expression("visible_until", ">", now),
      ]),
    )
    .orderBy("kind", "desc")
    .orderBy("visible_from", "desc")
    .limit(mostNotices)
    .execute();
  return rows.map(noticeOf);
}

/** The last ones, the newest first. */
export async function listLatestNotices(
  db: Db,
  tenantId: string,
): Promise<Notice[]> {
  const rows = await noticesOf(db, tenantId)
    .orderBy("visible_from", "desc")
    .orderBy("id")
    .limit(mostNotices)
    .execute();
  return rows.map(noticeOf);
}

export async function findNotice(
  db: Db,
  tenantId: string,
  id: string,
): Promise<Notice | undefined> {
  const row = await noticesOf(db, tenantId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && noticeOf(row);
}

/** Writes a notice; one of the tenant with the same id is replaced. */
export async function saveNotice(
  db: Db,
  tenantId: string,
  notice: Notice,
): Promise<void> {
  const columns = {
    kind: notice.kind,
    title: notice.de.title,
    body: notice.de.body,
    title_en: notice.en?.title ?? null,
    body_en: notice.en?.body ?? null,
    shown_on: notice.place,
    in_communes: notice.isInCommunes,
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

function noticesOf(db: Db, tenantId: string) {
  return db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.notice")
    .selectAll()
    .where("tenant_id", "=", tenantId);
}

function noticeOf(
  row: Selectable<CatalogueTables["catalogue.notice"]>,
): Notice {
  return {
    id: row.id,
    kind: kindSchema.parse(row.kind),
    de: { title: row.title, body: row.body },
    en:
      row.title_en === null || row.body_en === null
        ? undefined
        : { title: row.title_en, body: row.body_en },
    place: placeSchema.parse(row.shown_on),
    isInCommunes: row.in_communes,
    visibleFrom: row.visible_from,
    visibleUntil: row.visible_until,
  };
}
