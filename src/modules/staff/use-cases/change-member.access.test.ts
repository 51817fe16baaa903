import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { permissionsOf, roles, type Role } from "../domain/roles.ts";
import {
  caseworkerKevin,
  setUpSecondFactor,
  system,
  tryPassword,
  visitor,
  wednesday,
} from "../testing/staff-fixtures.ts";
import { addStaff } from "./add-staff.ts";
import {
  changeRoles,
  giveOneTimePassword,
  resetSecondFactor,
  setDisabled,
} from "./change-member.ts";
import { findStaffSession } from "./find-staff-session.ts";
import { listMembers } from "./list-members.ts";

const changes = {
  roles: (context: Context, staffId: string) =>
    changeRoles(context, { staffId, roles: ["editor"], allowed: roles }),
  access: (context: Context, staffId: string) =>
    setDisabled(context, { staffId, isDisabled: true }),
  factor: resetSecondFactor,
  password: giveOneTimePassword,
} as const;
type ChangeName = keyof typeof changes;

void describe("changing a colleague's access", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const contextOf = (
    tenantId: string,
    actorId: string,
    given: readonly Role[],
  ) =>
    database.contextFor({
      tenantId,
      now: wednesday,
      actor: {
        kind: "staff",
        id: actorId,
        may: (permission) =>
          permissionsOf(given).some((it) => it === permission),
      },
    });

  void test("needs the permission, the same tenant and somebody else", async () => {
    const own = await caseworkerKevin(database);
    const foreign = await caseworkerKevin(database);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<ChangeName>("roles", "access", "factor", "password"),
        fc.subarray([...roles]),
        fc.record({
          where: fc.constantFrom("own", "foreign", "unknown"),
          isOneself: fc.boolean(),
        }),
        async (name, given, { where, isOneself }) => {
          const staffId =
            where === "own"
              ? own.staffId
              : where === "foreign"
                ? foreign.staffId
                : newId();
          const context = contextOf(
            own.tenantId,
            isOneself ? staffId : newId(),
            given,
          );
          const result = await changes[name](context, staffId);
          const expected = !permissionsOf(given).includes("staff.manage")
            ? "not-permitted"
            : isOneself
              ? "is-oneself"
              : where === "own"
                ? "ok"
                : "not-found";
          assert.equal(result.ok ? "ok" : result.refusal.kind, expected);
        },
      ),
      { numRuns: 60 },
    );
    const still = await tryPassword(
      visitor(database, foreign.tenantId),
      "drei Enten am Pfaffenteich",
    );
    assert.ok(still.ok, "the foreign colleague is as before");
  });

  void test("ends their sessions at once, and a locked person cannot come back", async () => {
    const kevin = await caseworkerKevin(database);
    const guest = visitor(database, kevin.tenantId);
    const signedIn = await tryPassword(guest, "drei Enten am Pfaffenteich");
    assert.ok(signedIn.ok);
    const admin = contextOf(kevin.tenantId, newId(), ["admin"]);
    assert.ok((await changes.access(admin, kevin.staffId)).ok);
    assert.equal(
      await findStaffSession(guest, signedIn.value.token),
      undefined,
    );
    const locked = await tryPassword(guest, "drei Enten am Pfaffenteich");
    assert.equal(locked.ok, false);
    const opened = await setDisabled(admin, {
      staffId: kevin.staffId,
      isDisabled: false,
    });
    assert.ok(opened.ok);
    assert.ok((await tryPassword(guest, "drei Enten am Pfaffenteich")).ok);
  });

  void test("for a lost phone takes the second factor and its codes away", async () => {
    const kevin = await caseworkerKevin(database);
    await setUpSecondFactor(database, kevin);
    const admin = contextOf(kevin.tenantId, newId(), ["admin"]);
    assert.ok((await resetSecondFactor(admin, kevin.staffId)).ok);
    const listed = await listMembers(admin);
    assert.ok(listed.ok);
    assert.equal(listed.value[0]?.hasSecondFactor, false);
    const required = await tryPassword(
      visitor(database, kevin.tenantId),
      "drei Enten am Pfaffenteich",
      { policy: "required" },
    );
    assert.ok(required.ok);
    assert.equal(required.value.stage, "factor");
  });

  void test("for a forgotten password makes one that has to be replaced", async () => {
    const kevin = await caseworkerKevin(database);
    const admin = contextOf(kevin.tenantId, newId(), ["admin"]);
    const given = await giveOneTimePassword(admin, kevin.staffId);
    assert.ok(given.ok);
    const guest = visitor(database, kevin.tenantId);
    const old = await tryPassword(guest, "drei Enten am Pfaffenteich");
    assert.equal(old.ok, false);
    const fresh = await tryPassword(guest, given.value.oneTimePassword);
    assert.ok(fresh.ok);
    assert.equal(fresh.value.stage, "password");
  });

  void test("gives no role that the portal does not have, and lists colleagues of the own tenant only", async () => {
    const kevin = await caseworkerKevin(database);
    const admin = contextOf(kevin.tenantId, newId(), ["admin"]);
    for (const wanted of [["operator"], [], ["caseworker", "emperor"]]) {
      const refused = await changeRoles(admin, {
        staffId: kevin.staffId,
        roles: wanted,
        allowed: ["caseworker", "editor"],
      });
      assert.deepEqual(refused, {
        ok: false,
        refusal: { kind: "role-unknown" },
      });
    }
    await addStaff(
      database.contextFor({
        tenantId: newId(),
        actor: system,
        now: wednesday,
      }),
      { login: "x@y.example", displayName: "Xaver", roles: ["editor"] },
    );
    const listed = await listMembers(admin);
    assert.ok(listed.ok);
    assert.deepEqual(
      listed.value.map(({ staffId, roles: has }) => ({ staffId, has })),
      [{ staffId: kevin.staffId, has: ["caseworker"] }],
    );
    const caseworker = contextOf(kevin.tenantId, newId(), ["caseworker"]);
    assert.equal((await listMembers(caseworker)).ok, false);
  });
});
