// Started by run-jobs.test.ts as a process of its own, so that it can be killed:
//   job-worker.ts <database address as JSON>
// Prints the id of each job of the name "slow" that it starts. A job of the name "deadly" kills it.
import { setTimeout as sleep } from "node:timers/promises";
import { openContext } from "../../../platform/context/open-context.ts";
import {
  generateKeyRing,
  parseKeyRing,
} from "../../../platform/crypto/key-ring.ts";
import { openTenantCiphers } from "../../../platform/crypto/open-tenant-ciphers.ts";
import type { DatabaseAddress } from "../../../platform/database/database.ts";
import { openDatabase } from "../../../platform/database/open-database.ts";
import { createLogger } from "../../../platform/logging/logger.ts";
import { startWorker } from "../run-jobs.ts";

const [addressJson = ""] = process.argv.slice(2);
const database = await openDatabase(JSON.parse(addressJson) as DatabaseAddress);
const ciphers = openTenantCiphers(
  database,
  parseKeyRing(generateKeyRing("test")),
);
const limits = { maxAttempts: 3, timeoutMs: 60_000 };

startWorker({
  database,
  handlers: [
    {
      name: "deadly",
      ...limits,
      run: async () => {
        process.kill(process.pid, "SIGKILL");
        return sleep(60_000, { kind: "done" } as const);
      },
    },
    {
      name: "slow",
      ...limits,
      run: async ({ jobId }) => {
        process.stdout.write(`${jobId}\n`);
        return sleep(60_000, { kind: "done" } as const);
      },
    },
  ],
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
  concurrency: 2,
  idleMs: 20,
});
