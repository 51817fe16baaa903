import {
  createHmac,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from "node:crypto";
import type { Database } from "../database/database.ts";
import { seal, unseal, type KeyRing } from "./key-ring.ts";
import type { TenantCipher } from "./tenant-cipher.ts";
import {
  insertTenantKey,
  listTenantKeys,
  type StoredTenantKey,
} from "./tenant-key-store.ts";
import { wrapContext } from "./wrap-context.ts";

/** As objects of the crypto library: it takes them many times as fast as bytes. */
type DataKeys = {
  readonly newest: number;
  readonly byVersion: ReadonlyMap<number, KeyObject>;
  /** Keys of fingerprints by their purpose. */
  readonly fingerprintKeys: Map<string, KeyObject>;
};

/** Purposes are few; should one name what it is for, memory stays bounded. */
const mostFingerprintKeys = 200;

/** Hands out the cipher of a tenant; makes its first data key on first use. Data keys are kept in memory, unwrapped. */
export type TenantCiphers = { of(tenantId: string): TenantCipher };

const formatVersion = 1;
const headerBytes = 5;
/** Fingerprints are made with the first data key for ever: another key would find nothing of what is stored. */
const fingerprintVersion = 1;

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
  return { of: (tenantId) => cipherOf(tenantId, () => keysOf(tenantId)) };
}

function cipherOf(
  tenantId: string,
  keys: () => Promise<DataKeys>,
): TenantCipher {
  const context = (purpose: string) => `${tenantId}/${purpose}`;
  return {
    encrypt: async (plaintext, purpose) => {
      const { newest, byVersion } = await keys();
      const header = Buffer.alloc(headerBytes);
      header.writeUInt8(formatVersion, 0);
      header.writeUInt32BE(newest, 1);
      return Buffer.concat([
        header,
        seal(keyOf(byVersion, newest), plaintext, context(purpose)),
      ]);
    },
    decrypt: async (ciphertext, purpose) => {
      const bytes = Buffer.from(
        ciphertext.buffer,
        ciphertext.byteOffset,
        ciphertext.byteLength,
      );
      if (bytes.length < headerBytes || bytes.readUInt8(0) !== formatVersion) {
        throw new Error("tenant cipher: not data of this program");
      }
      const { byVersion } = await keys();
      return unseal(
        keyOf(byVersion, bytes.readUInt32BE(1)),
        bytes.subarray(headerBytes),
        context(purpose),
      );
    },
    fingerprint: async (value, purpose) =>
      keyedHash(fingerprintKey(await keys(), context(purpose)), value),
  };
}

function fingerprintKey(
  { byVersion, fingerprintKeys }: DataKeys,
  purpose: string,
): KeyObject {
  const known = fingerprintKeys.get(purpose);
  if (known) return known;
  const key = createSecretKey(
    keyedHash(keyOf(byVersion, fingerprintVersion), `fingerprint/${purpose}`),
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
      `tenant cipher: data key version ${String(version)} is unknown; restart after a rotation`,
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
  const wrapped = seal(first.secret, randomBytes(32), wrapContext(tenantId, 1));
  const created = await database.unscoped(async (db) => {
    await insertTenantKey(db, tenantId, {
      version: 1,
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
  stored: readonly StoredTenantKey[],
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
    newest: Math.max(...byVersion.keys()),
    byVersion,
    fingerprintKeys: new Map(),
  };
}
