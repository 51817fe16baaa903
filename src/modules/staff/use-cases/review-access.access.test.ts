import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { permissionsOf, type Role } from "../domain/roles.ts";
import {
  caseworkerKevin,
  kevinsLogin,
  system,
} from "../testing/staff-fixtures.ts";
import { addStaff } from "./add-staff.ts";
import {
  confirmAccessReview,
  findLastReview,
  listAccess,
  noteOwnReview,
} from "./review-access.ts";

describe("a review of accesses", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const asRole = (tenantId: string, role: Role) =>
    database.contextFor({
      tenantId,
      actor: {
        kind: "staff",
        id: newId(),
        may: (wanted) => permissionsOf([role]).some((it) => it === wanted),
      },
    });
  const notes = (tenantId: string) =>
    database.contextFor({ tenantId, actor: system }).read((db) =>
      db
        .$extendTables<{
          "audit.entry": { action: string; subject_id: string };
        }>()
        .selectFrom("audit.entry")
        .select("subject_id")
        .where("action", "=", "staff.access-reviewed")
        .execute(),
    );

  test("lists who has which roles and teams, for administrators and auditors of the own tenant only", async () => {
    const { tenantId } = await caseworkerKevin(database);
    for (const role of ["admin", "auditor"] as const) {
      const listed = await listAccess(asRole(tenantId, role));
      assert.ok(listed.ok);
      assert.deepEqual(listed.value, [
        {
          staffId: listed.value[0]?.staffId,
          login: kevinsLogin,
          displayName: "Kevin Krause",
          roles: ["caseworker"],
          teams: [],
          restrictedLeistungen: [],
          hasSecondFactor: false,
          isOfDirectory: false,
          state: "open",
          lastSignedInAt: undefined,
          concerns: ["never-signed-in", "no-second-factor"],
        },
      ]);
    }
    const refused = await listAccess(asRole(tenantId, "caseworker"));
    assert.equal(refused.ok, false);
    const elsewhere = await listAccess(asRole(newId(), "admin"));
    assert.deepEqual(elsewhere, { ok: true, value: [] });
  });

  test("is noted for somebody who may review here, and for nobody else", async () => {
    const { tenantId } = await caseworkerKevin(database);
    const context = database.contextFor({ tenantId, actor: system });
    const added = await addStaff(context, {
      login: "pruefung@schwerin.example",
      displayName: "Paula Prüfer",
      roles: ["auditor"],
    });
    assert.ok(added.ok);
    for (const reviewerLogin of [kevinsLogin, "nobody@schwerin.example"]) {
      const refused = await confirmAccessReview(context, { reviewerLogin });
      assert.deepEqual(refused, {
        ok: false,
        refusal: { kind: "no-reviewer" },
      });
    }
    assert.deepEqual(await notes(tenantId), []);
    const reviewerLogin = " Pruefung@schwerin.example ";
    assert.ok((await confirmAccessReview(context, { reviewerLogin })).ok);
    assert.deepEqual(await notes(tenantId), [
      { subject_id: added.value.staffId },
    ]);
    assert.equal((await findLastReview(context))?.staffId, added.value.staffId);
  });

  test("may be noted by who has done it, an administrator or auditor of the own tenant", async () => {
    const { tenantId } = await caseworkerKevin(database);
    for (const role of ["caseworker", "editor", "team-lead"] as const) {
      const refused = await noteOwnReview(asRole(tenantId, role));
      assert.equal(refused.ok, false);
      assert.equal(await findLastReview(asRole(tenantId, role)), undefined);
    }
    assert.equal(await findLastReview(asRole(tenantId, "auditor")), undefined);
    for (const role of ["auditor", "admin"] as const) {
      const reviewer = asRole(tenantId, role);
      assert.ok((await noteOwnReview(reviewer)).ok);
      assert.equal(
        (await findLastReview(reviewer))?.staffId,
        reviewer.actor.id,
      );
    }
    assert.equal(await findLastReview(asRole(newId(), "admin")), undefined);
  });
});
