import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { collectModules } from "./modules.ts";
import { sealedTablesOf } from "./re-encryption.ts";
import { openAsOwner, type DatabaseOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";

/** Columns of bytes that are no ciphertext. A new one needs a reason here, or stands in the sealed tables of its module. */
const notSealed: Readonly<Record<string, string>> = {
  hash: "tells whether something is the same, and nothing of what it is",
  fingerprint: "a keyed hash",
  id: "of a session: a hash",
  session_id: "a hash",
  digest: "a hash",
  mark: "a keyed hash",
  "throttle.attempt.key": "of who is slowed down: a keyed hash",
  passkey_id: "the authenticator's name for a passkey",
  credential_id: "the authenticator's name for a passkey",
  public_key: "public",
  signature: "of a seal of the audit log",
  response: "of a time-stamp authority, signed",
  document: "a public code list",
  wrapped_key: "the data key itself, wrapped by the key ring",
};

void describe("sealed tables", () => {
  let portal: TestPortal;
  let owner: DatabaseOwner;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    owner = openAsOwner(portal.databaseAddress);
  });
  after(async () => {
    await owner.close();
    await portal.close();
  });

  void test("name every column of bytes that is not something else, and none that is not there", async () => {
    const stored = await owner.query<{ table: string; column: string }>(
      `select table_schema || '.' || table_name as table, column_name as column from information_schema.columns
       where data_type = 'bytea' and table_schema !~ '^(pg_|information_schema)'`,
    );
    const isOther = (column: string) =>
      Object.keys(notSealed).some((name) =>
        new RegExp(`[._]${name}$|^${name}$`, "u").test(column),
      );
    const expected = stored
      .map(({ table, column }) => `${table}.${column}`)
      .filter((column) => !isOther(column));
    const named = sealedTablesOf(collectModules(portal.services)).flatMap(
      ({ table, columns }) =>
        Object.keys(columns).map((column) => `${table}.${column}`),
    );
    assert.deepEqual(named.toSorted(), expected.toSorted());
    assert.ok(named.length > 50, String(named.length));
  });
});
