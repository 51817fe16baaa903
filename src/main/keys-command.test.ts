import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { openTenantCiphers } from "../platform/crypto/open-tenant-ciphers.ts";
import { generateKeyRing, parseKeyRing } from "../platform/crypto/key-ring.ts";
import { connectionString } from "../platform/testing/connection-string.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../platform/testing/test-database.ts";
import { newId } from "../platform/values/id.ts";
import { runCommand } from "./testing/run-command.ts";

const old = generateKeyRing("old");
const next = generateKeyRing("next");

void describe("replacing the keys of the installation", () => {
  let database: TestDatabase;
  let dataDir: string;
  before(async () => {
    database = await createTestDatabase();
    dataDir = await mkdtemp(path.join(tmpdir(), "orh-keys-"));
  });
  after(async () => {
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const keys = (ring: string, ...words: readonly string[]) => {
    const variables = {
      DATABASE_URL: connectionString(database.address),
      SECRET_KEYS: ring,
    };
    return runCommand({ dataDir, variables }, "keys", ...words);
  };
  const cipher = (ring: string, tenantId: string) =>
    openTenantCiphers(database.database, parseKeyRing(ring)).of(tenantId);

  void test("what was encrypted before opens with the new key alone, and no longer with the old one", async () => {
    const tenants = [newId(), newId(), newId()];
    const secrets = await Promise.all(
      tenants.map((id) => cipher(old, id).encrypt(Buffer.from(id), "row")),
    );
    const run = await keys(`${next},${old}`, "rewrap");
    assert.match(run.output, /^3 data keys wrapped anew/, run.errors);
    for (const [index, id] of tenants.entries()) {
      const secret = secrets[index] ?? assert.fail();
      assert.equal(
        (await cipher(next, id).decrypt(secret, "row")).toString(),
        id,
      );
      await assert.rejects(
        cipher(old, id).decrypt(secret, "row"),
        /lacks the key "next"/,
      );
    }
    assert.match(
      (await keys(`${next},${old}`, "rewrap")).output,
      /^0 data keys/,
    );
    assert.match(
      (await keys(`${next},${old}`, "list")).output,
      /^next: wraps and signs; 3 data keys .*\nold: 0 data keys/,
    );
  });

  void test("a key that is missing in the ring is named, and the others are wrapped all the same", async () => {
    await cipher(old, newId()).encrypt(Buffer.from("a"), "row");
    const last = generateKeyRing("last");
    const run = await keys(`${last},${next}`, "rewrap");
    assert.equal(run.exitCode, 1);
    assert.match(run.output, /^3 data keys wrapped anew/);
    assert.match(run.errors, /lacks old \(1 data keys\)/);
  });

  void test("a new key is printed as the ring takes it", async () => {
    const { output } = await keys(next, "new", "2027a");
    assert.equal(parseKeyRing(output.trim()).keys[0]?.id, "2027a");
    assert.match((await keys(next, "new", "a b")).errors, /letters, digits/);
  });
});
