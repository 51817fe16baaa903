import {
  createHmac,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from "node:crypto";
import type { Database } from "../database/database.ts";
import {
  headerBytes,
  keyVersionOf,
  writeCiphertextHeader,
} from "./ciphertext-header.ts";
import { seal, unseal, type KeyRing } from "./key-ring.ts";
import type { TenantCipher } from "./tenant-cipher.ts";
import {
  insertTenantKey,
  listTenantKeys,
  listVersionsInUse,
  type UsableTenantKey,
} from "./tenant-key-store.ts";
import { wrapContext } from "./wrap-context.ts";

/** As objects of the crypto library: it takes them many times as fast as bytes. */
type DataKeys = {
  /** The version that encrypts. */
  readonly inUse: number;
  readonly byVersion: ReadonlyMap<number, KeyObject>;
  /** Keys of fingerprints by their purpose. */
  readonly fingerprintKeys: Map<string, KeyObject>;
};

/** Purposes are few; should one name what it is for, memory stays bounded. */
const mostFingerprintKeys = 200;

/** Hands out the cipher of a tenant; makes its first data key on first use. Data keys are kept in memory, unwrapped. */
export type TenantCiphers = {
  of(tenantId: string): TenantCipher;
  /** Encrypts from now on with data keys that were made since and have settled. One question for all tenants. */
  refresh(): Promise<void>;
};

/** The first data key encrypts until another has settled, and makes fingerprints for ever: another key would find nothing of what is stored. */
const firstVersion = 1;

/** Envelope encryption: each tenant has data keys of its own, wrapped by the key ring. */
export function openTenantCiphers(
  database: Database,
  ring: KeyRing,
): TenantCiphers {
  const cache = new Map<string, Promise<DataKeys>>();
  const keysOf = (tenantId: string): Promise<DataKeys> => {
    const known = cache.get(tenantId);
    if (known) return known;
    const loading = loadOrCreate(database, ring, tenantId);
    cache.set(tenantId, loading);
    // A failed load (database away) must be tried again by the next caller.
    loading.catch(() => cache.delete(tenantId));
    return loading;
  };
  const keysWith = async (tenantId: string, version: number) => {
    const known = await keysOf(tenantId);
    if (known.byVersion.has(version)) return known;
    // Made since, and used by another process already.
    cache.delete(tenantId);
    return keysOf(tenantId);
  };
  return {
    of: (tenantId) =>
      cipherOf(tenantId, {
        all: () => keysOf(tenantId),
        with: (version) => keysWith(tenantId, version),
      }),
    refresh: async () => {
      for (const { tenantId, version } of await database.unscoped(
        listVersionsInUse,
      )) {
        const known = await cache.get(tenantId)?.catch(() => undefined);
        if (known && known.inUse !== version) cache.delete(tenantId);
      }
    },
  };
}

type KeysOfTenant = {
  all(): Promise<DataKeys>;
  /** The same, read again when this version is not among those that are known. */
  with(version: number): Promise<DataKeys>;
};

function cipherOf(tenantId: string, keys: KeysOfTenant): TenantCipher {
  const context = (purpose: string) => `${tenantId}/${purpose}`;
  return {
    encrypt: async (plaintext, purpose) => {
      const { inUse, byVersion } = await keys.all();
      return Buffer.concat([
        writeCiphertextHeader(inUse),
        seal(keyOf(byVersion, inUse), plaintext, context(purpose)),
      ]);
    },
    decrypt: async (ciphertext, purpose) => {
      const bytes = Buffer.from(
        ciphertext.buffer,
        ciphertext.byteOffset,
        ciphertext.byteLength,
      );
      const version = keyVersionOf(bytes);
      if (version === 0)
        throw new Error("tenant cipher: not data of this program");
      const { byVersion } = await keys.with(version);
      return unseal(
        keyOf(byVersion, version),
        bytes.subarray(headerBytes),
        context(purpose),
      );
    },
    fingerprint: async (value, purpose) =>
      keyedHash(fingerprintKey(await keys.all(), context(purpose)), value),
  };
}

function fingerprintKey(
  { byVersion, fingerprintKeys }: DataKeys,
  purpose: string,
): KeyObject {
  const known = fingerprintKeys.get(purpose);
  if (known) return known;
  const key = createSecretKey(
    keyedHash(keyOf(byVersion, firstVersion), `fingerprint/${purpose}`),
  );
  if (fingerprintKeys.size < mostFingerprintKeys)
    fingerprintKeys.set(purpose, key);
  return key;
}

function keyedHash(key: KeyObject, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function keyOf(
  byVersion: ReadonlyMap<number, KeyObject>,
  version: number,
): KeyObject {
  const key = byVersion.get(version);
  if (!key)
    throw new Error(
      `tenant cipher: data key version ${String(version)} is unknown`,
    );
  return key;
}

async function loadOrCreate(
  database: Database,
  ring: KeyRing,
  tenantId: string,
): Promise<DataKeys> {
  const stored = await database.unscoped((db) => listTenantKeys(db, tenantId));
  if (stored.length > 0) return unwrapAll(ring, tenantId, stored);
  const [first] = ring.keys;
  if (!first) throw new Error("tenant cipher: the key ring is empty");
  const wrapped = seal(
    first.secret,
    randomBytes(32),
    wrapContext(tenantId, firstVersion),
  );
  const created = await database.unscoped(async (db) => {
    await insertTenantKey(db, tenantId, {
      version: firstVersion,
      ring_key_id: first.id,
      wrapped_key: wrapped,
    });
    return listTenantKeys(db, tenantId);
  });
  return unwrapAll(ring, tenantId, created);
}

function unwrapAll(
  ring: KeyRing,
  tenantId: string,
  stored: readonly UsableTenantKey[],
): DataKeys {
  const byVersion = new Map<number, KeyObject>();
  for (const key of stored) {
    const wrapping = ring.keys.find(
      (candidate) => candidate.id === key.ring_key_id,
    );
    if (!wrapping) {
      throw new Error(
        `SECRET_KEYS lacks the key "${key.ring_key_id}" that a tenant's data key is wrapped with; add it again`,
      );
    }
    byVersion.set(
      key.version,
      createSecretKey(
        unseal(
          wrapping.secret,
          key.wrapped_key,
          wrapContext(tenantId, key.version),
        ),
      ),
    );
  }
  return {
    inUse: Math.max(
      firstVersion,
      ...stored.filter((key) => key.has_settled).map(({ version }) => version),
    ),
    byVersion,
    fingerprintKeys: new Map(),
  };
}
