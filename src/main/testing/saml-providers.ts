import assert from "node:assert/strict";
import type { RunningDemoProviders } from "../../modules/federation/demo/start-demo-providers.ts";
import { offerDemoProviders } from "../demo-providers.ts";
import { freePort } from "./free-port.ts";
import type { TestPortal } from "./test-portal.ts";

/** Offers BundID and the Organisationskonto of the demo on all portals, played by a package of another maker in a process of its own. */
export async function offerSamlProviders({
  services,
}: TestPortal): Promise<RunningDemoProviders> {
  const running = await offerDemoProviders(services, await freePort());
  return running ?? assert.fail("the identity providers did not start");
}
