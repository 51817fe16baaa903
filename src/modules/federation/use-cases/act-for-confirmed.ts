import type { Context } from "../../../platform/context/context.ts";
import { actFor } from "../../accounts/index.ts";
import type { Proven } from "../domain/outcome.ts";
import type { FederationPorts } from "../ports.ts";

export type OrganisationPort = Pick<FederationPorts, "keepOrganisation">;

/** Whoever signs in with an Organisationskonto acts for that organisation at once, as they did there. */
export async function actForConfirmed(
  context: Context,
  { keepOrganisation }: OrganisationPort,
  {
    proven: { identity, organisation },
    accountId,
    sessionId,
  }: {
    readonly proven: Proven;
    readonly accountId: string;
    readonly sessionId: string;
  },
): Promise<void> {
  if (!organisation) return;
  const { provider } = identity;
  await context.transaction(async (db) => {
    const party = await keepOrganisation(context, db, {
      accountId,
      provider,
      organisation,
    });
    await actFor(context, db, {
      sessionId,
      accountId,
      party,
    });
  });
}
