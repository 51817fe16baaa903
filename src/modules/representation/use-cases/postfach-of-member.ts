import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { isLapsed } from "../domain/membership.ts";
import { purposes } from "../domain/purposes.ts";
import { findMember, savePostfachHandle } from "../store/membership-store.ts";
import { findOrganisation } from "../store/organisation-store.ts";

type Membership = {
  readonly organisationId: string;
  readonly accountId: string;
};

/** Keeps the Postfach that a member has at the Organisationskonto for this organisation. */
export async function keepPostfachOfMember(
  { tenantId, cipher }: Context,
  db: Db,
  { handle, ...membership }: Membership & { readonly handle: string },
): Promise<void> {
  const member = await findMember(db, tenantId, membership);
  if (!member) return;
  await savePostfachHandle(db, tenantId, {
    membershipId: member.id,
    handle: await cipher.encrypt(
      Buffer.from(handle),
      purposes.postfach(member.id),
    ),
  });
}

/**
 * Where somebody has a Postfach for an organisation, as its Organisationskonto said when they last came with it; undefined for who never did,
 * and once their membership has to be confirmed anew.
 */
export async function findPostfachOfMember(
  context: Context,
  membership: Membership,
): Promise<{ readonly provider: string; readonly handle: string } | undefined> {
  const { tenantId, now, cipher } = context;
  const [member, organisation] = await context.read((db) =>
    Promise.all([
      findMember(db, tenantId, membership),
      findOrganisation(db, tenantId, membership.organisationId),
    ]),
  );
  if (!member?.postfach_handle || !organisation) return undefined;
  if (isLapsed(member.confirmed_at, now)) return undefined;
  const handle = await cipher.decrypt(
    member.postfach_handle,
    purposes.postfach(member.id),
  );
  return { provider: organisation.source, handle: handle.toString("utf8") };
}
