import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";

/** Something on a Vorgang that is meant for one member of staff. */
export type StaffNotice = {
  readonly vorgangId: string;
  readonly reference: string;
  readonly leistungTitle: string;
  readonly kind: "mentioned" | "opinion-given" | "withdrawn";
  readonly at: Date;
};

/** Tells these members of staff, for whom the Vorgang is unread from now on. */
export async function insertNotices(
  db: Db,
  tenantId: string,
  notice: {
    readonly staffIds: readonly string[];
    readonly subjectId: string;
    readonly vorgangId: string;
    readonly kind: StaffNotice["kind"];
    readonly at: Date;
  },
): Promise<void> {
  await sql`
    with unread as (
      delete from vorgaenge.read_mark
      where tenant_id = ${tenantId} and vorgang_id = ${notice.vorgangId} and staff_id = any(${[...notice.staffIds]}::uuid[])
    )
    insert into vorgaenge.staff_notice (tenant_id, staff_id, subject_id, vorgang_id, kind, at)
    select ${tenantId}, staff_id, ${notice.subjectId}, ${notice.vorgangId}, ${notice.kind}, ${notice.at}
    from unnest(${[...notice.staffIds]}::uuid[]) as staff_id
    on conflict do nothing
  `.execute(db);
}

/** What is new for a member of staff, the newest first, without what is another team's alone. */
export async function listNewNotices(
  db: Db,
  tenantId: string,
  {
    staffId,
    hiddenSlugs,
  }: {
    readonly staffId: string;
    readonly hiddenSlugs: readonly string[];
  },
): Promise<StaffNotice[]> {
  const { rows } = await sql<{
    vorgang_id: string;
    reference: string;
    leistung_title: string;
    kind: StaffNotice["kind"];
    at: Date;
  }>`
    select notice.vorgang_id, vorgang.reference, vorgang.leistung_title, notice.kind, max(notice.at) as at
    from vorgaenge.staff_notice notice
    join vorgaenge.vorgang on vorgang.tenant_id = ${tenantId} and vorgang.id = notice.vorgang_id
    where notice.tenant_id = ${tenantId} and notice.staff_id = ${staffId} and notice.seen_at is null
      and vorgang.leistung_slug <> all(${[...hiddenSlugs]}::text[])
    group by 1, 2, 3, 4 order by 5 desc limit 20
  `.execute(db);
  return rows.map((row) => ({
    vorgangId: row.vorgang_id,
    reference: row.reference,
    leistungTitle: row.leistung_title,
    kind: row.kind,
    at: row.at,
  }));
}

/** The member of staff has opened the Vorgang: nothing up to this event is new for them, and no notice on it. One statement. */
export async function saveOpened(
  db: Db,
  tenantId: string,
  seen: {
    readonly staffId: string;
    readonly vorgangId: string;
    readonly position: number;
    readonly at: Date;
  },
): Promise<void> {
  const { staffId, vorgangId, position, at } = seen;
  await sql`
    with noticed as (
      update vorgaenge.staff_notice set seen_at = ${at}
      where tenant_id = ${tenantId}::uuid and staff_id = ${staffId}::uuid and vorgang_id = ${vorgangId}::uuid and seen_at is null
    )
    insert into vorgaenge.read_mark (tenant_id, staff_id, vorgang_id, position)
    values (${tenantId}::uuid, ${staffId}::uuid, ${vorgangId}::uuid, ${position})
    on conflict (tenant_id, staff_id, vorgang_id) do update set position = excluded.position
  `.execute(db);
}
