import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { ProvenLevel } from "../domain/assurance-level.ts";
import { noteUseBefore, openAfter, pendingAfter } from "../domain/session.ts";
import type { AccountsTables } from "./tables.ts";

export type NewSession = {
  readonly id: Buffer;
  readonly accountId: string;
  readonly portalTenantId: string;
  readonly stage: "code" | "full";
  readonly assuranceLevel: ProvenLevel;
  readonly provider: string;
  readonly device: string;
  /** Counts for the longest time. */
  readonly beganAt: Date;
  readonly now: Date;
};

export async function insertSession(
  db: Db,
  tenantId: string,
  session: NewSession,
): Promise<void> {
  await db
    .$extendTables<AccountsTables>()
    .insertInto("accounts.session")
    .values({
      tenant_id: tenantId,
      id: session.id,
      account_id: session.accountId,
      portal_tenant_id: session.portalTenantId,
      stage: session.stage,
      assurance_level: session.assuranceLevel,
      provider: session.provider,
      device: session.device,
      created_at: session.beganAt,
      last_seen_at: session.now,
    })
    .execute();
}

export type FoundSession = {
  account_id: string;
  display_name: Buffer;
  assurance_level: ProvenLevel;
  provider: string;
  party_id: string | null;
  party_kind: "organisation" | "person" | null;
  party_name: Buffer | null;
  party_may: "prepare" | "sign" | null;
  created_at: Date;
  last_seen_at: Date;
};

/** Whose session it is, in one statement that also notes the use when the last note is old. What has ended by its level is not told. */
export async function findSession(
  db: Db,
  tenantId: string,
  {
    id,
    portalTenantId,
    now,
  }: {
    readonly id: Buffer;
    readonly portalTenantId: string;
    readonly now: Date;
  },
): Promise<FoundSession | undefined> {
  const found = await sql<FoundSession>`
    with found as (
      select session.id, session.account_id, account.display_name, session.assurance_level, session.provider,
        session.party_id, session.party_kind, session.party_name, session.party_may,
        session.created_at, session.last_seen_at,
        session.last_seen_at > ${now}::timestamptz - case session.assurance_level
          when 'low' then interval '60 minutes' when 'substantial' then interval '30 minutes' else interval '5 minutes' end
        and session.created_at > ${now}::timestamptz - case session.assurance_level
          when 'low' then interval '12 hours' when 'substantial' then interval '2 hours' else interval '30 minutes' end as is_open
      from accounts.session
      join accounts.account on account.tenant_id = session.tenant_id and account.id = session.account_id
      where session.tenant_id = ${tenantId}::uuid
        and session.id = ${id}
        and session.portal_tenant_id = ${portalTenantId}::uuid
        and session.stage = 'full'
        and session.created_at > ${openAfter(now)}
    ), noted as (
      update accounts.session set last_seen_at = ${now}
      from found
      where session.tenant_id = ${tenantId}::uuid
        and session.id = found.id
        and found.is_open
        and found.last_seen_at < ${noteUseBefore(now)}
    )
    select account_id, display_name, assurance_level, provider, party_id, party_kind, party_name, party_may, created_at, last_seen_at
    from found where is_open
  `.execute(db);
  return found.rows[0];
}

export type PendingSession = {
  id: Buffer;
  account_id: string;
  device: string;
};

/** A sign-in on this portal that waits for its code, for some minutes. */
export function findPendingSession(
  db: Db,
  tenantId: string,
  {
    id,
    portalTenantId,
    now,
  }: {
    readonly id: Buffer;
    readonly portalTenantId: string;
    readonly now: Date;
  },
): Promise<PendingSession | undefined> {
  return db
    .$extendTables<AccountsTables>()
    .selectFrom("accounts.session")
    .select(["id", "account_id", "device"])
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .where("portal_tenant_id", "=", portalTenantId)
    .where("stage", "=", "code")
    .where("created_at", ">", pendingAfter(now))
    .executeTakeFirst();
}

