import assert from "node:assert/strict";
import { verify as verifySignature } from "node:crypto";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import {
  generateKeyRing,
  parseKeyRing,
} from "../../../platform/crypto/key-ring.ts";
import { createSigner } from "../../../platform/crypto/signing-key.ts";
import { ok, refuse } from "../../../platform/result/result.ts";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import type { TimeStampAuthority } from "../../../platform/time-stamp/time-stamp-authority.ts";
import { newId } from "../../../platform/values/id.ts";
import { canonicalContent } from "../domain/chain.ts";
import { sealContent, sealPurpose } from "../domain/seal.ts";
import { compareSeals } from "./compare-seals.ts";
import { exportSeals } from "./export-seals.ts";
import { recordAudit } from "./record-audit.ts";
import { sealLog, stampSeals } from "./seal-log.ts";
import { verifyAuditChain } from "./verify-audit-chain.ts";

const ring = generateKeyRing("2027a");
const signer = createSigner(parseKeyRing(ring), sealPurpose);
const at = (day: string, time = "12:00") => new Date(`${day}T${time}:00Z`);

describe("daily seals of the audit log", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const contextAt = (tenantId: string, now: Date) =>
    database.contextFor({
      tenantId,
      actor: staffWith("anna", "audit.read"),
      now,
    });

  const write = async (tenantId: string, now: Date, count = 1) => {
    const context = contextAt(tenantId, now);
    for (let number = 0; number < count; number += 1)
      await context.transaction((db) =>
        recordAudit(context, db, {
          action: "vorgang.opened",
          subject: { kind: "vorgang", id: "v" },
        }),
      );
  };

  const sealed = async () => {
    const tenantId = newId();
    await write(tenantId, at("2027-03-01"), 2);
    await write(tenantId, at("2027-03-02"), 3);
    const context = contextAt(tenantId, at("2027-03-03", "01:00"));
    await sealLog(context, signer);
    return { tenantId, context };
  };

  const seals = async (tenantId: string) => {
    const context = contextAt(tenantId, at("2027-04-01"));
    const result = await exportSeals(context, signer);
    assert.ok(result.ok);
    return result.value;
  };

  const asOwner = async (sql: string, values: unknown[]) => {
    const client = new pg.Client({ ...database.address });
    await client.connect();
    await client.query("set session_replication_role = replica");
    await client.query(sql, values);
    await client.end();
  };

  test("cover everything up to the end of yesterday in Germany, once, and not before", async () => {
    const tenantId = newId();
    // 23:30 UTC on the second is already the third in Germany.
    await write(tenantId, at("2027-03-02"), 2);
    await write(tenantId, at("2027-03-02", "23:30"));
    const context = contextAt(tenantId, at("2027-03-03", "10:00"));
    await Promise.all([sealLog(context, signer), sealLog(context, signer)]);
    await sealLog(contextAt(tenantId, at("2027-03-03", "22:00")), signer);
    const first = (await seals(tenantId)).seals;
    assert.deepEqual(
      first.map(({ day, seq }) => [day, seq]),
      [["2027-03-02", 2]],
    );
    await sealLog(contextAt(tenantId, at("2027-03-09")), signer);
    await sealLog(contextAt(tenantId, at("2027-03-10")), signer);
    assert.deepEqual(
      (await seals(tenantId)).seals.map(({ day, seq }) => [day, seq]),
      [
        ["2027-03-02", 2],
        ["2027-03-08", 3],
      ],
    );
  });

  test("can be checked with the public key alone", async () => {
    const { tenantId } = await sealed();
    const { seals: kept, publicKeys } = await seals(tenantId);
    const [seal] = kept;
    const key = publicKeys["2027a"];
    assert.ok(seal && key);
    const content = sealContent(tenantId, {
      ...seal,
      hash: Buffer.from(seal.hash, "hex"),
    });
    const signature = Buffer.from(seal.signature, "base64");
    assert.ok(verifySignature(null, content, key, signature));
    const last = content.length - 2;
    content.writeUInt8(content.readUInt8(last) ^ 1, last);
    assert.ok(!verifySignature(null, content, key, signature));
  });

  test("tell a log whose entries and head were rewritten together", async () => {
    const { tenantId, context } = await sealed();
    const kept = await seals(tenantId);
    assert.equal((await verifyAuditChain(context, signer)).kind, "intact");
    await rewriteFrom(tenantId, 2);
    assert.equal((await verifyAuditChain(context)).kind, "intact");
    assert.deepEqual(await verifyAuditChain(context, signer), {
      kind: "rewritten",
      seq: 5,
    });
    await asOwner("delete from audit.daily_seal where tenant_id = $1", [
      tenantId,
    ]);
    // Even with the seals removed: those kept elsewhere tell it.
    assert.equal((await verifyAuditChain(context, signer)).kind, "intact");
    assert.deepEqual(
      await compareSeals(context, kept),
      ok({ kind: "rewritten", seq: 5 }),
    );
  });

  /** Changes an entry and computes all later ones and the head anew, as somebody with full rights could. */
  const rewriteFrom = async (tenantId: string, seq: number) => {
    await asOwner(
      "update audit.entry set actor_id = 'mallory' where tenant_id = $1 and seq = $2",
      [tenantId, seq],
    );
    const client = new pg.Client({ ...database.address });
    await client.connect();
    await client.query("set session_replication_role = replica");
    const { rows } = await client.query<Record<string, never>>(
      `select seq, at, actor_kind as "actorKind", actor_id as "actorId", action, subject_kind as "subjectKind",
        subject_id as "subjectId", details, correlation_id as "correlationId"
      from audit.entry where tenant_id = $1 order by seq`,
      [tenantId],
    );
    for (const row of rows)
      await client.query(
        `update audit.entry e set previous_hash = p.hash,
          hash = sha256(p.hash || convert_to(e.seq::text || chr(10) || $3::text, 'UTF8'))
        from (select coalesce((select hash from audit.entry where tenant_id = $1 and seq = $2 - 1), decode(repeat('00', 32), 'hex')) as hash) p
        where e.tenant_id = $1 and e.seq = $2`,
        [tenantId, row["seq"], canonicalContent(row as never)],
      );
    await client.query(
      `update audit.chain_head h set hash = e.hash, previous_hash = e.previous_hash
      from audit.entry e where h.tenant_id = $1 and e.tenant_id = $1 and e.seq = h.seq`,
      [tenantId],
    );
    await client.end();
  };

  test("a forged seal and one whose key is gone are told", async () => {
    for (const change of [
      "signature = sha256(signature) || sha256(hash)",
      "key_id = 'other'",
      "day = '2027-02-01'",
    ]) {
      const { tenantId, context } = await sealed();
      await asOwner(
        `update audit.daily_seal set ${change} where tenant_id = $1`,
        [tenantId],
      );
      assert.deepEqual(
        await verifyAuditChain(context, signer),
        { kind: "seal-invalid", seq: 5 },
        change,
      );
    }
  });

  test("hold after the key ring was rotated, and belong to one tenant", async () => {
    const { tenantId, context } = await sealed();
    const rotated = createSigner(
      parseKeyRing(`${generateKeyRing("2027b")},${ring}`),
      sealPurpose,
    );
    assert.equal((await verifyAuditChain(context, rotated)).kind, "intact");
    const foreign = contextAt(newId(), at("2027-03-04"));
    assert.deepEqual(
      await compareSeals(foreign, await seals(tenantId)),
      refuse({ kind: "other-tenant" }),
    );
    assert.deepEqual((await seals(foreign.tenantId)).seals, []);
    assert.deepEqual(
      await compareSeals(context, { seals: [] }),
      refuse({ kind: "not-seals" }),
    );
  });

  test("get one time stamp each, also after the authority was away", async () => {
    const { tenantId, context } = await sealed();
    const asked: string[] = [];
    const authority = (isUp: boolean): TimeStampAuthority => ({
      name: "tsa.example",
      stamp: (hash) => {
        asked.push(hash.toString("hex"));
        return Promise.resolve(
          isUp
            ? ok({ at: at("2027-03-03"), response: Buffer.from("reply") })
            : refuse({ kind: "unreachable", reason: "connect" }),
        );
      },
    });
    const { signal } = new AbortController();
    assert.equal(
      await stampSeals(context, authority(false), signal),
      "unreachable: connect",
    );
    for (let run = 0; run < 2; run += 1)
      assert.equal(
        await stampSeals(context, authority(true), signal),
        undefined,
      );
    assert.equal(asked.length, 2);
    assert.deepEqual(
      (await seals(tenantId)).seals.map(({ timeStamps }) => timeStamps),
      [
        [
          {
            authority: "tsa.example",
            at: "2027-03-03T12:00:00.000Z",
            response: Buffer.from("reply").toString("base64"),
          },
        ],
      ],
    );
  });
});
