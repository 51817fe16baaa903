import type { Context } from "../../../platform/context/context.ts";
import { hashSecretToken } from "../../../platform/values/secret-token.ts";
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
    token,
  }: {
    readonly proven: Proven;
    readonly accountId: string;
    readonly token: string;
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
      sessionId: hashSecretToken(token).toString("hex"),
      accountId,
      party,
    });
  });
}
