import type { Db } from "../../../platform/database/database.ts";
import type { LeistungContent } from "../domain/content/leistung-content.ts";
import { contentSchema } from "./content-schema.ts";
import { isShown } from "./leistung-row.ts";
import type { CatalogueTables } from "./tables.ts";

export type ShownContent = {
  readonly id: string;
  readonly title: string;
  readonly content: LeistungContent;
};

/** What everybody may see of a tenant's Leistungen, by id; `after` the last one of before. */
export async function listShownContents(
  db: Db,
  tenantId: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<ShownContent[]> {
  const rows = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.leistung as leistung")
    .select(["id", "title", "content"])
    .where("tenant_id", "=", tenantId)
    .where("id", ">", after)
    .where(isShown)
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(({ id, title, content }) => ({
    id,
    title,
    content: contentSchema.parse(content),
  }));
}

/** Pages of providers on the web. */
export async function listWebsites(
  db: Db,
  tenantId: string,
): Promise<{ slug: string; name: string; website: string }[]> {
  const rows = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.provider")
    .select(["slug", "name", "website"])
    .where("tenant_id", "=", tenantId)
    .where("website", "is not", null)
    .execute();
  return rows.flatMap(({ slug, name, website }) =>
    website === null ? [] : [{ slug, name, website }],
  );
}
