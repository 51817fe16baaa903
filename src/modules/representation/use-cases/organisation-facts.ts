import type { Context } from "../../../platform/context/context.ts";
import type { ProvenLevel } from "../../accounts/index.ts";
import type { OrganisationDetails } from "../domain/organisation.ts";
import { purposes } from "../domain/purposes.ts";
import { openOrganisation } from "./sealed.ts";

/** What is known of an organisation, and who says so. */
export type OrganisationFacts = {
  readonly details: OrganisationDetails;
  /** `self`, or key of the identity provider that asserted it. */
  readonly source: string;
  readonly assuranceLevel: ProvenLevel;
  readonly obtainedAt: Date;
};

/** A stored organisation, opened. */
export async function factsOf(
  context: Context,
  stored: {
    readonly id: string;
    readonly details: Buffer;
    readonly source: string;
    readonly assurance_level: ProvenLevel;
    readonly obtained_at: Date;
  },
): Promise<OrganisationFacts> {
  return {
    details: await openOrganisation(
      context,
      purposes.organisation(stored.id),
      stored.details,
    ),
    source: stored.source,
    assuranceLevel: stored.assurance_level,
    obtainedAt: stored.obtained_at,
  };
}
