import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import type { Locale } from "../i18n/texts.ts";

/** How an authority words a kind of mail in one language. */
export type Wording = {
  readonly kind: string;
  readonly locale: Locale;
  readonly subject: string;
  readonly body: string;
};

/** An authority's own words; of one kind, or all. */
export async function listWordings(
  db: Db,
  tenantId: string,
  kind?: string,
): Promise<readonly Wording[]> {
  const { rows } = await sql<Wording>`
    select kind, locale, subject, body from mail.wording
    where tenant_id = ${tenantId}::uuid and (${kind ?? null}::text is null or kind = ${kind ?? null})
    order by kind, locale
  `.execute(db);
  return rows;
}

export async function saveWording(
  db: Db,
  tenantId: string,
  {
    kind,
    locale,
    subject,
    body,
    by,
    at,
  }: Wording & { readonly by: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into mail.wording (tenant_id, kind, locale, subject, body, changed_at, changed_by)
    values (${tenantId}::uuid, ${kind}, ${locale}, ${subject}, ${body}, ${at}, ${by}::uuid)
    on conflict (tenant_id, kind, locale)
      do update set subject = excluded.subject, body = excluded.body, changed_at = excluded.changed_at, changed_by = excluded.changed_by
  `.execute(db);
}

/** Back to the words it comes with. */
export async function deleteWording(
  db: Db,
  tenantId: string,
  { kind, locale }: Pick<Wording, "kind" | "locale">,
): Promise<void> {
  await sql`
    delete from mail.wording where tenant_id = ${tenantId}::uuid and kind = ${kind} and locale = ${locale}
  `.execute(db);
}
