import { join } from "node:path";
import { inboxOptionsFor } from "../connectors/fit-connect/demo/inbox-options-for.ts";
import type { LocalService } from "../connectors/fit-connect/demo/local-types.ts";
import { optionsFor } from "../connectors/fit-connect/demo/options-for.ts";
import { saveDemoSource } from "../modules/arrivals/demo/save-demo-source.ts";
import { saveDemoDestination } from "../modules/delivery/demo/save-demo-destination.ts";
import type { Settings } from "../platform/config/settings.ts";
import { portalBaseUrl } from "../shell/web/host.ts";
import { arrivalsPorts } from "./arrivals-ports.ts";
import { systemActor, type Services } from "./services.ts";

/** Nobody shares it with anybody: the service runs on this machine only. */
const callbackSecret = "demo-demo-demo-demo-demo-demo";
/** What the demo's commune sends to its county. */
export const demoServiceIdentifier = "urn:de:fim:leika:leistung:99102013104000";
const sourceName = "FIT-Connect (Demo)";
const destinationName = "Landkreis über FIT-Connect (Demo)";

/** Where the service remembers what lies there. */
export const keptFile = ({ dataDir }: Settings): string =>
  join(dataDir, "fit-connect-service.json");

/**
 * Sets up the two portals of the demo: Grabow sends dog taxes to the Zustellpunkt, and the county fetches what lies there. What is there is
 * told where the service is now. False where the demo's portals are not there.
 */
export async function setUpFitConnectDemo(
  services: Services,
  service: LocalService,
): Promise<boolean> {
  const commune = await services.portals.findByHost("grabow");
  const county = await services.portals.findByHost("lup");
  if (!commune || !county) return false;
  const baseUrl = (host: string) => portalBaseUrl(host, services.settings);
  const destinationId = await saveSender(services, commune.tenantId, service);
  service.callbacks.sender = {
    url: `${baseUrl("grabow")}/schnittstelle/zustellungen/${destinationId}`,
    secret: callbackSecret,
  };
  const sourceId = await saveReceiver(services, county.tenantId, service);
  service.callbacks.subscriber = {
    url: `${baseUrl("lup")}/schnittstelle/eingaenge/${sourceId}`,
    secret: callbackSecret,
  };
  return true;
}

function saveSender(
  services: Services,
  tenantId: string,
  service: LocalService,
): Promise<string> {
  const { tenantId: _, ...options } = optionsFor(service);
  return saveDemoDestination(
    services.contextFor({ tenantId, actor: systemActor }),
    {
      name: destinationName,
      connectorKey: "fit-connect",
      options: {
        ...options,
        serviceIdentifier: demoServiceIdentifier,
        callbackSecret,
      },
      isEnabled: true,
      leistungSlugs: ["hundesteuer"],
    },
  );
}

async function saveReceiver(
  services: Services,
  tenantId: string,
  service: LocalService,
): Promise<string> {
  const { tenantId: _, ...options } = await inboxOptionsFor(service);
  return saveDemoSource(
    services.contextFor({ tenantId, actor: systemActor }),
    {
      name: sourceName,
      inboxKey: "fit-connect",
      isEnabled: true,
      options: { ...options, callbackSecret },
    },
    arrivalsPorts(services).inboxes,
  );
}
