import type { Database } from "../database/database.ts";
import { seal, unseal, type KeyRing } from "./key-ring.ts";
import {
  countTenantKeys,
  listOneOfEachWrapping,
  listKeysWrappedOtherwise,
  replaceWrapping,
  type WrappedTenantKey,
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

/** Ids of keys in the ring that are not those which wrapped: the name is the same, the key is another. */
export async function listKeysThatDoNotOpen(
  database: Database,
  ring: KeyRing,
): Promise<readonly string[]> {
  const samples = await database.unscoped(listOneOfEachWrapping);
  return samples
    .filter((sample) => {
      const key = ring.keys.find(({ id }) => id === sample.ring_key_id);
      return key !== undefined && !opens(key.secret, sample);
    })
    .map((sample) => sample.ring_key_id);
}

function opens(
  secret: KeyRing["keys"][number]["secret"],
  { tenant_id, version, wrapped_key }: WrappedTenantKey,
): boolean {
  try {
    unseal(secret, wrapped_key, wrapContext(tenant_id, version));
    return true;
  } catch {
    return false;
  }
}
