import type { Db } from "../../../platform/database/database.ts";
import type { Role } from "../domain/roles.ts";
import type { RepresentationTables } from "./tables.ts";

export type NewInvitation = {
  readonly id: string;
  readonly tokenHash: Buffer;
  /** To join an organisation, or to accept a mandate. */
  readonly to:
    | { readonly organisationId: string; readonly role: Role }
    | { readonly mandateId: string };
  /** Encrypted. */
  readonly email: Buffer;
  readonly invitedBy: string;
  readonly now: Date;
  readonly expiresAt: Date;
};

export async function insertInvitation(
  db: Db,
  tenantId: string,
  { to, ...invitation }: NewInvitation,
): Promise<void> {
  await tables(db)
    .insertInto("representation.invitation")
    .values({
      tenant_id: tenantId,
      id: invitation.id,
      token_hash: invitation.tokenHash,
      organisation_id: "organisationId" in to ? to.organisationId : null,
      role: "organisationId" in to ? to.role : null,
      mandate_id: "mandateId" in to ? to.mandateId : null,
      email: invitation.email,
      invited_by: invitation.invitedBy,
      created_at: invitation.now,
      expires_at: invitation.expiresAt,
    })
    .execute();
}

/** How many invitations an account has sent since. */
export async function countInvitationsSince(
  db: Db,
  tenantId: string,
  { accountId, since }: { readonly accountId: string; readonly since: Date },
): Promise<number> {
  const { count } = await tables(db)
    .selectFrom("representation.invitation")
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .where("tenant_id", "=", tenantId)
    .where("invited_by", "=", accountId)
    .where("created_at", ">", since)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** An invitation that can still be accepted. */
export async function findOpenInvitation(
  db: Db,
  tenantId: string,
  { tokenHash, now }: { readonly tokenHash: Buffer; readonly now: Date },
) {
  return selectOpen(db, tenantId, now)
    .where("token_hash", "=", tokenHash)
    .executeTakeFirst();
}

/** False when somebody else was faster: a link counts once. */
export async function useInvitation(
  db: Db,
  tenantId: string,
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<boolean> {
  const used = await tables(db)
    .updateTable("representation.invitation")
    .set({ used_at: now })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .returning("id")
    .executeTakeFirst();
  return used !== undefined;
}

/** Of an organisation, that can still be accepted; oldest first. */
export async function listOpenInvitations(
  db: Db,
  tenantId: string,
  {
    organisationId,
    now,
  }: { readonly organisationId: string; readonly now: Date },
) {
  return selectOpen(db, tenantId, now)
    .where("organisation_id", "=", organisationId)
    .orderBy("created_at")
    .execute();
}

export async function findInvitation(
  db: Db,
  tenantId: string,
  invitationId: string,
) {
  return tables(db)
    .selectFrom("representation.invitation")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("id", "=", invitationId)
    .executeTakeFirst();
}

/** The link is worth nothing any more. It still counts for the limit: ending one must not allow another mail. */
export async function expireInvitation(
  db: Db,
  tenantId: string,
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<void> {
  await tables(db)
    .updateTable("representation.invitation")
    .set({ expires_at: now })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .execute();
}

/** Those that an account sent for an organisation and nobody accepted yet: worth nothing any more. */
export async function expireInvitationsBy(
  db: Db,
  tenantId: string,
  {
    organisationId,
    accountId,
    now,
  }: {
    readonly organisationId: string;
    readonly accountId: string;
    readonly now: Date;
  },
): Promise<void> {
  await tables(db)
    .updateTable("representation.invitation")
    .set({ expires_at: now })
    .where("tenant_id", "=", tenantId)
    .where("invited_by", "=", accountId)
    .where("organisation_id", "=", organisationId)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .execute();
}

/** Addresses of people who never came are not kept. */
export async function deleteExpiredInvitations(
  db: Db,
  tenantId: string,
  before: Date,
): Promise<void> {
  await tables(db)
    .deleteFrom("representation.invitation")
    .where("tenant_id", "=", tenantId)
    .where("expires_at", "<", before)
    .execute();
}

function selectOpen(db: Db, tenantId: string, now: Date) {
  return tables(db)
    .selectFrom("representation.invitation")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("used_at", "is", null)
    .where("expires_at", ">", now);
}

function tables(db: Db) {
  return db.$extendTables<RepresentationTables>();
}