/** Ends one session; whose it was, or undefined when there was none. */
export async function deleteSession(
  db: Db,
  tenantId: string,
  id: Buffer,
): Promise<string | undefined> {
  const deleted = await db
    .$extendTables<AccountsTables>()
    .deleteFrom("accounts.session")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .returning("account_id")
    .executeTakeFirst();
  return deleted?.account_id;
}

/** Ends every session of an account but one, on all portals and also half-done ones. */
export async function deleteOtherSessions(
  db: Db,
  tenantId: string,
  { accountId, keep }: { readonly accountId: string; readonly keep?: Buffer },
): Promise<void> {
  const all = db
    .$extendTables<AccountsTables>()
    .deleteFrom("accounts.session")
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId);
  await (keep ? all.where("id", "!=", keep) : all).execute();
}

export type StoredParty = {
  readonly id: string;
  readonly kind: "organisation" | "person";
  /** Encrypted. */
  readonly name: Buffer;
  readonly may: "prepare" | "sign";
};

/** Sets whom a session acts for; undefined: nobody but its owner. */
export async function updateParty(
  db: Db,
  tenantId: string,
  {
    sessionId,
    accountId,
    party,
  }: {
    readonly sessionId: Buffer;
    readonly accountId: string;
    readonly party: StoredParty | undefined;
  },
): Promise<void> {
  await db
    .$extendTables<AccountsTables>()
    .updateTable("accounts.session")
    .set({
      party_id: party?.id ?? null,
      party_kind: party?.kind ?? null,
      party_name: party?.name ?? null,
      party_may: party?.may ?? null,
    })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", sessionId)
    .where("account_id", "=", accountId)
    .execute();
}

/** A session that replaces another acts for whom that one acted. */
export async function moveParty(
  db: Db,
  tenantId: string,
  { from, to }: { readonly from: Buffer; readonly to: Buffer },
): Promise<void> {
  await sql`
    update accounts.session as new set
      party_id = old.party_id, party_kind = old.party_kind, party_name = old.party_name, party_may = old.party_may
    from accounts.session as old
    where new.tenant_id = ${tenantId}::uuid and new.id = ${to}
      and old.tenant_id = ${tenantId}::uuid and old.id = ${from} and old.account_id = new.account_id
  `.execute(db);
}

/** Sessions that act for a party act for nobody any more: all, or those of one account. */
export async function clearParty(
  db: Db,
  tenantId: string,
  {
    partyId,
    accountId,
  }: { readonly partyId: string; readonly accountId?: string },
): Promise<void> {
  const all = db
    .$extendTables<AccountsTables>()
    .updateTable("accounts.session")
    .set({
      party_id: null,
      party_kind: null,
      party_name: null,
      party_may: null,
    })
    .where("tenant_id", "=", tenantId)
    .where("party_id", "=", partyId);
  await (
    accountId === undefined ? all : all.where("account_id", "=", accountId)
  ).execute();
}

export type OpenSessionRow = {
  id: Buffer;
  portal_tenant_id: string;
  device: string;
  created_at: Date;
  last_seen_at: Date;
};

/** Where somebody is signed in, the latest used first; those that ended by their level are not left out here. */
export function listSessions(
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<OpenSessionRow[]> {
  return db
    .$extendTables<AccountsTables>()
    .selectFrom("accounts.session")
    .select(["id", "portal_tenant_id", "device", "created_at", "last_seen_at"])
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .where("stage", "=", "full")
    .orderBy("last_seen_at", "desc")
    .execute();
}

/** Ends one session of this account; false when there is none. */
export async function deleteOwnSession(
  db: Db,
  tenantId: string,
  { accountId, id }: { readonly accountId: string; readonly id: Buffer },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .$extendTables<AccountsTables>()
    .deleteFrom("accounts.session")
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .where("id", "=", id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
