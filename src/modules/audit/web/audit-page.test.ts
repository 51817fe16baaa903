import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  generateKeyRing,
  parseKeyRing,
} from "../../../platform/crypto/key-ring.ts";
import { createSigner } from "../../../platform/crypto/signing-key.ts";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { asPage, visit } from "../../../shell/testing/visit.ts";
import { sealPurpose } from "../domain/seal.ts";
import { auditModule } from "../module.ts";
import { recordAudit } from "../use-cases/record-audit.ts";

const { routes } = auditModule({
  listStaffNames: () => Promise.resolve(new Map([["kevin", "Kevin Krause"]])),
  signer: createSigner(parseKeyRing(generateKeyRing("a")), sealPurpose),
});

void describe("page of the audit log", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const auditorOf = (tenantId: string) =>
    database.contextFor({ tenantId, actor: staffWith("anna", "audit.read") });

  const write = async (tenantId: string, count: number) => {
    const kevin = database.contextFor({ tenantId, actor: staffWith("kevin") });
    for (let number = 1; number <= count; number += 1)
      await kevin.transaction((db) =>
        recordAudit(kevin, db, {
          action: "vorgang.opened",
          subject: { kind: "vorgang", id: `v${String(number)}` },
        }),
      );
  };

  void test("shows who did what in words, newest first, and goes on to older entries", async () => {
    const tenantId = newId();
    await write(tenantId, 60);
    const context = auditorOf(tenantId);
    const path = "/verwaltung/protokoll";
    const { text } = asPage(await visit(routes, "GET", { context, path }));
    assert.match(text, /Kevin Krause/);
    assert.match(text, /hat einen Vorgang geöffnet/);
    assert.ok(text.indexOf(">v60<") < text.indexOf(">v11<"));
    assert.ok(!text.includes(">v10<"));
    const older = /href="([^"]*vor=\d+[^"]*)"/.exec(text)?.[1];
    assert.ok(older);
    const next = asPage(await visit(routes, "GET", { context, path: older }));
    assert.ok(next.text.includes(">v10<") && !next.text.includes(">v11<"));
  });

  void test("shows only what belongs to one person or thing, and never another tenant's entries", async () => {
    const [own, other] = [newId(), newId()];
    await write(own, 2);
    await write(other, 3);
    const context = auditorOf(own);
    const all = asPage(
      await visit(routes, "GET", { context, path: "/verwaltung/protokoll" }),
    );
    assert.ok(!all.text.includes(">v3<"));
    const one = asPage(
      await visit(routes, "GET", {
        context,
        path: "/verwaltung/protokoll?woran=v1",
      }),
    );
    assert.ok(one.text.includes(">v1<") && !one.text.includes(">v2<"));
    const foreign = asPage(
      await visit(routes, "GET", {
        context,
        path: "/verwaltung/protokoll?woran=v3",
      }),
    );
    assert.match(foreign.text, /keine Einträge/);
  });

  void test("is nobody's without the permission; reading and checking are entries themselves", async () => {
    const tenantId = newId();
    await write(tenantId, 1);
    const kevin = database.contextFor({ tenantId, actor: staffWith("kevin") });
    for (const [method, path] of [
      ["GET", "/verwaltung/protokoll"],
      ["POST", "/verwaltung/protokoll/pruefung"],
      ["GET", "/verwaltung/protokoll/siegel"],
    ] as const) {
      const reply = await visit(routes, method, { context: kevin, path });
      assert.deepEqual(reply, { kind: "error", status: 403 });
    }
    const context = auditorOf(tenantId);
    const checked = asPage(
      await visit(routes, "POST", {
        context,
        path: "/verwaltung/protokoll/pruefung",
      }),
    );
    assert.match(checked.text, /Unversehrt: 1 Einträge geprüft/);
    assert.match(checked.text, /hat das Protokoll geprüft/);
    const again = asPage(
      await visit(routes, "GET", { context, path: "/verwaltung/protokoll" }),
    );
    assert.match(again.text, /hat das Protokoll gelesen/);
  });
});
