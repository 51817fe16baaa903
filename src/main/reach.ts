import type { Settings } from "../platform/config/settings.ts";
import { createHttpClient } from "../platform/http-client/http-client.ts";
import type { HttpClient } from "../platform/http-client/http-client.ts";
import { createReach, type Reach } from "../platform/http-client/reach.ts";

type ReachSettings = Pick<
  Settings,
  "environment" | "innerAddresses" | "identityProviderHosts"
>;

/** Where calls may go whose address an authority, imported data or an answer names: the public internet and what the operator released. */
export function reachOf({ environment, innerAddresses }: ReachSettings): Reach {
  return createReach({
    released: innerAddresses,
    thisMachine: environment === "production" ? "refused" : "allowed",
  });
}

/** The way out to such addresses. */
export function openGuardedHttp(settings: ReachSettings): HttpClient {
  return createHttpClient({ reach: reachOf(settings) });
}

/** The way out to sign-in services and directories, whose hosts the operator releases by a setting of their own. */
export function openIdentityHttp(settings: ReachSettings): HttpClient {
  const { innerAddresses, identityProviderHosts } = settings;
  return openGuardedHttp({
    ...settings,
    innerAddresses: [...innerAddresses, ...identityProviderHosts],
  });
}
