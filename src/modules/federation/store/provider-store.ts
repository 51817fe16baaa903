import { sql, type Selectable } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { FederationTables } from "./tables.ts";

export type StoredProvider = Selectable<
  FederationTables["federation.identity_provider"]
>;

export type NewProvider = {
  readonly key: string;
  readonly kind: StoredProvider["kind"];
  readonly name: { readonly de: string; readonly en: string };
  readonly description: { readonly de: string; readonly en: string };
  readonly configuration: unknown;
  /** Encrypted. */
  readonly secrets: Buffer;
  readonly assuranceLevel: StoredProvider["assurance_level"];
  readonly portalTenantId: string | undefined;
  readonly isEnabled: boolean;
  /** Leaves a provider alone that has the key already. */
  readonly isNew?: boolean;
  readonly now: Date;
};

/** Writes a provider or changes the one with this key; false where that one is of another kind, whose identities are others, or is not to be changed. */
export async function saveProvider(
  db: Db,
  tenantId: string,
  provider: NewProvider,
): Promise<boolean> {
  const { name, description } = provider;
  const { rows } = await sql`
    insert into federation.identity_provider (
      tenant_id, key, kind, name_de, name_en, description_de, description_en, configuration, secrets, assurance_level,
      portal_tenant_id, enabled, created_at, updated_at
    ) values (
      ${tenantId}::uuid, ${provider.key}, ${provider.kind}, ${name.de}, ${name.en}, ${description.de}, ${description.en},
      ${JSON.stringify(provider.configuration)}::jsonb, ${provider.secrets}, ${provider.assuranceLevel},
      ${provider.portalTenantId ?? null}::uuid, ${provider.isEnabled}, ${provider.now}, ${provider.now}
    )
    on conflict (tenant_id, key) do update set
      name_de = excluded.name_de, name_en = excluded.name_en, description_de = excluded.description_de,
      description_en = excluded.description_en, configuration = excluded.configuration, secrets = excluded.secrets,
      assurance_level = excluded.assurance_level, portal_tenant_id = excluded.portal_tenant_id, enabled = excluded.enabled,
      updated_at = excluded.updated_at
    where identity_provider.kind = excluded.kind and not ${provider.isNew === true}
    returning key
  `.execute(db);
  return rows.length > 0;
}

export async function listProviders(
  db: Db,
  tenantId: string,
): Promise<StoredProvider[]> {
  return db
    .$extendTables<FederationTables>()
    .selectFrom("federation.identity_provider")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .orderBy("created_at")
    .orderBy("key")
    .execute();
}

export async function findProvider(
  db: Db,
  tenantId: string,
  key: string,
): Promise<StoredProvider | undefined> {
  return db
    .$extendTables<FederationTables>()
    .selectFrom("federation.identity_provider")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("key", "=", key)
    .executeTakeFirst();
}

/** Offers a provider again or no more; false when there is none. */
export async function setProviderEnabled(
  db: Db,
  tenantId: string,
  change: {
    readonly key: string;
    readonly enabled: boolean;
    readonly now: Date;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .$extendTables<FederationTables>()
    .updateTable("federation.identity_provider")
    .set({ enabled: change.enabled, updated_at: change.now })
    .where("tenant_id", "=", tenantId)
    .where("key", "=", change.key)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
