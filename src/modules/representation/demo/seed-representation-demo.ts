import type { Context } from "../../../platform/context/context.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import { newId } from "../../../platform/values/id.ts";
import { purposes } from "../domain/purposes.ts";
import type { Role } from "../domain/roles.ts";
import { insertMandate, listMandatesOf } from "../store/mandate-store.ts";
import { insertMembership } from "../store/membership-store.ts";
import { listOrganisationsOf } from "../store/organisation-store.ts";
import { createOrganisation } from "../use-cases/create-organisation.ts";
import { enqueueEnd } from "../use-cases/invitation.ts";
import { seal } from "../use-cases/sealed.ts";

/** Does not exist; named as in the guide. */
const rowingClub = {
  name: "Ruderverein Muster",
  legalForm: "eingetragener Verein",
  registerCourt: "Amtsgericht Schwerin",
  registerNumber: "VR 0000",
  street: "Eldeufer",
  houseNumber: "1",
  postcode: "19300",
  town: "Grabow",
};

export type RepresentationDemo = {
  readonly ownerId: string;
  readonly members: readonly {
    readonly accountId: string;
    readonly role: Role;
  }[];
  /** Lets the owner act for them in everything. */
  readonly grantorId: string;
  /** Context of the person with this account. */
  readonly contextOf: (accountId: string) => Context;
};

/** An organisation with members, and a mandate that was accepted. Twice changes nothing. */
export async function seedRepresentationDemo(
  demo: RepresentationDemo,
): Promise<void> {
  await addOrganisation(demo);
  await addMandate(demo);
}

async function addOrganisation({
  ownerId,
  members,
  contextOf,
}: RepresentationDemo): Promise<void> {
  const context = contextOf(ownerId);
  const { tenantId, now } = context;
  const owned = await context.transaction((db) =>
    listOrganisationsOf(db, tenantId, ownerId),
  );
  if (owned.length > 0) return;
  const created = await createOrganisation(context, rowingClub);
  if (!created.ok)
    throw new Error(`demo organisation: ${created.refusal.kind}`);
  const { organisationId } = created.value;
  await context.transaction(async (db) => {
    for (const member of members)
      await insertMembership(db, tenantId, {
        id: newId(),
        organisationId,
        now,
        ...member,
      });
  });
}

async function addMandate({
  ownerId,
  grantorId,
  contextOf,
}: RepresentationDemo): Promise<void> {
  const context = contextOf(grantorId);
  const { tenantId, now } = context;
  const id = newId();
  const validUntil = germanDay(new Date(now.getTime() + 365 * 86_400_000));
  const details = await seal(context, purposes.mandate(id), { scopeLabel: "" });
  await context.transaction(async (db) => {
    const given = await listMandatesOf(db, tenantId, grantorId);
    if (given.length > 0) return;
    await insertMandate(db, tenantId, {
      id,
      partyId: grantorId,
      basis: "power",
      grantorId,
      granteeId: ownerId,
      scope: { kind: "all" },
      details,
      validUntil,
      createdAt: now,
      acceptedAt: now,
    });
    await enqueueEnd(db, { id, validUntil });
  });
}
