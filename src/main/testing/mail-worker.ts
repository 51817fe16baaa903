// Started by mail-under-kill.test.ts as a process of its own, and killed.
import { postfachModule } from "../../modules/postfach/module.ts";
import { postfachSurroundings } from "../../modules/postfach/testing/postfach-fixtures.ts";
import { openContext } from "../../platform/context/open-context.ts";
import { parseKeyRing } from "../../platform/crypto/key-ring.ts";
import { openTenantCiphers } from "../../platform/crypto/open-tenant-ciphers.ts";
import type { DatabaseAddress } from "../../platform/database/database.ts";
import { openDatabase } from "../../platform/database/open-database.ts";
import { createLogger } from "../../platform/logging/logger.ts";
import { smtpTransport } from "../../platform/mail/mail-transport.ts";
import { guest } from "../../platform/testing/test-database.ts";
import { startWorker } from "../../shell/worker/run-jobs.ts";
import { sendMailHandler } from "../../shell/worker/send-mail-job.ts";

const [addressJson = "", ring = "", smtpUrl = ""] = process.argv.slice(2);
const address = JSON.parse(addressJson) as DatabaseAddress;
const database = await openDatabase(address, { maxConnections: 12 });
const ciphers = openTenantCiphers(database, parseKeyRing(ring));
const contextFor = ({ tenantId }: { readonly tenantId: string }) =>
  openContext(
    { database, ciphers },
    {
      tenantId,
      actor: guest,
      locale: "de",
      now: new Date(),
      correlationId: "",
    },
  );
const { ports } = await postfachSurroundings({ contextFor });
startWorker({
  database,
  handlers: [
    ...postfachModule(ports).jobs,
    sendMailHandler({
      transport: smtpTransport(smtpUrl),
      from: "noreply@portal.example",
      letterheadOf: () =>
        Promise.resolve({ name: "Schwerin", colour: "#123456", lines: [] }),
      onUndeliverable: () => Promise.resolve(),
    }),
  ],
  contextFor: (tenantId) => contextFor({ tenantId }),
  logger: createLogger("silent"),
  concurrency: 4,
  idleMs: 20,
});
