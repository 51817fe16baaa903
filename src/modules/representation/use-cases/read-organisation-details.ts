import type { Context } from "../../../platform/context/context.ts";
import { oldestThatCounts } from "../domain/membership.ts";
import { findOrganisationOfMember } from "../store/organisation-store.ts";
import { citizenIn } from "./citizen.ts";
import { factsOf, type OrganisationFacts } from "./organisation-facts.ts";

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
      confirmedAfter: oldestThatCounts(context.now),
    }),
  );
  return stored && factsOf(context, stored);
}
