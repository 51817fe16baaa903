import type { LocalService } from "./local-types.ts";

/** What is entered for a destination at the local service. */
export const optionsFor = (service: LocalService) => ({
  tenantId: "0190a000-0000-7000-8000-000000000001",
  tokenUrl: `${service.url}/token`,
  submissionApiUrl: service.url,
  clientId: service.client.id,
  clientSecret: service.client.secret,
  destinationId: service.destinationId,
  schemaUri: service.schemaUri,
  certificates: "unchecked",
});
