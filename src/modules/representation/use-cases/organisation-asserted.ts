import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/values/id.ts";
import { reaches, type Party, type ProvenLevel } from "../../accounts/index.ts";
import { recordAudit } from "../../audit/index.ts";
import { tidyDetails, type OrganisationField } from "../domain/organisation.ts";
import { purposes } from "../domain/purposes.ts";
import { mayOf } from "../domain/roles.ts";
import { findRole, insertMembership } from "../store/membership-store.ts";
import {
  findAssertedForUpdate,
  insertOrganisation,
  saveDetails,
} from "../store/organisation-store.ts";
import { keepPostfachOfMember } from "./postfach-of-member.ts";
import { seal } from "./sealed.ts";

/** An organisation as an Organisationskonto has just confirmed it. */
export type AssertedOrganisation = {
  /** Key of the identity provider. */
  readonly provider: string;
  /** The provider's stable name of the organisation. */
  readonly subject: string;
  readonly assuranceLevel: ProvenLevel;
  /** Whatever else the provider sends is not taken. @see OZG § 8 Abs. 2 */
  readonly details: Readonly<Partial<Record<OrganisationField, string>>>;
  /** The Postfach that the person has there for it. */
  readonly postfachHandle?: string | undefined;
};

/**
 * Keeps what an Organisationskonto asserted, with its source and level, in the caller's transaction. Found by provider and subject only. The
 * first person who comes with it becomes owner, others signatories; who is a member keeps the role. Such a membership counts for half a year from the last time they came with it. Gives whom the session may act for.
 */
export async function organisationAsserted(
  context: Context,
  db: Db,
  {
    accountId,
    organisation,
  }: {
    readonly accountId: string;
    readonly organisation: AssertedOrganisation;
  },
): Promise<Party> {
  const { tenantId, now } = context;
  const { organisationId, isNew } = await keepOrganisation(
    context,
    db,
    organisation,
  );
  const joined = await insertMembership(db, tenantId, {
    id: newId(),
    organisationId,
    accountId,
    role: isNew ? "owner" : "signatory",
    now,
    confirmedAt: now,
  });
  const { postfachHandle: handle } = organisation;
  if (handle !== undefined)
    await keepPostfachOfMember(context, db, {
      organisationId,
      accountId,
      handle,
    });
  const role = await findRole(db, tenantId, { organisationId, accountId });
  if (isNew || joined)
    await recordAudit(context, db, {
      action: isNew ? "organisation.created" : "organisation.member-joined",
      subject: { kind: "organisation", id: organisationId },
      details: { provider: organisation.provider },
    });
  return {
    partyId: organisationId,
    kind: "organisation",
    name: tidyDetails(organisation.details).name,
    may: mayOf(role ?? "preparer"),
  };
}

async function keepOrganisation(
  context: Context,
  db: Db,
  { provider, subject, assuranceLevel, details }: AssertedOrganisation,
): Promise<{ readonly organisationId: string; readonly isNew: boolean }> {
  const { tenantId, now, cipher } = context;
  const subjectFingerprint = await cipher.fingerprint(
    subject,
    purposes.subject(provider),
  );
  const known = await findAssertedForUpdate(db, tenantId, {
    source: provider,
    subjectFingerprint,
  });
  const id = known?.id ?? newId();
  const sealed = await seal(
    context,
    purposes.organisation(id),
    tidyDetails(details),
  );
  const stored = { id, details: sealed, assuranceLevel, now };
  if (!known)
    await insertOrganisation(db, tenantId, {
      ...stored,
      source: provider,
      subjectFingerprint,
    });
  else if (reaches(assuranceLevel, known.assurance_level))
    await saveDetails(db, tenantId, stored);
  return { organisationId: id, isNew: !known };
}
