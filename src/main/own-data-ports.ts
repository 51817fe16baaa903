import { readOrganisationDetails } from "../modules/representation/index.ts";
import type { OwnDataPorts } from "../modules/submissions/index.ts";
import { createProviderNames } from "./provider-names.ts";

/** What forms are filled in with besides the own account. */
export function ownDataPorts(): OwnDataPorts {
  return {
    providerNames: createProviderNames(),
    organisationValues: async (context, organisationId) => {
      const found = await readOrganisationDetails(context, organisationId);
      if (!found) return undefined;
      const { details, source: origin, assuranceLevel, obtainedAt } = found;
      const said = { origin, assuranceLevel, obtainedAt };
      return [
        { source: "account.organisation-name", text: details.name, ...said },
        { source: "account.street", text: details.street, ...said },
        { source: "account.house-number", text: details.houseNumber, ...said },
        { source: "account.postcode", text: details.postcode, ...said },
        { source: "account.town", text: details.town, ...said },
      ];
    },
  };
}
