import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import {
  createTestDatabase,
  type TestDatabase,
} from "../testing/test-database.ts";
import { newId } from "../values/id.ts";
import { keyVersionOf } from "./ciphertext-header.ts";
import { generateKeyRing, parseKeyRing } from "./key-ring.ts";
import { makeNextDataKey } from "./make-data-key.ts";
import { openTenantCiphers } from "./open-tenant-ciphers.ts";
import { markAlone } from "./tenant-key-store.ts";

const ring = parseKeyRing(generateKeyRing("test"));

void describe("another data key", () => {
  let testing: TestDatabase;
  before(async () => {
    testing = await createTestDatabase();
  });
  after(() => testing.close());

  const open = () => openTenantCiphers(testing.database, ring);
  const make = (tenantId: string) =>
    testing.database.unscoped((db) => makeNextDataKey(db, ring, tenantId));
  /** As if it had been made before; every process has read it by then. */
  const settle = (tenantId: string) =>
    testing.database.unscoped((db) =>
      sql`update crypto.tenant_key set created_at = now() - interval '4 minutes' where tenant_id = ${tenantId}`.execute(
        db,
      ),
    );
  const versionOf = async (
    ciphers: ReturnType<typeof open>,
    tenantId: string,
  ) =>
    keyVersionOf(await ciphers.of(tenantId).encrypt(Buffer.from("a"), "row"));

  void test("encrypts when it has settled: what was made since is not used by one process while another cannot open it", async () => {
    const tenantId = newId();
    const ciphers = open();
    const old = await ciphers.of(tenantId).encrypt(Buffer.from("old"), "row");
    assert.equal(await make(tenantId), 2);
    await ciphers.refresh();
    assert.equal(await versionOf(ciphers, tenantId), 1);
    assert.equal(await versionOf(open(), tenantId), 1);
    await settle(tenantId);
    assert.equal(await versionOf(ciphers, tenantId), 1);
    await ciphers.refresh();
    assert.equal(await versionOf(ciphers, tenantId), 2);
    const plain = await ciphers.of(tenantId).decrypt(old, "row");
    assert.equal(plain.toString(), "old");
  });

  void test("a process that has not read it yet opens what another has encrypted with it", async () => {
    const tenantId = newId();
    const late = open();
    await late.of(tenantId).encrypt(Buffer.from("a"), "row");
    await make(tenantId);
    await settle(tenantId);
    const sealed = await open().of(tenantId).encrypt(Buffer.from("new"), "row");
    assert.equal(keyVersionOf(sealed), 2);
    const plain = await late.of(tenantId).decrypt(sealed, "row");
    assert.equal(plain.toString(), "new");
  });

  void test("changes no keyed hash, and no other tenant's key", async () => {
    const [tenantId, other] = [newId(), newId()];
    const ciphers = open();
    const before = await ciphers.of(tenantId).fingerprint("x", "words");
    await versionOf(ciphers, other);
    await make(tenantId);
    await settle(tenantId);
    await ciphers.refresh();
    const after = await ciphers.of(tenantId).fingerprint("x", "words");
    assert.deepEqual(after, before);
    assert.equal(await versionOf(ciphers, tenantId), 2);
    assert.equal(await versionOf(ciphers, other), 1);
  });

  void test("is made for a tenant that has one, and not while the last one is still being put in place", async () => {
    const tenantId = newId();
    assert.equal(await make(tenantId), undefined);
    await versionOf(open(), tenantId);
    assert.equal(await make(tenantId), 2);
    assert.equal(await make(tenantId), undefined);
    await testing.database.unscoped((db) => markAlone(db, tenantId, 2));
    assert.equal(await make(tenantId), 3);
  });

  void test("a ciphertext that names a key nobody made is refused", async () => {
    const tenantId = newId();
    const ciphers = open();
    const sealed = await ciphers.of(tenantId).encrypt(Buffer.from("a"), "row");
    sealed.writeUInt32BE(9, 1);
    await assert.rejects(
      ciphers.of(tenantId).decrypt(sealed, "row"),
      /version 9 is unknown/,
    );
  });
});
