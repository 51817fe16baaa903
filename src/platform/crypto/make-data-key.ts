import { randomBytes } from "node:crypto";
import type { Db } from "../database/database.ts";
import { seal, type KeyRing } from "./key-ring.ts";
import { insertTenantKey, listTenantKeys } from "./tenant-key-store.ts";
import { wrapContext } from "./wrap-context.ts";

/**
 * Makes the next data key of a tenant, in the caller's transaction. It encrypts when every process has read it; the older ones go on opening.
 * Undefined: there is none yet to be replaced, or an earlier replacement is still under way.
 */
export async function makeNextDataKey(
  db: Db,
  ring: KeyRing,
  tenantId: string,
): Promise<number | undefined> {
  const [wrapping] = ring.keys;
  if (!wrapping) throw new Error("data key: the key ring is empty");
  const [newest] = await listTenantKeys(db, tenantId);
  if (!newest || (newest.version > 1 && newest.alone_since === null))
    return undefined;
  const version = newest.version + 1;
  await insertTenantKey(db, tenantId, {
    version,
    ring_key_id: wrapping.id,
    wrapped_key: seal(
      wrapping.secret,
      randomBytes(32),
      wrapContext(tenantId, version),
    ),
  });
  return version;
}
