import {
  describeParty,
  findRepresentation,
  noteAction,
} from "../modules/representation/index.ts";
import type { SubmissionsPorts } from "../modules/submissions/module.ts";
import {
  installationTenantId,
  systemActor,
  type Services,
} from "./services.ts";

/** By what right somebody applies for another, and what both get to see of it. */
export function representationPorts(
  services: Services,
): Pick<SubmissionsPorts, "findRightToAct" | "noteSentFor"> {
  return {
    findRightToAct: async (context, asked) => {
      const found = await findRepresentation(context, asked);
      if (!found) return undefined;
      const { basis, isSelfDeclared, role, scopeLabel, validUntil } = found;
      const party = isSelfDeclared
        ? await describeParty(context, asked)
        : undefined;
      const stated = party?.kind === "person" ? party : undefined;
      return {
        basis,
        isSelfDeclared,
        role,
        scope: scopeLabel === "" ? undefined : scopeLabel,
        validUntil,
        birthday: stated?.birthday,
        statement: stated?.statement,
      };
    },
    noteSentFor: async (sent) => {
      const portal = await services.portals.findById(sent.tenantId);
      const context = services.contextFor({
        tenantId: await installationTenantId(services),
        actor: systemActor,
      });
      await noteAction(context, {
        id: sent.submissionId,
        partyId: sent.partyId,
        accountId: sent.accountId,
        kind: "submitted",
        details: {
          portalName: portal?.name ?? "",
          leistung: sent.leistungTitle,
        },
      });
    },
  };
}
