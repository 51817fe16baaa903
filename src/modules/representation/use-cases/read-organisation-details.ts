import type { Context } from "../../../platform/context/context.ts";
import type { ProvenLevel } from "../../accounts/index.ts";
import type { OrganisationDetails } from "../domain/organisation.ts";
import { purposes } from "../domain/purposes.ts";
import { findOrganisationOfMember } from "../store/organisation-store.ts";
import { citizenIn } from "./citizen.ts";
import { openOrganisation } from "./sealed.ts";

/** What is known of an organisation, and who says so. */
export type OrganisationFacts = {
  readonly details: OrganisationDetails;
  /** `self`, or key of the identity provider that asserted it. */
  readonly source: string;
  readonly assuranceLevel: ProvenLevel;
  readonly obtainedAt: Date;
};

/** The details of an organisation for a member who acts for it; undefined for everybody else. One statement. */
export async function readOrganisationDetails(
  context: Context,
  organisationId: string,
): Promise<OrganisationFacts | undefined> {
  const accountId = citizenIn(context);
  if (accountId === undefined) return undefined;
  const stored = await context.read((db) =>
    findOrganisationOfMember(db, context.tenantId, {
      organisationId,
      accountId,
    }),
  );
  return (
    stored && {
      details: await openOrganisation(
        context,
        purposes.organisation(organisationId),
        stored.details,
      ),
      source: stored.source,
      assuranceLevel: stored.assurance_level,
      obtainedAt: stored.obtained_at,
    }
  );
}
