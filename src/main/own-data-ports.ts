import { listProviderNames } from "../modules/federation/index.ts";
import { readOrganisationDetails } from "../modules/representation/index.ts";
import type { OwnDataPorts } from "../modules/submissions/index.ts";

/** Providers are set up once a year; a new name may be seen a minute late. */
const namesKeptMs = 60_000;

/** What forms are filled in with besides the own account. */
export function ownDataPorts(): OwnDataPorts {
  const kept = new Map<string, { names: Names; until: number }>();
  return {
    providerNames: async (context) => {
      const { now, tenantId } = context;
      const known = kept.get(tenantId);
      if (known && known.until > now.getTime()) return known.names;
      const names = await listProviderNames(context);
      kept.set(tenantId, { names, until: now.getTime() + namesKeptMs });
      return names;
    },
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

type Names = Awaited<ReturnType<OwnDataPorts["providerNames"]>>;
