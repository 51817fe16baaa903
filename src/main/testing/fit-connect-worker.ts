// Started by fit-connect-under-kill.test.ts as a process of its own, and killed: all that sends by FIT-Connect and fetches from it, wired as in the portal.
import { arrivalsModule } from "../../modules/arrivals/module.ts";
import { deliveryModule } from "../../modules/delivery/module.ts";
import { readSettings } from "../../platform/config/settings.ts";
import type { DatabaseAddress } from "../../platform/database/database.ts";
import { createLogger } from "../../platform/logging/logger.ts";
import { startWorker } from "../../shell/worker/run-jobs.ts";
import { arrivalsPorts } from "../arrivals-ports.ts";
import { deliveryPorts } from "../delivery-ports.ts";
import { openServices, systemActor } from "../services.ts";
import { submissionSourceOf } from "../vorgaenge-ports.ts";

const [addressJson = "", dataDir = ""] = process.argv.slice(2);
const logger = createLogger("silent");
const services = await openServices({
  settings: readSettings({ NODE_ENV: "test", DATA_DIR: dataDir }),
  logger,
  address: JSON.parse(addressJson) as DatabaseAddress,
  databaseOptions: { maxConnections: 12 },
});
const wanted = new Set([
  "delivery.deliver",
  "delivery.follow",
  "arrivals.poll",
]);
const handlers = [
  deliveryModule(deliveryPorts(services, submissionSourceOf(services))),
  arrivalsModule(arrivalsPorts(services)),
]
  .flatMap(({ jobs }) => jobs)
  .filter(({ name }) => wanted.has(name));
const shared = {
  database: services.database,
  handlers,
  contextFor: (tenantId: string, correlationId: string) =>
    services.contextFor({ tenantId, actor: systemActor, correlationId }),
  logger,
  concurrency: 2,
  idleMs: 20,
};
startWorker(shared);
startWorker({ ...shared, serves: "channels" });
