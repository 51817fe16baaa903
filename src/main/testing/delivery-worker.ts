// Started by delivery-under-kill.test.ts as a process of its own, and killed.
import { createWebhookConnector } from "../../connectors/webhook/index.ts";
import { indexConnectors } from "../../modules/delivery/index.ts";
import { deliveryModule } from "../../modules/delivery/module.ts";
import { sampleContent } from "../../modules/delivery/testing/sample-delivery.ts";
import { openContext } from "../../platform/context/open-context.ts";
import { parseKeyRing } from "../../platform/crypto/key-ring.ts";
import { openTenantCiphers } from "../../platform/crypto/open-tenant-ciphers.ts";
import type { DatabaseAddress } from "../../platform/database/database.ts";
import { openDatabase } from "../../platform/database/open-database.ts";
import { createHttpClient } from "../../platform/http-client/http-client.ts";
import { createLogger } from "../../platform/logging/logger.ts";
import { startWorker } from "../../shell/worker/run-jobs.ts";

const [addressJson = "", ring = ""] = process.argv.slice(2);
const address = JSON.parse(addressJson) as DatabaseAddress;
const database = await openDatabase(address, { maxConnections: 12 });
const ciphers = openTenantCiphers(database, parseKeyRing(ring));
const { jobs } = deliveryModule({
  connectors: indexConnectors([
    createWebhookConnector({
      http: createHttpClient(),
      clock: () => new Date(),
      plainHttp: "to-this-machine",
    }),
  ]),
  source: { load: () => Promise.resolve(sampleContent()) },
  listLeistungen: () => Promise.resolve([]),
  onFault: () => undefined,
  onAnswer: () => Promise.resolve(),
  officeEmailOf: () => Promise.resolve(undefined),
  listAdministratorEmails: () => Promise.resolve([]),
  portalNames: () => Promise.resolve(new Map()),
  baseUrlOf: () => Promise.resolve("https://schwerin.example"),
});
startWorker({
  database,
  handlers: jobs,
  contextFor: (tenantId, jobId) =>
    openContext(
      { database, ciphers },
      {
        tenantId,
        actor: { kind: "system", id: "system", may: () => false },
        locale: "de",
        now: new Date(),
        correlationId: jobId,
      },
    ),
  logger: createLogger("silent"),
  concurrency: 4,
  idleMs: 20,
  serves: "channels",
});
