import {
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { FederationPorts } from "../ports.ts";
import { readOwnMetadata } from "../use-cases/own-metadata.ts";
import { federationPaths } from "./federation-paths.ts";

/** What a provider is told about us, on the installation's own host, which is what it knows us by. */
export function metadataRoutes(ports: FederationPorts): readonly Route[] {
  return [
    {
      method: "GET",
      path: federationPaths.metadata,
      audience: "guest",
      scope: "installation",
      handle: (request) => showMetadata(request, ports),
    },
  ];
}

async function showMetadata(
  { accountContext, params }: PortalRequest,
  ports: FederationPorts,
): Promise<Reply> {
  const key = params["provider"] ?? "";
  const body = await readOwnMetadata(accountContext, ports, key);
  if (body === undefined) return showError(404);
  return {
    kind: "raw",
    status: 200,
    headers: { "content-type": "application/samlmetadata+xml" },
    body,
  };
}
