import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { citizenIn } from "./citizen.ts";
import {
  checkDetails,
  tidyDetails,
  type OrganisationField,
  type OrganisationProblem,
} from "../domain/organisation.ts";
import { purposes } from "../domain/purposes.ts";
import { insertMembership } from "../store/membership-store.ts";
import { insertOrganisation } from "../store/organisation-store.ts";
import { seal } from "./sealed.ts";

export type CreateOrganisationRefusal =
  | { readonly kind: "not-permitted" }
  | {
      readonly kind: "details-invalid";
      readonly problems: readonly OrganisationProblem[];
    };

/** A new organisation as its first owner describes it: source "self", level low until an Organisationskonto confirms it. */
export async function createOrganisation(
  context: Context,
  typed: Readonly<Partial<Record<OrganisationField, string>>>,
): Promise<Result<{ organisationId: string }, CreateOrganisationRefusal>> {
  const accountId = citizenIn(context);
  if (accountId === undefined) return refuse({ kind: "not-permitted" });
  const details = tidyDetails(typed);
  const problems = checkDetails(details);
  if (problems.length > 0) return refuse({ kind: "details-invalid", problems });
  const id = newId();
  const sealed = await seal(context, purposes.organisation(id), details);
  await context.transaction(async (db) => {
    const { tenantId, now } = context;
    await insertOrganisation(db, tenantId, {
      id,
      details: sealed,
      source: "self",
      assuranceLevel: "low",
      subjectFingerprint: null,
      now,
    });
    await insertMembership(db, tenantId, {
      id: newId(),
      organisationId: id,
      accountId,
      role: "owner",
      now,
    });
    await recordAudit(context, db, {
      action: "organisation.created",
      subject: { kind: "organisation", id },
    });
  });
  return ok({ organisationId: id });
}
