import {
  countByRingKey,
  listKeysThatDoNotOpen,
} from "../../platform/crypto/rewrap-keys.ts";
import { listReplacements } from "../../platform/crypto/tenant-key-store.ts";
import { countQueue } from "../../platform/jobs/job-store.ts";
import type { Logger } from "../../platform/logging/logger.ts";
import type { Settings } from "../../platform/config/settings.ts";
import type { ConnectedServer } from "../connect-server.ts";
import { refuseDemoInProduction } from "../installation-facts.ts";
import { collectModules } from "../modules.ts";
import { loadKeyRing } from "../secret-keys.ts";
import { openServices, type Services } from "../services.ts";
import { failed, ok, reasonOf, warning, type Finding } from "./finding.ts";

/** Opens all that a start opens, by the way requests take (a pooler too), and looks at keys and queue. The schema must be up to date. */
export async function examineServices(
  server: ConnectedServer,
  settings: Settings,
  logger: Logger,
): Promise<readonly Finding[]> {
  const { address, directAddress } = server;
  const services = await openServices({
    settings,
    logger,
    address,
    directAddress,
  }).catch(reasonOf);
  if (typeof services === "string") return [cannotStart(services)];
  try {
    return [
      await startFinding(services),
      await keysFinding(services),
      await queueFinding(services),
    ];
  } catch (error) {
    return [cannotStart(reasonOf(error))];
  } finally {
    await services.close();
  }
}

function cannotStart(why: string): Finding {
  const isPooler = /startup parameter|prepared statement/i.test(why);
  return failed("start", {
    says: why,
    cure: isPooler
      ? "There is a pooler in between: set DATABASE_POOLING=transaction and DATABASE_DIRECT_URL."
      : "Correct the setting that the message names, or the file that it leads to.",
  });
}

async function startFinding(services: Services): Promise<Finding> {
  await services.database.unscoped(countQueue);
  collectModules(services);
  await refuseDemoInProduction(services.settings, services.database);
  return ok("start", "settings and the files that they name can be used");
}

async function keysFinding({ settings, database }: Services): Promise<Finding> {
  const subject = "keys";
  const ring = await loadKeyRing(settings);
  const counts = await countByRingKey(database);
  const missing = [...counts.keys()].filter(
    (id) => !ring.keys.some((key) => key.id === id),
  );
  if (missing.length > 0)
    return failed(subject, {
      says: `${settings.secretKeys ? "SECRET_KEYS" : "secret-keys in the data folder"} lacks ${missing.join(", ")}, which data keys are wrapped with`,
      cure: "Add the key again; without it what it protects cannot be read.",
    });
  const other = await listKeysThatDoNotOpen(database, ring);
  if (other.length > 0)
    return failed(subject, {
      says: `SECRET_KEYS holds another key under the name ${other.join(", ")} than the data keys are wrapped with`,
      cure: "Put the right one in place; a new key gets a name of its own. Without the right one what it protects cannot be read.",
    });
  const [newest] = ring.keys;
  const old = [...counts.keys()].filter((id) => id !== newest?.id);
  if (old.length > 0)
    return warning(subject, {
      says: `data keys are still wrapped with ${old.join(", ")}`,
      cure: "Run: npm run portal -- keys rewrap",
    });
  return (
    (await slowReplacement(database)) ??
    ok(subject, `${String(ring.keys.length)} in the ring, none missing`)
  );
}

const replacedWithinMs = 2 * 24 * 3_600_000;

/** Data keys that were replaced more than two days ago while what is stored is not encrypted with them yet. */
async function slowReplacement(
  database: Services["database"],
): Promise<Finding | undefined> {
  const before = Date.now() - replacedWithinMs;
  const slow = (await database.unscoped(listReplacements)).filter(
    ({ aloneSince, madeAt }) => !aloneSince && madeAt.getTime() < before,
  );
  return slow.length === 0
    ? undefined
    : warning("keys", {
        says: `data keys of ${String(slow.length)} authorities were replaced more than two days ago, and something is still encrypted with older ones`,
        cure: "Look for failed jobs crypto.re-encrypt under /betrieb, and for their lines in the log.",
      });
}

const standsStillSeconds = 300;

async function queueFinding({ database }: Services): Promise<Finding> {
  const subject = "queue";
  const { waiting, overdueSeconds, dead } = await database.unscoped(countQueue);
  const says = `${String(waiting)} jobs wait, ${String(dead)} were given up`;
  if (overdueSeconds >= standsStillSeconds)
    return warning(subject, {
      says: `${says}; the oldest is due for ${String(overdueSeconds)} s`,
      cure: "Start a worker: npm run portal -- start worker",
    });
  return dead > 0
    ? warning(subject, {
        says,
        cure: "Look at the operator's pages (/betrieb) and the destinations of the authorities.",
      })
    : ok(subject, says);
}
