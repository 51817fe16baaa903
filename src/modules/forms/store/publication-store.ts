import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import {
  fixedStatement,
  type ValueOf,
} from "../../../platform/database/fixed-statement.ts";
import type { FormsTables } from "./tables.ts";

/** Which version an authority's applicants fill in. */
export type Publication = {
  readonly tenantId: string;
  readonly formKey: string;
  readonly formVersionId: string;
  /** The version as it was imported: `formVersionId` itself where nothing refines it. */
  readonly baseVersionId: string;
  /** The tenant's own overlay in it. */
  readonly overlayVersion: number | undefined;
  readonly publishedAt: Date;
  /** Drafts of earlier versions must move to this one before they can be sent. */
  readonly replacesDrafts: boolean;
};

/** Idempotent by tenant and form key: a later publication replaces the earlier one. */
export async function savePublication(
  db: Db,
  publication: Publication & { readonly publishedBy: string },
): Promise<void> {
  const change = {
    form_version_id: publication.formVersionId,
    base_version_id: publication.baseVersionId,
    overlay_version: publication.overlayVersion ?? null,
    published_at: publication.publishedAt,
    published_by: publication.publishedBy,
    replaces_drafts: publication.replacesDrafts,
  };
  await db
    .$extendTables<FormsTables>()
    .insertInto("forms.publication")
    .values({
      tenant_id: publication.tenantId,
      form_key: publication.formKey,
      ...change,
    })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "form_key"]).doUpdateSet(change),
    )
    .execute();
}

/** False when the tenant had published nothing under this key. */
export async function deletePublication(
  db: Db,
  { tenantId, formKey }: Pick<Publication, "tenantId" | "formKey">,
): Promise<boolean> {
  const deleted = await db
    .$extendTables<FormsTables>()
    .deleteFrom("forms.publication")
    .where("tenant_id", "=", tenantId)
    .where("form_key", "=", formKey)
    .returning("form_key")
    .executeTakeFirst();
  return deleted !== undefined;
}

/** The version that the tenant or else the nearest authority above it has published. */
export async function findPublishedVersion(
  db: Db,
  tenantId: string,
  formKey: string,
): Promise<Pick<Publication, "formVersionId" | "replacesDrafts"> | undefined> {
  const [row] = await publishedVersion(db, { tenantId, formKey });
  return (
    row && {
      formVersionId: row.form_version_id,
      replacesDrafts: row.replaces_drafts,
    }
  );
}

type NamedForm = { readonly tenantId: string; readonly formKey: string };

const publishedVersion = fixedStatement((db, value: ValueOf<NamedForm>) =>
  db
    .$extendTables<FormsTables>()
    .selectFrom("forms.publication")
    .innerJoin(
      sql<{
        authority_id: string;
        distance: number;
      }>`tenants.line_above(${value("tenantId")})`.as("line"),
      "line.authority_id",
      "forms.publication.tenant_id",
    )
    .select(["form_version_id", "replaces_drafts"])
    .where("form_key", "=", value("formKey"))
    .orderBy("line.distance")
    .limit(1),
);

/** Publications of these authorities; of one form where a key is given. */
export async function listPublications(
  db: Db,
  tenantIds: readonly string[],
  formKey?: string,
): Promise<readonly Publication[]> {
  const rows = await db
    .$extendTables<FormsTables>()
    .selectFrom("forms.publication")
    .select([
      "tenant_id",
      "form_key",
      "form_version_id",
      "base_version_id",
      "overlay_version",
      "published_at",
      "replaces_drafts",
    ])
    // One value, however many there are below an installation.
    .where("tenant_id", "=", sql<string>`any(${[...tenantIds]}::uuid[])`)
    .$if(formKey !== undefined, (query) =>
      query.where("form_key", "=", formKey ?? ""),
    )
    .execute();
  return rows.map((row) => ({
    tenantId: row.tenant_id,
    formKey: row.form_key,
    formVersionId: row.form_version_id,
    baseVersionId: row.base_version_id ?? row.form_version_id,
    overlayVersion: row.overlay_version ?? undefined,
    publishedAt: row.published_at,
    replacesDrafts: row.replaces_drafts,
  }));
}
