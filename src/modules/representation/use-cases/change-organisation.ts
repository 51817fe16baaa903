import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { stopActingFor } from "../../accounts/index.ts";
import { recordAudit } from "../../audit/index.ts";
import {
  checkDetails,
  tidyDetails,
  type OrganisationField,
  type OrganisationProblem,
} from "../domain/organisation.ts";
import { purposes } from "../domain/purposes.ts";
import { listMembers } from "../store/membership-store.ts";
import {
  deleteOrganisation as deleteStored,
  findOrganisation,
  saveDetails,
} from "../store/organisation-store.ts";
import { refuseUnlessOwner, type OwnerRefusal } from "./own-role.ts";
import { seal } from "./sealed.ts";
import { tell } from "./tell.ts";

export type ChangeOrganisationRefusal =
  | OwnerRefusal
  | { readonly kind: "is-asserted" }
  | {
      readonly kind: "details-invalid";
      readonly problems: readonly OrganisationProblem[];
    };

/**
 * An owner corrects what a person typed. What an Organisationskonto asserted cannot be changed here. Sessions that act for the organisation
 * carry its name, so they stop.
 */
export async function changeOrganisation(
  context: Context,
  {
    organisationId,
    typed,
  }: {
    readonly organisationId: string;
    readonly typed: Readonly<Partial<Record<OrganisationField, string>>>;
  },
): Promise<Result<void, ChangeOrganisationRefusal>> {
  const { tenantId, now } = context;
  const details = tidyDetails(typed);
  const problems = checkDetails(details);
  const sealed = await seal(
    context,
    purposes.organisation(organisationId),
    details,
  );
  return context.transaction(async (db) => {
    const refused = await refuseUnlessOwner(context, db, organisationId);
    if (refused) return refused;
    const stored = await findOrganisation(db, tenantId, organisationId);
    if (stored?.source !== "self") return refuse({ kind: "is-asserted" });
    if (problems.length > 0)
      return refuse({ kind: "details-invalid", problems });
    await saveDetails(db, tenantId, {
      id: organisationId,
      details: sealed,
      assuranceLevel: "low",
      now,
    });
    await stopActingFor(context, db, { partyId: organisationId });
    await recordAudit(context, db, {
      action: "organisation.changed",
      subject: { kind: "organisation", id: organisationId },
    });
    return ok(undefined);
  });
}

/** An owner ends an organisation: its members are told, nobody acts for it any more. What was sent for it stays with the authorities. */
export async function deleteOrganisation(
  context: Context,
  organisationId: string,
): Promise<Result<void, OwnerRefusal>> {
  const { tenantId } = context;
  return context.transaction(async (db) => {
    const refused = await refuseUnlessOwner(context, db, organisationId);
    if (refused) return refused;
    const members = await listMembers(db, tenantId, organisationId);
    await deleteStored(db, tenantId, organisationId);
    await stopActingFor(context, db, { partyId: organisationId });
    await tell(context, db, {
      accountIds: members.map((member) => member.account_id),
      news: "organisation-changed",
    });
    await recordAudit(context, db, {
      action: "organisation.deleted",
      subject: { kind: "organisation", id: organisationId },
      details: { members: members.length },
    });
    return ok(undefined);
  });
}
