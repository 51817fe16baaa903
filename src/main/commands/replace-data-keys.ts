import { recordAudit } from "../../modules/audit/index.ts";
import { makeNextDataKey } from "../../platform/crypto/make-data-key.ts";
import type { KeyRing } from "../../platform/crypto/key-ring.ts";
import { listTenantsWithKeys } from "../../platform/crypto/tenant-key-store.ts";
import { enqueue } from "../../platform/jobs/enqueue.ts";
import { reEncryptJob } from "../re-encryption.ts";
import { loadKeyRing } from "../secret-keys.ts";
import { systemActor, type Services } from "../services.ts";
import { enterAuthority } from "./with-services.ts";

/** Until then every process has read the new key and encrypts with it. */
const beginsAfterMs = 5 * 60_000;

export type ReplacedKeys = {
  readonly replaced: number;
  /** Of those an earlier replacement is not finished. */
  readonly underWay: number;
};

/**
 * Makes a new data key for one authority or all, and asks the worker to encrypt everything stored with it. `portal`: host label, `betrieb` for the
 * installation itself, undefined for all.
 */
export async function replaceDataKeys(
  services: Services,
  portal: string | undefined,
): Promise<ReplacedKeys> {
  const ring = await loadKeyRing(services.settings);
  const tenantIds =
    portal === undefined
      ? await services.database.unscoped(listTenantsWithKeys)
      : [(await enterAuthority(services, portal)).context.tenantId];
  let replaced = 0;
  for (const tenantId of tenantIds)
    if (await replaceDataKey(services, ring, tenantId)) replaced += 1;
  return { replaced, underWay: tenantIds.length - replaced };
}

async function replaceDataKey(
  services: Services,
  ring: KeyRing,
  tenantId: string,
): Promise<boolean> {
  const context = services.contextFor({ tenantId, actor: systemActor });
  return context.transaction(async (db) => {
    const version = await makeNextDataKey(db, ring, tenantId);
    if (version === undefined) return false;
    const runAt = new Date(context.now.getTime() + beginsAfterMs);
    await enqueue(db, { name: reEncryptJob, payload: {}, runAt });
    await recordAudit(context, db, {
      action: "keys.replaced",
      subject: { kind: "tenant", id: tenantId },
      details: { version },
    });
    return true;
  });
}
