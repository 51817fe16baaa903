import type { Database } from "../database/database.ts";
import { seal, unseal, type KeyRing } from "./key-ring.ts";
import {
  countTenantKeys,
  listKeysWrappedOtherwise,
  replaceWrapping,
} from "./tenant-key-store.ts";
import { wrapContext } from "./wrap-context.ts";

export type RewrapReport = {
  /** Data keys that were wrapped with an older key and are now wrapped with the newest. */
  readonly rewrapped: number;
  /** Ids of keys the ring lacks, with the number of data keys that stay wrapped with each. */
  readonly unopened: ReadonlyMap<string, number>;
};

/**
 * Wraps every tenant's data keys with the first key of the ring; what they encrypt stays as it is. Running processes go on: they
 * hold the data keys already. May run any number of times, also cut off in the middle: each key is replaced by itself.
 */
export async function rewrapTenantKeys(
  database: Database,
  ring: KeyRing,
): Promise<RewrapReport> {
  const [newest] = ring.keys;
  if (!newest) throw new Error("rewrap: the key ring is empty");
  const old = await database.unscoped((db) =>
    listKeysWrappedOtherwise(db, newest.id),
  );
  const unopened = new Map<string, number>();
  let rewrapped = 0;
  for (const key of old) {
    const wrapping = ring.keys.find(({ id }) => id === key.ring_key_id);
    if (!wrapping) {
      unopened.set(key.ring_key_id, (unopened.get(key.ring_key_id) ?? 0) + 1);
      continue;
    }
    const context = wrapContext(key.tenant_id, key.version);
    const dataKey = unseal(wrapping.secret, key.wrapped_key, context);
    await database.unscoped((db) =>
      replaceWrapping(db, key, {
        ring_key_id: newest.id,
        wrapped_key: seal(newest.secret, dataKey, context),
      }),
    );
    rewrapped += 1;
  }
  return { rewrapped, unopened };
}

/** How many data keys each key of the installation has wrapped, by its id. */
export function countByRingKey(
  database: Database,
): Promise<ReadonlyMap<string, number>> {
  return database.unscoped(countTenantKeys);
}
